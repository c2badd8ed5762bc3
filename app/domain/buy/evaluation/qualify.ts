import { panelVotes, proposals } from '#db/schema/index.ts'
import type { Tx } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { record } from '../../journal.ts'
import { move } from '../../move.ts'
import { authorize } from '../../policy/index.ts'
import { Refusal } from '../../refusal.ts'
import type { Call } from '../proposal/find-call.ts'
import { proposal as machine } from '../proposal/machine.ts'
import { askLowPrices, refuseUnheard } from './ask-low-price.ts'
import { failTender } from './fail-tender.ts'
import {
  findPanel,
  ownSeat,
  type Panel,
  type PanelVote,
  refuseOver,
  refuseUnread,
  votesOf,
} from './find-panel.ts'
import type { LowPriceVotes, Votes } from './forms.ts'
import type { Ground } from './grounds.ts'
import { hardGrounds, lowPrices, type Opened, openedOf, stillIn } from './opened.ts'
import { isQualified, verdicts } from './verdicts.ts'

type Cast = { proposalId: string; passes: boolean; ground?: string; words?: string }
async function castVotes(
  tx: Tx,
  ctx: Context,
  panel: Panel,
  about: PanelVote['about'],
  votes: readonly Cast[],
) {
  const mine = ownSeat(panel, ctx)
  authorize(ctx.actor, 'panel.vote', mine)
  for (const { proposalId, passes, ground, words } of votes) {
    const said = { passes, ground: ground ?? null, words: words ?? null, at: ctx.clock.now() }
    await tx
      .insert(panelVotes)
      .values({ tenderId: panel.call.id, panelSeatId: mine.id, proposalId, about, ...said })
      .onConflictDoUpdate({
        target: [panelVotes.panelSeatId, panelVotes.proposalId, panelVotes.about],
        set: said,
      })
  }
  const detail = { about, ordinal: mine.ordinal, votes: votes.length }
  await record(tx, ctx, 'panel.vote', { subject: panel.call.id }, detail)
}

type Aside = { ground: Ground; words: string; planId: string }
async function putAside(tx: Tx, ctx: Context, p: Opened, { ground, words, planId }: Aside) {
  await move(tx, proposals, machine, p, 'disqualify', { endGround: ground, endReason: words })
  await record(tx, ctx, 'proposal.disqualify', { subject: p.id, threadId: planId }, { ground })
}
const mostNamed = (noes: readonly PanelVote[]) => {
  const count = (g: string | null) => noes.filter((v) => v.ground === g).length
  return [...noes].sort((a, b) => count(b.ground) - count(a.ground))[0]!
}

async function endIfTooFew(tx: Tx, ctx: Context, panel: Panel) {
  const left = stillIn(await openedOf(tx, panel.call.id))
  if (left.length < panel.call.method.minProposals) return failTender(tx, ctx, panel.call, 'too-few-valid')
  return { id: panel.call.id, outcome: 'settled' as const }
}

/** 资格性、符合性审查: yes or no on facts, by majority, on listed grounds only. */
export const voteQualification = (ctx: Context, { tenderId, votes }: Votes & { tenderId: string }) =>
  ctx.transact(async (tx) => {
    const panel = await findPanel(tx, tenderId)
    refuseUnread(panel)
    refuseOver(panel)
    const all = await openedOf(tx, tenderId)
    if (isQualified(panel, await votesOf(tx, tenderId), all))
      throw new Refusal('conflict', 'qualification-settled')
    for (const vote of votes) refuseVote(panel.call, all, vote)
    await castVotes(tx, ctx, panel, 'qualification', votes)
    const said = verdicts(panel, await votesOf(tx, tenderId), 'qualification', all)
    if (!said) return { id: tenderId, outcome: 'voted' as const }
    for (const { p, passes, noes } of said)
      if (!passes && p.state === 'opened')
        await putAside(tx, ctx, p, {
          ground: mostNamed(noes).ground as Ground,
          words: mostNamed(noes).words ?? '',
          planId: panel.call.planId,
        })
    const done = await endIfTooFew(tx, ctx, panel)
    if (done.outcome === 'settled') await askLowPrices(tx, ctx, panel.call)
    return done
  })

function refuseVote(call: Call, all: readonly Opened[], vote: Cast) {
  const p = all.find((one) => one.id === vote.proposalId)
  if (!p) throw new Refusal('missing', 'proposal-missing')
  if (vote.passes && hardGrounds(call, p).length > 0) throw new Refusal('invalid', 'fact-bars-passing')
}

/** 异常低价审查: the panel decides by majority, in words; a price it does not believe is put aside. */
export const voteLowPrice = (ctx: Context, { tenderId, votes }: LowPriceVotes & { tenderId: string }) =>
  ctx.transact(async (tx) => {
    const panel = await findPanel(tx, tenderId)
    refuseUnread(panel)
    refuseOver(panel)
    const all = await openedOf(tx, tenderId)
    const asked = (await lowPrices(tx, panel.call, all)).map(({ p }) => p)
    if (!isQualified(panel, await votesOf(tx, tenderId), all))
      throw new Refusal('conflict', 'qualification-first')
    await refuseUnheard(tx, ctx, tenderId)
    if (votes.some((v) => !asked.some((p) => p.id === v.proposalId)))
      throw new Refusal('invalid', 'price-not-in-question')
    if (verdicts(panel, await votesOf(tx, tenderId), 'low_price', asked))
      throw new Refusal('conflict', 'low-price-settled')
    await castVotes(tx, ctx, panel, 'low_price', votes)
    const said = verdicts(panel, await votesOf(tx, tenderId), 'low_price', asked)
    if (!said) return { id: tenderId, outcome: 'voted' as const }
    for (const { p, passes, noes } of said)
      if (!passes && p.state === 'opened')
        await putAside(tx, ctx, p, {
          ground: 'low_price',
          words: noes[0]?.words ?? '',
          planId: panel.call.planId,
        })
    return endIfTooFew(tx, ctx, panel)
  })

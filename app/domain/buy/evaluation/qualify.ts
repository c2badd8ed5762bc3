import { panelVotes } from '#db/schema/index.ts'
import type { Tx } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { record } from '../../journal.ts'
import { authorize } from '../../policy/index.ts'
import { Refusal } from '../../refusal.ts'
import type { Call } from '../proposal/find-call.ts'
import { askLowPrices, refuseUnheard } from './ask-low-price.ts'
import { refuseUnsupplied } from './ask-supplement.ts'
import { refuseFinalsPending } from './consultation/finals-pending.ts'
import { consultationOf } from './consultation/find-consultation.ts'
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
import { awaitsCorrection, beforePanel, hardGrounds, lowPrices, type Opened, openedOf } from './opened.ts'
import { endIfTooFew, putAside } from './put-aside.ts'
import { isQualified, verdicts } from './verdicts.ts'

type Cast = { proposalId: string; passes: boolean; ground?: string; words?: string; failed?: number[] }
async function castVotes(
  tx: Tx,
  ctx: Context,
  panel: Panel,
  about: PanelVote['about'],
  votes: readonly Cast[],
) {
  const mine = ownSeat(panel, ctx)
  authorize(ctx.actor, 'panel.vote', mine)
  for (const { proposalId, passes, ground, words, failed } of votes) {
    const named = { ground: ground ?? null, words: words ?? null, failed: failed ?? null }
    const said = { passes, ...named, at: ctx.clock.now() }
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

const mostNamed = (noes: readonly PanelVote[]) => {
  const count = (g: string | null) => noes.filter((v) => v.ground === g).length
  return [...noes].sort((a, b) => count(b.ground) - count(a.ground))[0]!
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
    await refuseRecast(tx, ctx, panel, votes)
    await refuseOpenQuestions(tx, ctx, panel, all)
    for (const vote of votes) refuseVote(ctx, panel.call, all, vote)
    await castVotes(tx, ctx, panel, 'qualification', votes)
    const said = verdicts(panel, await votesOf(tx, tenderId), 'qualification', beforePanel(all))
    if (!said) return { id: tenderId, outcome: 'voted' as const }
    for (const { p, passes, noes } of said)
      if (!passes && p.state === 'opened')
        await putAside(tx, ctx, p, {
          ground: mostNamed(noes).ground as Ground,
          words: mostNamed(noes).words ?? '',
          planId: panel.call.planId,
        })
    const done = await endIfTooFew(tx, ctx, panel.call)
    if (done.outcome === 'settled') await askLowPrices(tx, ctx, panel.call)
    return done
  })

/** Once final offers are asked, only a stand-in still judges who came: what was said before the prices is not said anew. */
async function refuseRecast(tx: Tx, ctx: Context, panel: Panel, votes: readonly Cast[]) {
  if (!(await consultationOf(tx, panel.call.id))?.askedAt) return
  const mine = ownSeat(panel, ctx)
  const said = (await votesOf(tx, panel.call.id)).filter((v) => v.panelSeatId === mine.id)
  if (said.some((v) => v.about === 'qualification' && votes.some((one) => one.proposalId === v.proposalId)))
    throw new Refusal('conflict', 'qualification-settled')
}

/** Nobody is judged while the buyer has not looked, or while a bidder still has time to answer. */
async function refuseOpenQuestions(tx: Tx, ctx: Context, { call }: Panel, all: readonly Opened[]) {
  if (call.method.buyerQualifies && all.some((p) => !p.buyerCheck))
    throw new Refusal('conflict', 'buyer-check-first')
  await refuseUnsupplied(tx, ctx, call.id)
  if (all.some((p) => awaitsCorrection(p, ctx.clock.now()))) throw new Refusal('conflict', 'correction-waits')
}

function refuseVote(ctx: Context, call: Call, all: readonly Opened[], vote: Cast) {
  const p = beforePanel(all).find((one) => one.id === vote.proposalId)
  if (!p) throw new Refusal('missing', 'proposal-missing')
  if (vote.passes && hardGrounds(call, p, ctx.clock.now()).length > 0)
    throw new Refusal('invalid', 'fact-bars-passing')
  const unknown = vote.failed?.some((n) => n > call.qualification.length)
  if (unknown) throw new Refusal('invalid', 'condition-unknown')
}

/** 异常低价审查: the panel decides by majority, in words; a price it does not believe is put aside. */
export const voteLowPrice = (ctx: Context, { tenderId, votes }: LowPriceVotes & { tenderId: string }) =>
  ctx.transact(async (tx) => {
    const panel = await findPanel(tx, tenderId)
    refuseUnread(panel)
    refuseOver(panel)
    const all = await openedOf(tx, tenderId)
    refuseFinalsPending(panel.call)
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
    return endIfTooFew(tx, ctx, panel.call)
  })

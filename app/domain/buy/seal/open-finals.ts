import { eq } from 'drizzle-orm'
import { consultations, finalOffers, proposals, tenders } from '#db/schema/index.ts'
import type { Tx } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { record } from '../../journal.ts'
import { move } from '../../move.ts'
import { notify } from '../../notify.ts'
import { Refusal } from '../../refusal.ts'
import { askLowPrices } from '../evaluation/ask-low-price.ts'
import { consultationOf, finalsSent, remainingOf } from '../evaluation/consultation/find-consultation.ts'
import { consultation as roundMachine } from '../evaluation/consultation/machine.ts'
import { failTender } from '../evaluation/fail-tender.ts'
import type { Ground } from '../evaluation/grounds.ts'
import { endIfTooFew } from '../evaluation/put-aside.ts'
import type { SentBody } from '../proposal/body.ts'
import { type Call, findCall } from '../proposal/find-call.ts'
import type { Proposal } from '../proposal/find-proposal.ts'
import { proposal as machine } from '../proposal/machine.ts'
import { dueEnvelope } from './due-envelope.ts'
import type { Keeper } from './find-keepers.ts'
import { takeBackLent } from './lend-share.ts'
import type { Unsealed } from './open-envelope.ts'
import { joinDue, type Shares, unsealAll } from './open-split.ts'
import { keepRecord } from './opening-record.ts'

/** The final price takes the place of the first, which stays beside it with its sheet. */
async function priceOne(tx: Tx, call: Call, p: Proposal, { said }: Unsealed): Promise<Ground | null> {
  const budget = said?.budget
  if (!budget) return 'seal_broken'
  const was = p.body as unknown as SentBody
  const final = { first: was.budget!, commitment: said.commitment ?? null }
  const body: SentBody = { ...was, budget, final }
  await tx
    .update(proposals)
    .set({ body, price: budget.price, firstPrice: p.price })
    .where(eq(proposals.id, p.id))
  await tx.update(finalOffers).set({ price: budget.price }).where(eq(finalOffers.proposalId, p.id))
  return budget.price > call.ceiling ? 'over_ceiling' : null
}

/** 没有递交最后报价的视为退出磋商 (第二十二条、第二十三条): only who sent one is scored. */
async function priceAll(tx: Tx, ctx: Context, call: Call, all: readonly Unsealed[]) {
  for (const p of await remainingOf(tx, call.id)) {
    const sent = all.find(({ was }) => was.id === p.id)
    const ground = sent ? await priceOne(tx, call, p, sent) : 'final_missing'
    if (ground) await move(tx, proposals, machine, p, 'disqualify', { endGround: ground })
    const to = { role: 'org_signer' as const, partyId: p.supplierId }
    await notify(tx, ctx, to, ground ? 'final-aside' : 'finals-opened', `/tenders/${call.id}/final`, {
      tender: call.title,
    })
  }
}

async function writeDown(
  tx: Tx,
  ctx: Context,
  call: Call,
  all: readonly Unsealed[],
  pair: readonly Keeper[],
) {
  const openedAt = ctx.clock.now()
  const facts = { call, envelope: 'final' as const, openedAt, pair }
  const hash = await keepRecord(tx, ctx, facts, all)
  await priceAll(tx, ctx, call, all)
  await tx.update(tenders).set({ finalsOpenedAt: openedAt }).where(eq(tenders.id, call.id))
  await move(tx, consultations, roundMachine, (await consultationOf(tx, call.id))!, 'open')
  await takeBackLent(tx, call.id)
  for (const personId of call.panelIds)
    await notify(tx, ctx, { personId }, 'finals-opened-panel', `/panel/${call.id}`, { tender: call.title })
  await record(tx, ctx, 'tender.open_finals', { subject: call.id, threadId: call.planId }, { record: hash })
}

/** Nothing was sent or exchanged between the opening in memory and its writing down. */
async function refuseChanged(tx: Tx, ctx: Context, call: Call, sent: readonly Proposal[]) {
  if ((await dueEnvelope(tx, ctx, call)) !== 'final') throw new Refusal('conflict', 'not-in-this-state')
  const now = await finalsSent(tx, call.id, ['opened'])
  const same = now.length === sent.length && now.every((p, at) => p.sealHash === sent[at]!.sealHash)
  if (!same) throw new Refusal('conflict', 'moved-meanwhile')
}

/** 开启最后报价: all at once, by two keepers' shares of the second key, at the hour and not before; too few, and not one is opened. */
export async function openFinals(ctx: Context, { tenderId, ...shares }: Shares & { tenderId: string }) {
  const before = await findCall(ctx.db, tenderId)
  const envelope = await dueEnvelope(ctx.db, ctx, before)
  if (envelope !== 'final') throw new Refusal('conflict', 'not-in-this-state')
  const { key, pair } = await joinDue(ctx, tenderId, envelope, shares)
  const sent = await finalsSent(ctx.db, tenderId, ['opened'])
  const enough = sent.length >= before.method.minProposals
  if (!enough) key.fill(0)
  const all = await unsealAll(ctx, envelope, key, enough ? sent : [])
  return ctx.transact(async (tx) => {
    const call = await findCall(tx, tenderId)
    await refuseChanged(tx, ctx, call, sent)
    if (!enough) return failTender(tx, ctx, call, 'too-few-finals')
    await writeDown(tx, ctx, call, all, pair)
    const opened = await findCall(tx, tenderId)
    const done = await endIfTooFew(tx, ctx, opened)
    if (done.outcome === 'settled') await askLowPrices(tx, ctx, opened)
    return { id: tenderId, outcome: done.outcome === 'settled' ? ('opened' as const) : done.outcome }
  })
}

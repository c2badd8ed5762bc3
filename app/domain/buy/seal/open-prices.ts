import { eq } from 'drizzle-orm'
import { proposals, tenders } from '#db/schema/index.ts'
import type { Tx } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { record } from '../../journal.ts'
import { move } from '../../move.ts'
import { Refusal } from '../../refusal.ts'
import { askLowPrices } from '../evaluation/ask-low-price.ts'
import { failTender } from '../evaluation/fail-tender.ts'
import type { SentBody } from '../proposal/body.ts'
import { type Call, findCall } from '../proposal/find-call.ts'
import { proposal as machine } from '../proposal/machine.ts'
import { dueEnvelope } from './due-envelope.ts'
import type { Keeper } from './find-keepers.ts'
import { takeBackLent } from './lend-share.ts'
import type { Unsealed } from './open-envelope.ts'
import { joinDue, refuseChanged, type Shares, unsealAll } from './open-split.ts'
import { keepRecord, sentOf } from './opening-record.ts'

/** A price beside its quality; a broken envelope, or a price above the ceiling, ends there by name. */
async function priceOne(tx: Tx, call: Call, { was, said }: Unsealed) {
  const budget = said?.budget ?? null
  if (!budget) return move(tx, proposals, machine, was, 'disqualify', { endGround: 'seal_broken' })
  const body: SentBody = { ...(was.body as unknown as SentBody), budget }
  await tx.update(proposals).set({ body, price: budget.price }).where(eq(proposals.id, was.id))
  if (budget.price > call.ceiling)
    await move(tx, proposals, machine, was, 'disqualify', { endGround: 'over_ceiling' })
}

async function priceAll(tx: Tx, ctx: Context, call: Call, all: readonly Unsealed[], pair: readonly Keeper[]) {
  for (const one of all) await priceOne(tx, call, one)
  const openedAt = ctx.clock.now()
  await tx.update(tenders).set({ pricesOpenedAt: openedAt }).where(eq(tenders.id, call.id))
  await takeBackLent(tx, call.id)
  const hash = await keepRecord(tx, ctx, { call, envelope: 'price', openedAt, pair }, all)
  await record(tx, ctx, 'tender.open_prices', { subject: call.id, threadId: call.planId }, { record: hash })
  return sentOf(tx, call.id, ['opened'])
}

/** 开启报价信封: only after every member has locked his scores for quality; whoever was put aside keeps his price sealed. */
export async function openPrices(ctx: Context, { tenderId, ...shares }: Shares & { tenderId: string }) {
  const envelope = await dueEnvelope(ctx.db, ctx, await findCall(ctx.db, tenderId))
  if (envelope !== 'price') throw new Refusal('conflict', 'not-in-this-state')
  const { key, pair } = await joinDue(ctx, tenderId, envelope, shares)
  const all = await unsealAll(ctx, envelope, key, await sentOf(ctx.db, tenderId, ['opened']))
  return ctx.transact(async (tx) => {
    const call = await findCall(tx, tenderId)
    if ((await dueEnvelope(tx, ctx, call)) !== 'price') throw new Refusal('conflict', 'not-in-this-state')
    await refuseChanged(tx, call, all, ['opened'])
    const left = await priceAll(tx, ctx, call, all, pair)
    if (left.length < call.method.minProposals)
      return failTender(tx, ctx, await findCall(tx, tenderId), 'too-few-valid')
    await askLowPrices(tx, ctx, await findCall(tx, tenderId))
    return { id: tenderId, outcome: 'opened' as const }
  })
}

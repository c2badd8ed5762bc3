import { and, eq } from 'drizzle-orm'
import { sha256 } from '#app/ports/vault.ts'
import { tenderKeepers, tenderKeys } from '#db/schema/index.ts'
import type { Context } from '../../context.ts'
import { record } from '../../journal.ts'
import { Refusal } from '../../refusal.ts'
import { finalsSent } from '../evaluation/consultation/find-consultation.ts'
import { findCall } from '../proposal/find-call.ts'
import { myKeepership } from './confirm-keeper.ts'
import { type Envelope, keepersOf, keysOf, openedKeys } from './find-keepers.ts'
import { joinDue, type Shares, unsealAll } from './open-split.ts'
import { type OpeningRecord, recordWords, sentOf } from './opening-record.ts'

/** What an envelope's record speaks of: everything sent at the first opening, and of prices only those still in then. */
async function spokenOf(ctx: Context, tenderId: string, { rows, envelope }: OpeningRecord) {
  const ever = ['opened', 'disqualified', 'scored', 'awarded', 'not_awarded'] as const
  const all = await (envelope === 'final' ? finalsSent : sentOf)(ctx.db, tenderId, ever)
  return all.filter((p) => rows.some((r) => r.receiptNo === p.receiptNo))
}

/** 复核: two keepers open everything once more; the record must come out the same to the letter. */
export async function recheckOpening(
  ctx: Context,
  { tenderId, envelope, ...shares }: Shares & { tenderId: string; envelope: Envelope },
) {
  const made = (await keysOf(ctx.db, tenderId)).find((one) => one.envelope === envelope)
  if (!made?.record || !made.openedAt) throw new Refusal('conflict', 'not-opened-yet')
  const { key } = await joinDue(ctx, tenderId, envelope, shares)
  const first = JSON.parse(made.record) as OpeningRecord
  const all = await unsealAll(ctx, envelope, key, await spokenOf(ctx, tenderId, first))
  const { same } = await ctx.transact(async (tx) => {
    const call = await findCall(tx, tenderId)
    const three = await keepersOf(tx, tenderId)
    const pair = first.keepers.map((was) => three.find((k) => k.kind === was.kind)!)
    const words = await recordWords(tx, { call, envelope, openedAt: made.openedAt!, pair }, all)
    const same = sha256(words) === made.recordHash
    const recheckedAt = same ? ctx.clock.now() : null
    await tx.update(tenderKeys).set({ recheckedAt }).where(eq(tenderKeys.id, made.id))
    const about = { subject: tenderId, threadId: call.planId }
    await record(tx, ctx, 'tender.recheck', about, { envelope, same, record: sha256(words) })
    return { id: tenderId, same }
  })
  if (!same) throw new Refusal('conflict', 'record-differs')
  return { id: tenderId }
}

/** 签字: each of the two who opened signs the fingerprint of the record he has read. */
export const signOpening = (ctx: Context, { tenderId, hash }: { tenderId: string; hash: string }) =>
  ctx.transact(async (tx) => {
    const mine = await myKeepership(tx, ctx, tenderId)
    const latest = openedKeys(await keysOf(tx, tenderId)).at(-1)
    if (!latest || !mine.openedAt) throw new Refusal('conflict', 'not-opened-yet')
    if (latest.recordHash !== hash) throw new Refusal('conflict', 'record-is-another')
    if (mine.signedAt) throw new Refusal('conflict', 'already-signed')
    await tx
      .update(tenderKeepers)
      .set({ signedAt: ctx.clock.now() })
      .where(and(eq(tenderKeepers.id, mine.id), eq(tenderKeepers.tenderId, tenderId)))
    await record(tx, ctx, 'keeper.sign_opening', { subject: tenderId }, { hash, kind: mine.kind })
    return { id: tenderId }
  })

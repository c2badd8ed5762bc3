import type { Reader } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { authorize, may } from '../../policy/index.ts'
import { Refusal } from '../../refusal.ts'
import { finalsPending } from '../evaluation/consultation/finals-pending.ts'
import { consultationOf } from '../evaluation/consultation/find-consultation.ts'
import { findCall } from '../proposal/find-call.ts'
import { finalsAwaited, pricesSealed, qualitySigned } from './due-envelope.ts'
import { type Envelope, envelopesOf, keepersOf, keysOf, openedKeys, type TenderKey } from './find-keepers.ts'
import { isLent, lentMinutes } from './lend-share.ts'
import type { OpeningRecord } from './opening-record.ts'
import { shownCall, shownKeeper } from './read-keepers.ts'

/** One envelope's record as everybody may read it, with its fingerprint and signature. */
const shownRecord = (key: TenderKey) => ({
  envelope: key.envelope,
  openedAt: key.openedAt,
  hash: key.recordHash ?? '',
  signature: key.recordSignature ?? '',
  recheckedAt: key.recheckedAt,
  words: key.record ?? '',
  record: JSON.parse(key.record!) as OpeningRecord,
})
export type ShownRecord = ReturnType<typeof shownRecord>

/** The records there are, in the order of the openings; none before the first. */
export const recordsOf = async (db: Reader, tenderId: string) =>
  openedKeys(await keysOf(db, tenderId)).map(shownRecord)

const shownRecords = async (db: Reader, tenderId: string) =>
  (await recordsOf(db, tenderId)).map(({ words: _, ...one }) => one)

/** 两人开启: the page of the keepers; the buyer's office may watch. Nothing on it says whether anybody has sent anything; while they talk, who came is for the keepers alone. */
export async function readUnseal(ctx: Context, tenderId: string) {
  const call = await findCall(ctx.db, tenderId)
  const three = await keepersOf(ctx.db, tenderId)
  const unseals = may(ctx.actor, 'tender.unseal', { keeperIds: three.map((k) => k.personId) })
  if (!unseals) authorize(ctx.actor, 'tender.read', call)
  if (call.sealMode !== 'split') throw new Refusal('missing', 'seal-without-keepers')
  const now = ctx.clock.now()
  const waits = pricesSealed(call) && call.state === 'opened'
  const prices = waits && (await qualitySigned(ctx.db, tenderId))
  const round = finalsAwaited(call) ? await consultationOf(ctx.db, tenderId) : null
  const final = round?.dueAt && now >= round.dueAt ? ('final' as const) : null
  const first = shownCall(call, now).due ? envelopesOf(call)[0]! : null
  const due: Envelope | null = prices ? 'price' : (final ?? first)
  const lender = three.find((k) => isLent(k, now))
  return {
    call: shownCall(call, now),
    keepers: three.map(shownKeeper),
    mine: three.find((k) => k.personId === ctx.actor.personId)?.id ?? null,
    due,
    qualityFirst: waits && !prices,
    finalsDue: final ? null : (round?.dueAt ?? null),
    lent: lender ? { id: lender.id, name: lender.name, at: lender.lentAt! } : null,
    minutes: lentMinutes,
    records: unseals || !finalsPending(call) ? await shownRecords(ctx.db, tenderId) : [],
  }
}
export type UnsealDesk = Awaited<ReturnType<typeof readUnseal>>

/** Records and signatures for the public page. */
export async function readRecords(db: Reader, tenderId: string) {
  const signed = (await keepersOf(db, tenderId)).filter((k) => k.openedAt)
  return {
    records: await recordsOf(db, tenderId),
    signed: signed.map(({ name, body, kind, signedAt }) => ({ name, body, kind, signedAt })),
  }
}

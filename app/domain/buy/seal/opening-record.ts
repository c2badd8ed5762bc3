import { and, eq, inArray } from 'drizzle-orm'
import { sha256 } from '#app/ports/vault.ts'
import { proposals, tenderKeepers, tenderKeys } from '#db/schema/index.ts'
import type { Tx } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { consultationOf } from '../evaluation/consultation/find-consultation.ts'
import { type Call, namesOf } from '../proposal/find-call.ts'
import type { Proposal } from '../proposal/find-proposal.ts'
import type { Envelope, Keeper } from './find-keepers.ts'
import type { Unsealed } from './open-envelope.ts'

export type RecordRow = {
  receiptNo: string
  name: string
  version: number
  submittedAt: string
  sealedIn: string
  leaf: string
  salt: string
  /** Broken: the seal did not hold, and it was put aside; everything else was opened. */
  seal: 'whole' | 'broken'
  price: number | null
  /** 首次报价, on the record of the final offers. */
  first?: number | null
}
export type OpeningRecord = {
  format: 'sanshe-opening-1'
  tender: string
  title: string
  envelope: Envelope
  deadline: string
  openedAt: string
  keepers: Array<{ kind: string; name: string; body: string }>
  rows: RecordRow[]
}

/** 磋商中不透露价格 (政府采购法 第三十八条): where final offers follow, the first record names no price, and theirs names both. */
const pricesOf = ({ call, envelope }: Facts, { was, said }: Unsealed) => {
  if (envelope === 'final') return { price: said?.budget?.price ?? null, first: was.firstPrice ?? was.price }
  return { price: call.method.finalOffers ? null : (said?.budget?.price ?? null) }
}
const rowOf = (name: string, facts: Facts, { was, said }: Unsealed): RecordRow => ({
  receiptNo: was.receiptNo ?? '',
  name,
  version: was.version,
  submittedAt: was.submittedAt?.toISOString() ?? '',
  sealedIn: was.sealedIn ?? 'server',
  leaf: was.sealHash ?? '',
  salt: was.sealSalt ?? '',
  seal: said ? 'whole' : 'broken',
  ...pricesOf(facts, { was, said }),
})

type Facts = { call: Call; envelope: Envelope; openedAt: Date; pair: readonly Keeper[] }
const deadlineOf = async (tx: Tx, { call, envelope }: Facts) =>
  envelope === 'final' ? (await consultationOf(tx, call.id))!.dueAt! : call.deadline

/** 开启记录 as words: the same envelopes give the same words, whoever opens them and however often. */
export async function recordWords(tx: Tx, facts: Facts, all: readonly Unsealed[]) {
  const { call, envelope, openedAt, pair } = facts
  const names = await namesOf(
    tx,
    all.map(({ was }) => was.supplierId),
  )
  const rows = all.map((one) => rowOf(names.get(one.was.supplierId) ?? '', facts, one))
  const made: OpeningRecord = {
    format: 'sanshe-opening-1',
    tender: call.refNo,
    title: call.title,
    envelope,
    deadline: (await deadlineOf(tx, facts)).toISOString(),
    openedAt: openedAt.toISOString(),
    keepers: pair.map(({ kind, name, body }) => ({ kind, name, body })),
    rows: rows.sort((a, b) => (a.leaf < b.leaf ? -1 : 1)),
  }
  return JSON.stringify(made)
}

/** Keeps the record with its fingerprint and the server's signature, and notes who of the three took part. */
export async function keepRecord(tx: Tx, ctx: Context, facts: Facts, all: readonly Unsealed[]) {
  const { call, envelope, openedAt, pair } = facts
  const words = await recordWords(tx, facts, all)
  const recordHash = sha256(words)
  await tx
    .update(tenderKeys)
    .set({ openedAt, record: words, recordHash, recordSignature: ctx.vault.sign(words) })
    .where(and(eq(tenderKeys.tenderId, call.id), eq(tenderKeys.envelope, envelope)))
  const ids = pair.map((k) => k.id)
  await tx.update(tenderKeepers).set({ openedAt, signedAt: null }).where(inArray(tenderKeepers.id, ids))
  return recordHash
}

/** What was sent in and not withdrawn, in the order of its fingerprints, which nobody could foresee. */
export const sentOf = async (
  db: Pick<Tx, 'select'>,
  tenderId: string,
  states: readonly Proposal['state'][],
) =>
  (
    await db
      .select()
      .from(proposals)
      .where(and(eq(proposals.tenderId, tenderId), inArray(proposals.state, [...states])))
  ).sort((a, b) => ((a.sealHash ?? '') < (b.sealHash ?? '') ? -1 : 1))

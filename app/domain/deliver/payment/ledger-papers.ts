import { inArray } from 'drizzle-orm'
import { minorParts, minorWorks, settlements, vouchers } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'

type Entry = { kind: string; source: string; planId: string | null; memo: string | null }
/** What proves an entry that no contract's payment made: its own number, and the public page it stands on. */
export type LedgerPaper = { part: string | null; no: string; voucherNo: string | null; href: string }

/** 民生微实事: the voucher of a part that was paid, and the work it belongs to. */
async function ofWorks(db: Reader, entries: readonly Entry[]) {
  const own = entries.filter(({ kind }) => kind.startsWith('minor.'))
  if (own.length === 0) return []
  const works = await db
    .select({ id: minorWorks.id, refNo: minorWorks.refNo })
    .from(minorWorks)
    .where(inArray(minorWorks.planId, [...new Set(own.map(({ planId }) => planId!))]))
  const parts = await db
    .select()
    .from(minorParts)
    .where(
      inArray(
        minorParts.workId,
        works.map(({ id }) => id),
      ),
    )
  return own.flatMap(({ kind, source }): Array<[string, LedgerPaper]> => {
    const [, id] = source.split(':')
    const part = parts.find((p) => p.id === id)
    const work = works.find((w) => w.id === (part?.workId ?? id))
    if (!work) return []
    const voucherNo = kind === 'minor.pay' ? (part?.voucherNo ?? null) : null
    const href = `/minor-works/${work.id}`
    return [[source, { part: part?.title ?? null, no: voucherNo ?? work.refNo, voucherNo, href }]]
  })
}

/** 订单月结: the claim of the month, and its voucher once it is paid. */
async function ofSettlements(db: Reader, entries: readonly Entry[]) {
  const own = entries.filter(({ kind }) => kind.startsWith('settlement.'))
  if (own.length === 0) return []
  const claims = await db
    .select()
    .from(settlements)
    .where(inArray(settlements.refNo, [...new Set(own.map(({ memo }) => memo ?? ''))]))
  return own.flatMap(({ kind, source, memo }): Array<[string, LedgerPaper]> => {
    const claim = claims.find(({ refNo }) => refNo === memo)
    if (!claim) return []
    const voucherNo = kind === 'settlement.confirm' ? claim.voucherNo : null
    const href = `/frameworks/${claim.frameworkId}#settled`
    return [[source, { part: claim.month, no: voucherNo ?? claim.refNo, voucherNo, href }]]
  })
}

/** By the source of each entry. */
export async function papersOf(db: Reader, rows: readonly { entry: Entry }[]) {
  const entries = rows.map(({ entry }) => entry)
  return new Map([...(await ofWorks(db, entries)), ...(await ofSettlements(db, entries))])
}

type Asked = { entry: { kind: string; source: string }; payment: { voucherNo: string | null } | null }
/** Which voucher an entry of a contract's payment was made by: a voucher that came back keeps its own entries, and none was there when it was asked for. */
export async function voucherNosOf(db: Reader, rows: readonly Asked[]) {
  const sent = rows.flatMap(
    ({ entry: { source } }) => /^payment\.(?:submit|bounce):(.+)$/.exec(source)?.[1] ?? [],
  )
  const known = await db.select().from(vouchers).where(inArray(vouchers.id, sent))
  const noOf = new Map(known.map(({ id, no }) => [id, no]))
  return ({ entry: { kind, source }, payment }: Asked) =>
    ['payment.request', 'payment.decline'].includes(kind)
      ? null
      : (noOf.get(source.slice(kind.length + 1)) ?? payment?.voucherNo ?? null)
}

import { and, eq, inArray } from 'drizzle-orm'
import type { Fault, Ingested } from '#app/ports/payments/funding-provider.ts'
import { sha256 } from '#app/ports/vault.ts'
import { bankLines, bankLists } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import type { bankLineWhys } from '#db/vocabulary.ts'
import type { Context } from '../../context.ts'
import { dateOf } from '../../dates.ts'
import { authorize, may } from '../../policy/index.ts'
import { type SentVoucher, sentVouchers } from './sent-vouchers.ts'
import { treasuryOf } from './treasury-papers.ts'

type Fact = Ingested['facts'][number]
type Why = (typeof bankLineWhys)[number]
/** A line as it was read: why it waits, or what it settles; `known`: a person has registered that very receipt. */
export type ReadLine = Fact & {
  why: Why | null
  settles: Pick<SentVoucher, 'of' | 'id'> | null
  known: boolean
}

const CHUNK = 500
const chunks = <T>(all: readonly T[]) =>
  Array.from({ length: Math.ceil(all.length / CHUNK) }, (_, i) => all.slice(i * CHUNK, (i + 1) * CHUNK))
const plain = (name: string) => name.normalize('NFKC').replace(/\s/g, '')

const isKnown = (fact: Fact, found: SentVoucher) =>
  fact.kind === 'released' && found.receiptNo !== null && plain(found.receiptNo) === plain(fact.proof)

/** Why a line is not taken by itself; null: voucher, sum, payee and day agree, and what it pays waits for the bank. */
function whyOf(ctx: Context, fact: Fact, found: SentVoucher | undefined): Why | null {
  if (!found) return 'no_voucher'
  if (fact.amount !== found.amount) return 'other_sum'
  if (plain(fact.payee ?? '') !== plain(found.payeeName)) return 'other_payee'
  if (isKnown(fact, found)) return null
  if (dateOf(new Date(fact.at)) < found.dated) return 'before_voucher'
  if (!found.waits) return 'not_waiting'
  return may(ctx.actor, `${found.of}.confirm`, found.subject) ? null : 'other_person'
}

/** Receipts an earlier list already brought, and a list that is already here. */
async function broughtBefore(db: Reader, buyerId: string, facts: readonly Fact[]): Promise<Fault[]> {
  const known = new Set<string>()
  for (const part of chunks(facts)) {
    const receipts = part.map(({ proof }) => proof)
    const rows = await db
      .select({ no: bankLines.receiptNo })
      .from(bankLines)
      .where(and(eq(bankLines.buyerId, buyerId), inArray(bankLines.receiptNo, receipts)))
    for (const { no } of rows) known.add(no)
  }
  return facts.filter(({ proof }) => known.has(proof)).map(({ line }) => ({ line, reason: 'already' }))
}

/** A second line that would settle the same payment or claim waits for a person. */
function onceEach(lines: readonly ReadLine[]): ReadLine[] {
  const taken = new Set<string>()
  return lines.map((line) => {
    if (!line.settles) return line
    if (taken.has(line.settles.id)) return { ...line, why: 'not_waiting' as const, settles: null }
    taken.add(line.settles.id)
    return line
  })
}

/** What a list of the bank would do, read inside or outside of a transaction; `faults` name each bad line. */
export async function readBankList(db: Reader, ctx: Context, bytes: Buffer) {
  const buyerId = ctx.actor.seat?.partyId ?? ''
  authorize(ctx.actor, 'bank.import', { buyerId })
  const read = await treasuryOf(db, buyerId).ingest({
    body: bytes,
    signature: null,
    at: ctx.clock.now().getTime(),
  })
  const faults = [...read.faults, ...(await broughtBefore(db, buyerId, read.facts))]
  faults.sort((a, b) => a.line - b.line)
  const years = [...new Set(read.facts.map(({ key }) => Number(key.slice(0, 4))))]
  const known = await sentVouchers(db, buyerId, years)
  const lines = read.facts.map((fact): ReadLine => {
    const found = known.get(fact.key)
    const why = whyOf(ctx, fact, found)
    const agrees = why === null ? found! : null
    return { ...fact, why, settles: agrees, known: agrees !== null && isKnown(fact, agrees) }
  })
  const hash = sha256(JSON.stringify(read.facts))
  return { buyerId, faults, hash, lines: onceEach(lines) }
}

/** 试导: names every fault by its row and says what would be matched; nothing is written. */
export async function tryBankList(ctx: Context, bytes: Buffer) {
  const { buyerId, faults, hash, lines } = await readBankList(ctx.db, ctx, bytes)
  const [before] = await ctx.db
    .select({ refNo: bankLists.refNo })
    .from(bankLists)
    .where(and(eq(bankLists.buyerId, buyerId), eq(bankLists.hash, hash)))
  const whys = Object.entries(Object.groupBy(lines, ({ why }) => why ?? 'matched'))
  const counts = Object.fromEntries(whys.map(([why, all]) => [why, all?.length ?? 0]))
  return { faults, lines: lines.length, matched: counts.matched ?? 0, counts, before: before?.refNo ?? null }
}
export type TriedList = Awaited<ReturnType<typeof tryBankList>>

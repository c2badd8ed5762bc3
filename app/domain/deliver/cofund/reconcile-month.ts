import { and, asc, gte, lt } from 'drizzle-orm'
import type { differenceKinds, FundingFact } from '#app/ports/payments/funding-provider.ts'
import { paymentFacts, providerFacts, reconciliations } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { addDays, addMonths, dateOf, startOf } from '../../dates.ts'
import { type Fen, fen, minus, negative, sum, zero } from '../../money.ts'
import { authorize } from '../../policy/index.ts'
import { Refusal } from '../../refusal.ts'

type Fact = Pick<typeof providerFacts.$inferSelect, 'kind' | 'amount' | 'fee' | 'happenedAt'>
type Kind = (typeof differenceKinds)[number]
/** What a fact does to the money that lies with the provider (分): in, out, or nothing. */
function moves({ kind, amount, fee }: Fact): Fen {
  if (kind === 'funded') return minus(amount, fee ?? zero)
  if (kind === 'returned') return amount
  return ['released', 'refunded', 'dispute_lost'].includes(kind) ? negative(amount) : zero
}
const shown = ['funded', 'released', 'returned', 'refunded', 'dispute_lost'] as const satisfies ReadonlyArray<
  FundingFact['kind']
>

/** Of gifts and of buyers' payments alike. */
const factsBefore = async (db: Reader, end: Date): Promise<Fact[]> => [
  ...(await db.select().from(providerFacts).where(lt(providerFacts.happenedAt, end))),
  ...(await db.select().from(paymentFacts).where(lt(paymentFacts.happenedAt, end))),
]

const daysOf = (db: Reader, from: string, end: string) =>
  db
    .select()
    .from(reconciliations)
    .where(and(gte(reconciliations.day, from), lt(reconciliations.day, end)))
    .orderBy(asc(reconciliations.day))

/** Sums of a month by what happened, and what lay with the provider before and after it. */
function booksOf(facts: readonly Fact[], from: Date) {
  const within = facts.filter(({ happenedAt }) => happenedAt >= from)
  const before = sum(facts.filter(({ happenedAt }) => happenedAt < from).map(moves))
  const of = (kind: string) => within.filter((fact) => fact.kind === kind)
  return {
    before,
    after: sum([before, ...within.map(moves)]),
    fee: sum(of('funded').map(({ fee }) => fen(fee ?? 0))),
    kinds: shown.map((kind) => ({
      kind,
      n: of(kind).length,
      amount: sum(of(kind).map(({ amount }) => amount)),
    })),
    days: [...new Set(within.map(({ happenedAt }) => dateOf(happenedAt)))],
  }
}

/** 月结: a month of the provider beside the treasury, with every day that was compared, what differs, and whether it may be closed. */
export async function reconcileMonth(ctx: Context, month: string) {
  authorize(ctx.actor, 'cofund.reconcile', {})
  if (!/^20\d\d-(0[1-9]|1[0-2])$/.test(month)) throw new Refusal('missing', 'no-such-month')
  const from = `${month}-01`
  const end = addMonths(from, 1)
  const today = dateOf(ctx.clock.now())
  if (from > today) throw new Refusal('missing', 'no-such-month')
  const { days: moved, ...books } = booksOf(await factsBefore(ctx.db, startOf(end)), startOf(from))
  const days = await daysOf(ctx.db, from, end)
  const uncompared = moved.filter((day) => day < today && !days.some((one) => one.day === day))
  const rows = days.flatMap(({ day, rows: all }) =>
    all.map((row) => ({ ...row, kind: row.kind as Kind, day })),
  )
  return {
    ...{ month, last: addDays(end, -1), at: ctx.clock.now(), books, rows, uncompared },
    days: days.map(({ rows: _, ...day }) => day),
    over: end <= today,
    closes: end <= today && uncompared.length === 0 && rows.length === 0,
  }
}

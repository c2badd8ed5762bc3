import { and, eq, gte, lt, ne } from 'drizzle-orm'
import type { Booked, Difference, FundingProvider } from '#app/ports/payments/funding-provider.ts'
import { paymentFacts, providerCalls, providerFacts, reconciliations } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { addDays, dateOf, endOf, startOf } from '../../dates.ts'

const compared = ['funded', 'released', 'returned', 'refunded']
/** What we booked of a day, as the provider's own books would say it. */
async function bookedOn(db: Reader, provider: string, day: string): Promise<Booked[]> {
  const of = (f: typeof providerFacts | typeof paymentFacts) => {
    const inDay = and(gte(f.happenedAt, startOf(day)), lt(f.happenedAt, endOf(day)))
    return and(eq(f.provider, provider), inDay)
  }
  const rows = [
    ...(await db.select().from(providerFacts).where(of(providerFacts))),
    ...(await db.select().from(paymentFacts).where(of(paymentFacts))),
  ]
  return rows
    .filter(({ kind }) => compared.includes(kind))
    .map(({ kind, factKey: key, amount, proof, fee }) => ({
      ...{ kind: kind as Booked['kind'], key, amount, proof },
      ...(kind === 'funded' ? { fee: fee ?? 0 } : {}),
    }))
}

/** Calls that were decided before the day ended and have not come through. */
async function stuckOn(db: Reader, provider: string, day: string): Promise<Difference[]> {
  const c = providerCalls
  const rows = await db
    .select()
    .from(c)
    .where(and(eq(c.provider, provider), ne(c.state, 'done'), lt(c.createdAt, endOf(day))))
  return rows.map(({ callKey: key, amount, lastError }) => ({
    ...{ kind: 'stuck' as const, key, proof: lastError ?? '', ours: amount, theirs: null },
  }))
}

/** 对账: our books of one day against the provider's, kept with everything that does not match. */
export async function reconcileDay(ctx: Context, provider: FundingProvider, day: string) {
  const { code } = provider.capabilities
  const period = { from: startOf(day).getTime(), to: endOf(day).getTime() }
  const all = await provider.reconcile(period, await bookedOn(ctx.db, code, day))
  const rows = [...all.filter(({ kind }) => kind !== 'matched'), ...(await stuckOn(ctx.db, code, day))]
  const found = { matched: all.length - all.filter(({ kind }) => kind !== 'matched').length }
  const kept = { provider: code, day, ...found, differing: rows.length, rows, at: ctx.clock.now() }
  return ctx.transact(async (tx) => {
    const target = [reconciliations.provider, reconciliations.day]
    await tx.insert(reconciliations).values(kept).onConflictDoUpdate({ target, set: kept })
    return { day, matched: kept.matched, differing: kept.differing }
  })
}

/** Yesterday's books, once a night; what differed is compared again the night after. */
export async function reconcileNightly(ctx: Context, provider: FundingProvider) {
  const today = dateOf(ctx.clock.now())
  const mine = eq(reconciliations.provider, provider.capabilities.code)
  for (const day of [addDays(today, -2), addDays(today, -1)]) {
    const [known] = await ctx.db
      .select()
      .from(reconciliations)
      .where(and(mine, eq(reconciliations.day, day)))
    if (known && (known.differing === 0 || dateOf(known.at) === today)) continue
    await reconcileDay(ctx, provider, day)
  }
}

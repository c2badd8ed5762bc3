import { and, eq, inArray, ne } from 'drizzle-orm'
import { budgetLines, fundPools, methods, needs, planNeeds, plans } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import { type Fen, plus, sum } from '../../money.ts'
import { type Method, placesOfBuyer } from './routes-for.ts'

type Buying = {
  buyerId: string
  categories: readonly string[]
  year: number
  amount: Fen
  exceptId?: string
  /** The route it goes by, where that is chosen. */
  method?: Method
}
export type Splitting = {
  total: Fen
  others: Array<{ id: string; title: string; amount: Fen }>
  crosses: Method | null
  /** 同一方式的上限: its own route, where what goes by it together is more than that route takes at once. */
  exceeds: { route: Method; total: Fen } | null
}

type Other = Splitting['others'][number] & { code: string }
function exceeded(others: readonly Other[], { method, amount }: Buying): Splitting['exceeds'] {
  const same = others.filter((o) => o.code === method?.code)
  const total = plus(sum(same.map((o) => o.amount)), amount)
  const over = method && method.maxAmount !== null && same.length > 0 && total > method.maxAmount
  return over ? { route: method, total } : null
}

/** What else one buyer plans in these categories in a year. */
const othersOf = (db: Reader, buying: Buying) =>
  db
    .selectDistinct({ id: plans.id, title: plans.title, amount: plans.amount, code: methods.code })
    .from(plans)
    .innerJoin(planNeeds, eq(planNeeds.planId, plans.id))
    .innerJoin(needs, eq(needs.id, planNeeds.needId))
    .innerJoin(budgetLines, eq(budgetLines.id, plans.lineId))
    .innerJoin(methods, eq(methods.id, plans.methodId))
    .innerJoin(fundPools, eq(fundPools.id, budgetLines.poolId))
    .where(
      and(
        eq(plans.buyerId, buying.buyerId),
        eq(fundPools.year, buying.year),
        inArray(needs.category, buying.categories as (typeof needs.$inferSelect)['category'][]),
        ne(plans.state, 'rejected'),
        buying.exceptId ? ne(plans.id, buying.exceptId) : undefined,
      ),
    )

/**
 * 化整为零: what one buyer plans in one category and year, together with this amount (分).
 * `crosses` is the route, of the statute or of the buyer's own place, that the sum would need where this part alone stays
 * below it: a hint for whoever approves.
 */
export async function splittingOf(db: Reader, all: readonly Method[], buying: Buying): Promise<Splitting> {
  const others = await othersOf(db, buying)
  const total = plus(sum(others.map((o) => o.amount)), buying.amount)
  const places = await placesOfBuyer(db, buying.buyerId)
  const [needed] = all
    .filter((m) => !m.placeId || places.includes(m.placeId))
    .filter((m) => m.minAmount > buying.amount && m.minAmount <= total)
    .toSorted((a, b) => b.minAmount - a.minAmount)
  return {
    total,
    others: others.map(({ code: _, ...other }) => other),
    crosses: others.length > 0 ? (needed ?? null) : null,
    exceeds: exceeded(others, buying),
  }
}

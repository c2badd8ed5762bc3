import { asc, eq, inArray } from 'drizzle-orm'
import { budgetLines, needs, parties, planNeeds, plans } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import type { LedgerAccount } from '#db/vocabulary.ts'
import { type Fen, minus, negative, shareOf, sum } from '../../../money.ts'
import { type Receipt, reached, receiptsOn } from './receipts.ts'

/** Where money comes from: budgets as they are opened, gifts as they are given, less what was given back. */
export const origins: LedgerAccount[] = ['source', 'given', 'refunded']
/** One entry's share of one place, in 分: of the community it serves, or of whoever spends it for all. */
export type PlacePart = Receipt & { placeId: string | null }

/** The communities whose needs a plan serves, in the order they were asked; one may stand there twice. */
async function servedBy(db: Reader, planIds: readonly string[]) {
  const rows = await db
    .select({ planId: planNeeds.planId, communityId: needs.communityId })
    .from(planNeeds)
    .innerJoin(needs, eq(needs.id, planNeeds.needId))
    .where(inArray(planNeeds.planId, [...planIds]))
    .orderBy(asc(planNeeds.planId), asc(needs.refNo))
  return (planId: string) => rows.filter((row) => row.planId === planId).map((row) => row.communityId)
}

/** Where a plan's money is spent: in the communities it serves, in its own, or throughout its buyer's place. */
async function placesOfPlans(db: Reader, planIds: readonly string[]) {
  const served = await servedBy(db, planIds)
  const rows = await db
    .select({ id: plans.id, communityId: plans.communityId, buyerPlace: parties.placeId })
    .from(plans)
    .innerJoin(parties, eq(parties.id, plans.buyerId))
    .where(inArray(plans.id, [...planIds]))
  return new Map(
    rows.map(({ id, communityId, buyerPlace }) => {
      const asked = served(id)
      return [id, asked.length > 0 ? asked : [communityId ?? buyerPlace]]
    }),
  )
}

/** Where a line's money belongs before any plan spends it. */
async function placesOfLines(db: Reader, lineIds: readonly string[]) {
  const rows = await db
    .select({ id: budgetLines.id, communityId: budgetLines.communityId, buyerPlace: parties.placeId })
    .from(budgetLines)
    .innerJoin(parties, eq(parties.id, budgetLines.buyerId))
    .where(inArray(budgetLines.id, [...lineIds]))
  return new Map(rows.map(({ id, communityId, buyerPlace }) => [id, [communityId ?? buyerPlace]]))
}

/** An amount over several places: equal shares, the odd 分 to the first, so that nothing is lost. */
function shared(amount: Fen, places: ReadonlyArray<string | null>) {
  const equal = places.slice(1).map(() => shareOf(amount, 1, places.length))
  return [minus(amount, sum(equal)), ...equal].map((part, at) => ({ placeId: places[at]!, amount: part }))
}

async function partsOn(db: Reader, accounts: readonly LedgerAccount[], year: number) {
  const all = await receiptsOn(db, accounts, year)
  const planned = await placesOfPlans(db, [...new Set(all.flatMap(({ planId }) => planId ?? []))])
  const lined = await placesOfLines(db, [...new Set(all.map(({ lineId }) => lineId))])
  return all.flatMap((one) =>
    shared(one.amount, planned.get(one.planId ?? '') ?? lined.get(one.lineId) ?? [null]).map((part) => ({
      ...one,
      ...part,
    })),
  )
}

/** 支出: what the ledger paid in a year, place by place. */
export const spentIn = (db: Reader, year: number): Promise<PlacePart[]> => partsOn(db, reached, year)
/** 收入: what the ledger took in in a year, place by place. */
export async function broughtIn(db: Reader, year: number): Promise<PlacePart[]> {
  const parts = await partsOn(db, origins, year)
  return parts.map((part) => ({ ...part, amount: negative(part.amount) }))
}

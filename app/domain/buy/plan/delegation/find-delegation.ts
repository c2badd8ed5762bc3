import { and, desc, eq, inArray, isNull, lte } from 'drizzle-orm'
import { approvalDelegations, budgetLines, fundPools, planApprovals, plans } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import type { categories } from '#db/vocabulary.ts'
import { atLeastNought, type Fen, minus, sum } from '../../../money.ts'

export type Delegation = typeof approvalDelegations.$inferSelect
type Category = (typeof categories)[number]

type Place = Pick<Delegation, 'streetId' | 'communityId'>
/** Every version a street wrote for a community. */
export const ofPlace = ({ streetId, communityId }: Place) =>
  and(eq(approvalDelegations.streetId, streetId), eq(approvalDelegations.communityId, communityId))

/** The newest version for a community, of those that had begun by a day: with it every older one is over. */
export async function newestDelegation(db: Reader, place: Place, begunBy?: string) {
  const begun = begunBy === undefined ? undefined : lte(approvalDelegations.from, begunBy)
  const [found] = await db
    .select()
    .from(approvalDelegations)
    .where(and(ofPlace(place), begun))
    .orderBy(desc(approvalDelegations.version))
    .limit(1)
  return found ?? null
}
export const isInForce = ({ withdrawnAt, from, to }: Delegation, today: string) =>
  withdrawnAt === null && from <= today && today <= to

export async function delegationOf(db: Reader, id: string | null): Promise<Delegation | null> {
  if (!id) return null
  const [found] = await db.select().from(approvalDelegations).where(eq(approvalDelegations.id, id))
  return found ?? null
}

/** Whether a plan sent under it may still be signed under it on a day: it runs, and no newer one has begun. */
export async function stillSigns(db: Reader, delegation: Delegation, today: string) {
  const newest = await newestDelegation(db, delegation, today)
  return newest?.id === delegation.id && isInForce(delegation, today)
}

/** Plans a director signed, and those that wait for him: what takes from the sum of the line's year. */
async function takenBy(
  db: Reader,
  { id: own, streetId, committeeId }: Delegation,
  year: number,
  exceptId?: string,
) {
  const rows = await db
    .select({ id: plans.id, amount: plans.amount, state: plans.state, under: approvalDelegations.id })
    .from(plans)
    .innerJoin(approvalDelegations, eq(approvalDelegations.id, plans.delegationId))
    .innerJoin(budgetLines, eq(budgetLines.id, plans.lineId))
    .innerJoin(fundPools, eq(fundPools.id, budgetLines.poolId))
    .where(
      and(
        eq(approvalDelegations.streetId, streetId),
        eq(approvalDelegations.committeeId, committeeId),
        eq(fundPools.year, year),
        inArray(plans.state, ['in_review', 'approved']),
      ),
    )
  const signed = await db
    .select({ id: planApprovals.planId })
    .from(planApprovals)
    .where(and(eq(planApprovals.step, 'delegate'), isNull(planApprovals.voidedAt)))
  const done = new Set(signed.map(({ id }) => id))
  return rows
    .filter(({ id }) => id !== exceptId)
    .filter(({ id, state, under }) => done.has(id) || (state === 'in_review' && under === own))
}

async function yearOfLine(db: Reader, lineId: string) {
  const [line] = await db
    .select({ year: fundPools.year })
    .from(budgetLines)
    .innerJoin(fundPools, eq(fundPools.id, budgetLines.poolId))
    .where(eq(budgetLines.id, lineId))
  return line?.year ?? 0
}

/** How much of the sum of the year is used, in 分, and by how many plans. */
export async function usedOf(db: Reader, delegation: Delegation, exceptId?: string) {
  const taken = await takenBy(db, delegation, await yearOfLine(db, delegation.lineId), exceptId)
  const used = sum(taken.map(({ amount }) => amount))
  return { used, plans: taken.length, left: atLeastNought(minus(delegation.perYear, used)) }
}

export type Asked = {
  buyerId: string
  lineId: string
  amount: Fen
  directGround: string | null
  needs: ReadonlyArray<{ communityId: string; category: Category }>
  id?: string
}
/** Why a plan goes to the street: a message key `delegation.why.<why>`. */
export type WhyStreet = 'none' | 'several' | 'line' | 'category' | 'direct' | 'purchase' | 'year'

const placeOf = (needs: Asked['needs']) => {
  const there = new Set(needs.map(({ communityId }) => communityId))
  return there.size === 1 ? [...there][0]! : null
}
function outside(delegation: Delegation, asked: Asked, left: Fen): WhyStreet | null {
  if (delegation.lineId !== asked.lineId) return 'line'
  if (asked.needs.some(({ category }) => !(delegation.categories ?? []).includes(category))) return 'category'
  if (asked.directGround) return 'direct'
  if (asked.amount > delegation.perPurchase) return 'purchase'
  return asked.amount > left ? 'year' : null
}

/** Whether the committee's director may sign a plan to the end in the street's stead on a day; if not, why not. */
export async function judgeDelegation(db: Reader, asked: Asked, today: string) {
  const communityId = placeOf(asked.needs)
  if (!communityId) return { delegation: null, why: 'several' as const, left: null }
  const newest = await newestDelegation(db, { streetId: asked.buyerId, communityId }, today)
  if (!newest || !isInForce(newest, today)) return { delegation: null, why: 'none' as const, left: null }
  const { left } = await usedOf(db, newest, asked.id)
  return { delegation: newest, why: outside(newest, asked, left), left }
}

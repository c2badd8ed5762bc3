import { asc, desc, eq, inArray } from 'drizzle-orm'
import { budgetLines, fundPools, parties } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import type { Context } from '../context.ts'
import { dateOf } from '../dates.ts'
import { sum } from '../money.ts'
import { authorize, may } from '../policy/index.ts'
import { poolRulesOn } from './pool-rule.ts'
import { doublesOf } from './tell-apart.ts'

const ownPools = (db: Reader, ownerId: string) =>
  db
    .select()
    .from(fundPools)
    .where(eq(fundPools.ownerId, ownerId))
    .orderBy(desc(fundPools.year), asc(fundPools.code))
const buyersOf = (db: Reader) =>
  db
    .select({ id: parties.id, name: parties.name })
    .from(parties)
    .where(inArray(parties.kind, ['street_office', 'district_office']))
    .orderBy(asc(parties.name))

/** A body's pools with the lines cut out of them, and what this seat may do about them. */
export async function budgetPage({ db, actor, clock }: Context) {
  const ownerId = actor.seat?.partyId ?? ''
  authorize(actor, 'pool.read', { ownerId })
  const pools = await ownPools(db, ownerId)
  const ids = pools.map((pool) => pool.id)
  const lines = await db
    .select({ line: budgetLines, buyer: parties.name })
    .from(budgetLines)
    .innerJoin(parties, eq(parties.id, budgetLines.buyerId))
    .where(inArray(budgetLines.poolId, ids.length > 0 ? ids : ['']))
    .orderBy(asc(budgetLines.code))
  const of = (poolId: string) => lines.filter(({ line }) => line.poolId === poolId)
  return {
    pools: pools.map((pool) => ({
      ...pool,
      left: pool.total - sum(of(pool.id).map(({ line }) => line.amount)),
      lines: of(pool.id).map(({ line, buyer }) => ({ ...line, buyer })),
    })),
    rules: await poolRulesOn(db, dateOf(clock.now())),
    doubles: (await doublesOf(db, ownerId)).map((pair) => ({
      ...pair,
      may: pair.reason === null && may(actor, 'plan.tell_apart', { buyerId: ownerId, ...pair.plan }),
    })),
    buyers: await buyersOf(db),
    sets: may(actor, 'pool.set_up', { ownerId }),
    approves: may(actor, 'pool.approve', { ownerId }),
  }
}

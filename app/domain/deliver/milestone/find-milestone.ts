import { asc, eq } from 'drizzle-orm'
import { indicatorReadings, indicators, milestones } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import { type Fen, minus, zero } from '../../money.ts'
import { Refusal } from '../../refusal.ts'
import { type ContractFacts, findContract } from '../contract/find-contract.ts'

export type Milestone = typeof milestones.$inferSelect
export type MilestoneFacts = Milestone & {
  contract: ContractFacts
  /** 分 that may be paid for it: its price less what the contract's formula withholds. */
  payable: Fen
}

export const payableOf = (m: Pick<Milestone, 'price' | 'withheld'>): Fen => minus(m.price, m.withheld ?? zero)

/** One milestone with the contract it belongs to. */
export async function findMilestone(db: Reader, id: string): Promise<MilestoneFacts> {
  const [found] = await db.select().from(milestones).where(eq(milestones.id, id))
  if (!found) throw new Refusal('missing', 'milestone-missing')
  return { ...found, payable: payableOf(found), contract: await findContract(db, found.contractId) }
}

/** A contract's milestones in order. */
export const milestonesOf = (db: Reader, contractId: string): Promise<Milestone[]> =>
  db.select().from(milestones).where(eq(milestones.contractId, contractId)).orderBy(asc(milestones.ordinal))

export const indicatorsOf = (db: Reader, contractId: string) =>
  db.select().from(indicators).where(eq(indicators.contractId, contractId)).orderBy(asc(indicators.code))

/** Each indicator with its latest reading; null: nothing was claimed of it yet. */
export async function indicatorsRead(db: Reader, contractId: string) {
  const readings = await db
    .select({ indicatorId: indicatorReadings.indicatorId, value: indicatorReadings.value })
    .from(indicatorReadings)
    .innerJoin(milestones, eq(milestones.id, indicatorReadings.milestoneId))
    .where(eq(milestones.contractId, contractId))
    .orderBy(asc(milestones.ordinal))
  return (await indicatorsOf(db, contractId)).map((one) => ({
    ...one,
    value: readings.findLast((r) => r.indicatorId === one.id)?.value ?? null,
  }))
}

/** What each indicator stood at when a milestone was claimed, beside its target. */
export const readingsOf = (db: Reader, milestoneId: string) =>
  db
    .select({
      id: indicators.id,
      code: indicators.code,
      name: indicators.name,
      unit: indicators.unit,
      target: indicators.target,
      value: indicatorReadings.value,
    })
    .from(indicatorReadings)
    .innerJoin(indicators, eq(indicators.id, indicatorReadings.indicatorId))
    .where(eq(indicatorReadings.milestoneId, milestoneId))
    .orderBy(asc(indicators.code))

import { asc, eq } from 'drizzle-orm'
import { contractChanges, milestones, payments } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import { atLeastNought, type Fen, fen, minus, percentOf, sum, zero } from '../../money.ts'
import { parameter } from '../../parameters.ts'
import { Refusal } from '../../refusal.ts'
import { type ContractFacts, findContract } from './find-contract.ts'

export type Change = typeof contractChanges.$inferSelect
export type ChangeFacts = Change & { contract: ContractFacts }

/** One change with the contract it changes. */
export async function findChange(db: Reader, id: string): Promise<ChangeFacts> {
  const [found] = await db.select().from(contractChanges).where(eq(contractChanges.id, id))
  if (!found) throw new Refusal('missing', 'change-missing')
  return { ...found, contract: await findContract(db, found.contractId) }
}

/** Every change of a contract, the oldest first. */
export const changesOf = (db: Reader, contractId: string) =>
  db
    .select()
    .from(contractChanges)
    .where(eq(contractChanges.contractId, contractId))
    .orderBy(asc(contractChanges.draftedAt), asc(contractChanges.id))

/** Whether an indicator falls, so that the service centre must be heard first. */
export const lowers = ({ indicators }: Pick<Change, 'indicators'>) =>
  indicators.some(({ was, target }) => target < was)

/** Whether another social worker is named and the committee has not said that it knows. */
export const waitsForCommittee = ({
  workerId,
  acknowledgedAt,
}: Pick<Change, 'workerId' | 'acknowledgedAt'>) => workerId !== null && acknowledgedAt === null

/** What the policy asks about a change. */
export const subjectOf = ({ contract, draftedBy }: ChangeFacts) => ({ ...contract, changeBy: draftedBy })

const size = (amount: Fen) => fen(Math.abs(amount))

/** How far the price may still move, in 分: all changes together stay within the figure (政府采购法 第四十九条). */
export async function roomOf(db: Reader, contract: { id: string; price: Fen }, on: string) {
  const done = (await changesOf(db, contract.id)).filter((c) => c.state === 'approved')
  const moved = done.map((c) => c.priceBy ?? zero)
  const signed = minus(contract.price, sum(moved))
  const { value: percent, source } = await parameter(db, 'SUPPLEMENT_MAX', on)
  const left = atLeastNought(minus(percentOf(signed, percent), sum(moved.map(size))))
  return { signed, percent, source, left }
}

/** The last tranche nobody has claimed or asked money for: what the price moves by is added to it. */
export async function openTranche(db: Reader, contractId: string) {
  const parts = await db
    .select()
    .from(milestones)
    .where(eq(milestones.contractId, contractId))
    .orderBy(asc(milestones.ordinal))
  const asked = await db
    .select({ milestoneId: payments.milestoneId })
    .from(payments)
    .where(eq(payments.contractId, contractId))
  const last = parts.at(-1)
  const open = last && ['planned', 'returned'].includes(last.state)
  return open && !asked.some((p) => p.milestoneId === last.id) ? last : null
}

import { and, eq } from 'drizzle-orm'
import {
  amendments,
  awards,
  challenges,
  complaints,
  contractChanges,
  contracts,
  frameworks,
  milestones,
  orders,
  payments,
  questions,
  settlements,
} from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'

/** Which call, or which plan, the subject of an act belongs to; null: nothing to tell of it. */
export type Finds = (db: Reader, subject: string) => Promise<string | null>

const first = async (rows: Promise<Array<{ id: string | null }>>) => (await rows)[0]?.id ?? null
export const itself: Finds = async (_db, subject) => subject
export const ofNone: Finds = async () => null
export const ofQuestion: Finds = (db, id) =>
  first(db.select({ id: questions.tenderId }).from(questions).where(eq(questions.id, id)))
export const ofAmendment: Finds = (db, id) =>
  first(db.select({ id: amendments.tenderId }).from(amendments).where(eq(amendments.id, id)))
export const ofAward: Finds = (db, id) =>
  first(db.select({ id: awards.tenderId }).from(awards).where(eq(awards.id, id)))
export const ofChallenge: Finds = (db, id) =>
  first(db.select({ id: challenges.tenderId }).from(challenges).where(eq(challenges.id, id)))
export const ofComplaint: Finds = (db, id) =>
  first(db.select({ id: complaints.tenderId }).from(complaints).where(eq(complaints.id, id)))
export const ofContract: Finds = (db, id) =>
  first(db.select({ id: contracts.tenderId }).from(contracts).where(eq(contracts.id, id)))
const through =
  (find: Finds): Finds =>
  async (db, id) => {
    const contractId = await find(db, id)
    return contractId === null ? null : ofContract(db, contractId)
  }
export const ofChange = through((db, id) =>
  first(
    db.select({ id: contractChanges.contractId }).from(contractChanges).where(eq(contractChanges.id, id)),
  ),
)
export const ofMilestone = through((db, id) =>
  first(db.select({ id: milestones.contractId }).from(milestones).where(eq(milestones.id, id))),
)
export const ofPayment = through((db, id) =>
  first(db.select({ id: payments.contractId }).from(payments).where(eq(payments.id, id))),
)
export const ofSettlement: Finds = (db, id) =>
  first(db.select({ id: settlements.frameworkId }).from(settlements).where(eq(settlements.id, id)))
/** A tenth order confirmed of a provider, beyond a hundred each hundredth: the difference between two releases is never one person's, and what goes well is not told a thousand times. */
export const ofTenth: Finds = async (db, id) => {
  const { frameworkId, supplierId } = orders
  const [one] = await db.select({ frameworkId, supplierId }).from(orders).where(eq(orders.id, id))
  if (!one) return null
  const mine = and(
    eq(orders.frameworkId, one.frameworkId),
    eq(orders.supplierId, one.supplierId),
    eq(orders.state, 'confirmed'),
  )
  const n = await db.$count(orders, mine)
  return n % (n > 100 ? 100 : 10) === 0 ? one.frameworkId : null
}
export const ofAgreement: Finds = (db, id) =>
  first(
    db
      .select({ id: frameworks.planId })
      .from(orders)
      .innerJoin(frameworks, eq(frameworks.id, orders.frameworkId))
      .where(eq(orders.id, id)),
  )

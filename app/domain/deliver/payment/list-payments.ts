import { asc, desc, eq, inArray } from 'drizzle-orm'
import { contracts, milestones, parties, payments } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import { type Actor, readsOf } from '../../who/actor.ts'
import { milestonesOf, payableOf } from '../milestone/find-milestone.ts'

const listed = (db: Reader) =>
  db
    .select({ payment: payments, part: milestones.title, contract: contracts, supplier: parties.name })
    .from(payments)
    .innerJoin(milestones, eq(milestones.id, payments.milestoneId))
    .innerJoin(contracts, eq(contracts.id, payments.contractId))
    .innerJoin(parties, eq(parties.id, contracts.supplierId))

/** The payments of the buyers whose files a seat reads, the newest first. */
export const paymentsOfBuyers = (db: Reader, actor: Actor) =>
  listed(db)
    .where(inArray(contracts.buyerId, readsOf(actor)))
    .orderBy(desc(payments.requestedAt), desc(payments.id))

/** The payments of everything one organisation does. */
export const paymentsOfSupplier = (db: Reader, supplierId: string) =>
  listed(db)
    .where(eq(contracts.supplierId, supplierId))
    .orderBy(desc(payments.requestedAt), desc(payments.id))
export type ListedPayment = Awaited<ReturnType<typeof paymentsOfBuyers>>[number]

/** A contract's money part by part: its gate, its sum, and the request that lives for it, with those declined before. */
export async function partsOfContract(db: Reader, contractId: string) {
  const asked = await db
    .select()
    .from(payments)
    .where(eq(payments.contractId, contractId))
    .orderBy(asc(payments.requestedAt), asc(payments.id))
  return (await milestonesOf(db, contractId)).map((m) => {
    const mine = asked.filter((p) => p.milestoneId === m.id)
    return {
      id: m.id,
      ordinal: m.ordinal,
      title: m.title,
      gate: m.gate,
      state: m.state,
      price: m.price,
      withheld: m.withheld,
      payable: payableOf(m),
      dueOn: m.dueOn,
      payment: mine.find((p) => p.state !== 'declined') ?? null,
      declined: mine.filter((p) => p.state === 'declined'),
    }
  })
}
export type MoneyPart = Awaited<ReturnType<typeof partsOfContract>>[number]

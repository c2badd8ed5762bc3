import { asc, desc, eq } from 'drizzle-orm'
import { linkages, milestones, parties, payments, persons } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import { indicatorsRead } from '../deliver/milestone/find-milestone.ts'

/** The three sectors; a social worker by surname and title, no other person by name. */
export const linkageOf = (db: Reader, contractId: string) =>
  db
    .select({
      sector: linkages.sector,
      body: parties.name,
      person: persons.name,
      goal: linkages.goal,
      duty: linkages.duty,
      contribution: linkages.contribution,
      confirmedAt: linkages.confirmedAt,
    })
    .from(linkages)
    .leftJoin(parties, eq(parties.id, linkages.partyId))
    .leftJoin(persons, eq(persons.id, linkages.personId))
    .where(eq(linkages.contractId, contractId))

/** Each milestone with the payment that lives for it. */
export async function moneyOf(db: Reader, contractId: string) {
  const parts = await db
    .select()
    .from(milestones)
    .where(eq(milestones.contractId, contractId))
    .orderBy(asc(milestones.ordinal))
  const asked = await db
    .select()
    .from(payments)
    .where(eq(payments.contractId, contractId))
    .orderBy(desc(payments.requestedAt))
  return parts.map(({ id, ordinal, title, gate, percent, price, state, dueOn, acceptedAt }) => {
    const payment = asked.find((p) => p.milestoneId === id && p.state !== 'declined')
    const told = payment && {
      id: payment.id,
      refNo: payment.refNo,
      state: payment.state,
      amount: payment.amount,
      voucherNo: payment.voucherNo,
      voucherYear: payment.voucherYear,
      paidAt: payment.paidAt,
    }
    return { id, ordinal, title, gate, percent, price, state, dueOn, acceptedAt, payment: told ?? null }
  })
}

/** Each indicator with its latest reading. */
export const indicatorsOf = async (db: Reader, contractId: string) =>
  (await indicatorsRead(db, contractId)).map(({ id, name, unit, target, value }) => ({
    id,
    name,
    unit,
    target,
    value,
  }))

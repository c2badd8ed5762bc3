import { asc, eq } from 'drizzle-orm'
import { onwardPayments, parties, subcontracts } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import { Refusal } from '../../../refusal.ts'
import { type ContractFacts, findContract } from '../find-contract.ts'

export type Subcontract = typeof subcontracts.$inferSelect
export type SubcontractFacts = Subcontract & { contract: ContractFacts }

/** One subcontract with the contract it is a part of. */
export async function findSubcontract(db: Reader, id: string): Promise<SubcontractFacts> {
  const [found] = await db.select().from(subcontracts).where(eq(subcontracts.id, id))
  if (!found) throw new Refusal('missing', 'subcontract-missing')
  return { ...found, contract: await findContract(db, found.contractId) }
}

/** What the policy asks about a subcontract. */
export const subjectOf = ({ contract, partyId }: SubcontractFacts) => ({
  ...contract,
  subcontractorId: partyId,
})

/** Every subcontract of a contract with its body's name, the oldest first. */
export async function subcontractsOf(db: Reader, contractId: string) {
  const rows = await db
    .select({ one: subcontracts, body: parties.name })
    .from(subcontracts)
    .innerJoin(parties, eq(parties.id, subcontracts.partyId))
    .where(eq(subcontracts.contractId, contractId))
    .orderBy(asc(subcontracts.requestedAt), asc(subcontracts.id))
  return rows.map(({ one, body }) => ({ ...one, body }))
}

/** What was paid on to the subcontractors of a contract. */
export const onwardOf = (db: Reader, contractId: string) =>
  db
    .select({
      id: onwardPayments.id,
      subcontractId: onwardPayments.subcontractId,
      amount: onwardPayments.amount,
      paidOn: onwardPayments.paidOn,
      receiptNo: onwardPayments.receiptNo,
    })
    .from(onwardPayments)
    .innerJoin(subcontracts, eq(subcontracts.id, onwardPayments.subcontractId))
    .where(eq(subcontracts.contractId, contractId))
    .orderBy(asc(onwardPayments.paidOn), asc(onwardPayments.at), asc(onwardPayments.receiptNo))

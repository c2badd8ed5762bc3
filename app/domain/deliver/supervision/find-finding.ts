import { desc, eq } from 'drizzle-orm'
import { findings } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import { Refusal } from '../../refusal.ts'
import { type ContractFacts, findContract } from '../contract/find-contract.ts'

export type Finding = typeof findings.$inferSelect
export type FindingFacts = Finding & { contract: ContractFacts; supplierId: string }

/** One finding with the contract it is about. */
export async function findFinding(db: Reader, id: string): Promise<FindingFacts> {
  const [found] = await db.select().from(findings).where(eq(findings.id, id))
  if (!found) throw new Refusal('missing', 'finding-missing')
  const contract = await findContract(db, found.contractId)
  return { ...found, contract, supplierId: contract.supplierId }
}

/** What was found in a contract's work, newest first. */
export const findingsOf = (db: Reader, contractId: string): Promise<Finding[]> =>
  db
    .select()
    .from(findings)
    .where(eq(findings.contractId, contractId))
    .orderBy(desc(findings.createdAt), desc(findings.id))

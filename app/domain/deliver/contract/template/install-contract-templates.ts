import { contractTemplates } from '#db/schema/index.ts'
import type { Tx } from '#db/store.ts'
import { contractTemplate, firstClauses } from '../templates-data.ts'
import { templateHash } from './template-law.ts'

/** Puts the first version of the contract's template in place; what is there stays as it is. */
export async function installContractTemplates(tx: Tx) {
  const { code, basis } = contractTemplate
  await tx
    .insert(contractTemplates)
    .values({
      id: `${code}-1`,
      code,
      version: 1,
      clauses: firstClauses,
      basis,
      from: '2025-01-01',
      hash: templateHash(firstClauses),
    })
    .onConflictDoNothing()
}

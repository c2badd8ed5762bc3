import { methods } from '#db/schema/index.ts'
import type { Tx } from '#db/store.ts'
import { installDocumentTemplates } from '../tender/install-document-templates.ts'
import { methodRows } from './methods-data.ts'

/** Puts the first version of every route, and of its document, in place; what is there stays as it is. */
export async function installMethods(tx: Tx) {
  const first = methodRows.map((row) => ({ ...row, id: `${row.code}-1`, version: 1, from: '2025-01-01' }))
  await tx.insert(methods).values(first).onConflictDoNothing()
  await installDocumentTemplates(tx)
}

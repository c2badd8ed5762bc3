import { documentTemplates } from '#db/schema/index.ts'
import type { Tx } from '#db/store.ts'
import { documentTemplateRows } from './document-templates-data.ts'

/** Puts the first version of every route's document in place; what is there stays as it is. */
export async function installDocumentTemplates(tx: Tx) {
  const first = documentTemplateRows.map((row) => ({
    ...row,
    id: `${row.methodCode}-document-1`,
    version: 1,
    from: '2025-01-01',
  }))
  await tx.insert(documentTemplates).values(first).onConflictDoNothing()
}

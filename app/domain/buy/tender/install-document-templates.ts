import { documentTemplates } from '#db/schema/index.ts'
import type { Tx } from '#db/store.ts'
import { documentTemplateRows } from './document-templates-data.ts'

/** Puts the present version of every route's document in place; earlier versions stay as they are, for the calls begun under them. */
export async function installDocumentTemplates(tx: Tx) {
  const present = documentTemplateRows.map((row) => ({
    ...row,
    id: `${row.methodCode}-document-${row.version}`,
    from: '2025-01-01',
  }))
  await tx.insert(documentTemplates).values(present).onConflictDoNothing()
}

import { methods } from '#db/schema/index.ts'
import type { Tx } from '#db/store.ts'
import { installDocumentTemplates } from '../tender/install-document-templates.ts'
import { laterMethodRows, methodRows } from './methods-data.ts'

/** Puts every route as it is delivered, and its document, in place; what is there stays as it is, a version of the place's own too. */
export async function installMethods(tx: Tx) {
  const first = methodRows.map((row) => ({ ...row, id: `${row.code}-1`, version: 1, from: '2025-01-01' }))
  const later = laterMethodRows.map((row) => ({ ...row, id: `${row.code}-${row.version}` }))
  await tx
    .insert(methods)
    .values([...first, ...later])
    .onConflictDoNothing()
  await installDocumentTemplates(tx)
}

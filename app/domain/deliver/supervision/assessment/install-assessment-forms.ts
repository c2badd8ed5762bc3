import { assessmentForms } from '#db/schema/index.ts'
import type { Tx } from '#db/store.ts'
import { assessmentKinds } from '#db/vocabulary.ts'
import { assessmentSheets, assessmentSource } from './form-data.ts'

/** Puts the first version of both score sheets in place; what is there stays as it is. */
export async function installAssessmentForms(tx: Tx) {
  const first = { version: 1, from: '2025-01-01', source: assessmentSource }
  const rows = assessmentKinds.map((kind) => ({ ...first, kind, items: assessmentSheets[kind] }))
  await tx.insert(assessmentForms).values(rows).onConflictDoNothing()
}

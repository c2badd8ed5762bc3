import { careForms } from '#db/schema/index.ts'
import type { Tx } from '#db/store.ts'
import { careFormSource, careLevels, careQuestions } from './form-data.ts'

/** Puts the first version of the assessment form in place; what is there stays as it is. */
export async function installCareForm(tx: Tx) {
  const first = { version: 1, from: '2025-01-01', source: careFormSource }
  await tx
    .insert(careForms)
    .values({ ...first, questions: careQuestions, levels: careLevels })
    .onConflictDoNothing()
}

import { eq } from 'drizzle-orm'
import { parameters, surveyTemplates } from '#db/schema/index.ts'
import type { Tx } from '#db/store.ts'
import { templates } from './templates-data.ts'

/** Puts the first templates in place; what is there stays as it is. */
export async function installTemplates(tx: Tx, at: Date) {
  const [least] = await tx.select().from(parameters).where(eq(parameters.code, 'SURVEY_MIN_CELL')).limit(1)
  const rows = templates.map((t) => ({ ...t, minCell: least?.value ?? 5, createdAt: at }))
  await tx.insert(surveyTemplates).values(rows).onConflictDoNothing()
}

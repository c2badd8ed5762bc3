import { and, asc, desc, eq, lte } from 'drizzle-orm'
import { contractTemplates } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import { Refusal } from '../../../refusal.ts'
import { contractTemplate } from '../templates-data.ts'

export type Template = typeof contractTemplates.$inferSelect

/** One version, by the name a contract bears it under. */
export async function templateOf(db: Reader, id: string): Promise<Template> {
  const [found] = await db.select().from(contractTemplates).where(eq(contractTemplates.id, id))
  if (!found) throw new Refusal('missing', 'contract-template-missing')
  return found
}

/** The version a contract drawn up on a date is drawn from: the newest already in force. */
export async function templateOn(db: Reader, on: string): Promise<Template> {
  const [found] = await db
    .select()
    .from(contractTemplates)
    .where(and(eq(contractTemplates.code, contractTemplate.code), lte(contractTemplates.from, on)))
    .orderBy(desc(contractTemplates.version))
    .limit(1)
  if (!found) throw new Refusal('missing', 'contract-template-missing')
  return found
}

/** Every version, the oldest first. */
export const versionsOf = (db: Reader) =>
  db.select().from(contractTemplates).orderBy(asc(contractTemplates.code), asc(contractTemplates.version))

import { and, eq } from 'drizzle-orm'
import { journal, type plans } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'

type Drafted = Pick<typeof plans.$inferSelect, 'id' | 'draftedBy'>
/** Everyone who wrote any version of a plan: its drafter, and whoever edited it since. */
export async function writtenBy(db: Reader, { id, draftedBy }: Drafted) {
  const edits = await db
    .select({ by: journal.actorId })
    .from(journal)
    .where(and(eq(journal.subject, id), eq(journal.action, 'plan.edit')))
  return [...new Set([draftedBy, ...edits.flatMap(({ by }) => by ?? [])])]
}

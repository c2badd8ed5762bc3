import { and, eq, ne } from 'drizzle-orm'
import { attendances, diaryEntries, milestones, serviceUsers } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'

export type ServedPerson = typeof serviceUsers.$inferSelect

/** Who may rate a contract: whoever came at least once; everyone on its list once a piece of its work is accepted. */
export async function servedPeople(db: Reader, contractId: string): Promise<ServedPerson[]> {
  const users = await db
    .select()
    .from(serviceUsers)
    .where(eq(serviceUsers.contractId, contractId))
    .orderBy(serviceUsers.createdAt, serviceUsers.id)
  const [accepted] = await db
    .select({ id: milestones.id })
    .from(milestones)
    .where(
      and(
        eq(milestones.contractId, contractId),
        eq(milestones.state, 'accepted'),
        ne(milestones.gate, 'publication'),
      ),
    )
  if (accepted) return users
  const came = await db
    .selectDistinct({ id: attendances.serviceUserId })
    .from(attendances)
    .innerJoin(diaryEntries, eq(diaryEntries.id, attendances.diaryEntryId))
    .where(eq(diaryEntries.contractId, contractId))
  const ids = new Set(came.map((c) => c.id))
  return users.filter((u) => ids.has(u.id))
}

import { and, asc, eq, isNull } from 'drizzle-orm'
import { hallBodies, hallMembers } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import { Refusal } from '../../refusal.ts'

export type HallBody = typeof hallBodies.$inferSelect

/** One body of a community. */
export async function findBody(db: Reader, id: string): Promise<HallBody> {
  const [found] = await db.select().from(hallBodies).where(eq(hallBodies.id, id))
  if (!found) throw new Refusal('missing', 'hall-body')
  return found
}

export const bodiesMeeting = (db: Reader, communityId: string) =>
  db
    .select()
    .from(hallBodies)
    .where(eq(hallBodies.communityId, communityId))
    .orderBy(asc(hallBodies.createdAt))

/** The roll of a body today, in its order: surnames and titles. */
export const membersOf = (db: Reader, bodyId: string) =>
  db
    .select()
    .from(hallMembers)
    .where(and(eq(hallMembers.bodyId, bodyId), isNull(hallMembers.endedAt)))
    .orderBy(asc(hallMembers.ordinal))

import { asc, desc, eq, inArray } from 'drizzle-orm'
import { diaryEntries, files, persons, serviceUsers } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import { attendanceOf } from './served.ts'

/** Service users of a contract, in the order they were written down. Never for a public page. */
export const serviceUsersOf = (db: Reader, contractId: string) =>
  db
    .select({
      id: serviceUsers.id,
      label: serviceUsers.label,
      linked: serviceUsers.phoneHash,
      personId: serviceUsers.personId,
    })
    .from(serviceUsers)
    .where(eq(serviceUsers.contractId, contractId))
    .orderBy(asc(serviceUsers.createdAt), asc(serviceUsers.label), asc(serviceUsers.id))

/** One page of the diary, newest first, with who came and the photographs. */
export async function diaryOf(db: Reader, contractId: string, limit = 20, offset = 0) {
  const entries = await db
    .select({ entry: diaryEntries, by: persons.name })
    .from(diaryEntries)
    .innerJoin(persons, eq(persons.id, diaryEntries.recordedBy))
    .where(eq(diaryEntries.contractId, contractId))
    .orderBy(desc(diaryEntries.heldOn), desc(diaryEntries.createdAt), asc(diaryEntries.id))
    .limit(limit)
    .offset(offset)
  const ids = entries.map(({ entry }) => entry.id)
  const came = await attendanceOf(db, ids)
  const photos = await db
    .select({ id: files.id, subject: files.subject })
    .from(files)
    .where(inArray(files.subject, ids.length > 0 ? ids : ['']))
  return entries.map(({ entry, by }) => ({
    ...entry,
    by,
    came: came.filter((c) => c.entryId === entry.id).map((c) => c.label),
    photoIds: photos.filter((p) => p.subject === entry.id).map((p) => p.id),
  }))
}
export type DiaryDay = Awaited<ReturnType<typeof diaryOf>>[number]

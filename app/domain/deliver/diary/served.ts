import { eq, inArray } from 'drizzle-orm'
import { attendances, diaryEntries, serviceUsers } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'

export type Served = {
  entries: number
  personTimes: number
  people: number
  minutes: number
  users: number
  lastOn: string | null
}

/** Everyone who ever came. */
export const cameOf = async (db: Reader, contractId: string) => {
  const came = await db
    .selectDistinct({ id: attendances.serviceUserId })
    .from(attendances)
    .innerJoin(diaryEntries, eq(diaryEntries.id, attendances.diaryEntryId))
    .where(eq(diaryEntries.contractId, contractId))
  return came.map(({ id }) => id)
}

/** What the diary adds up to: person-times, and beside them how many different people were ever there. */
export async function servedBy(db: Reader, contractId: string): Promise<Served> {
  const days = await db.select().from(diaryEntries).where(eq(diaryEntries.contractId, contractId))
  const users = await db
    .select({ id: serviceUsers.id })
    .from(serviceUsers)
    .where(eq(serviceUsers.contractId, contractId))
  const came = await cameOf(db, contractId)
  return {
    entries: days.length,
    personTimes: days.reduce((n, d) => n + d.personTimes, 0),
    people: came.length,
    minutes: days.reduce((n, d) => n + d.minutes, 0),
    users: users.length,
    lastOn:
      days
        .map((d) => d.heldOn)
        .sort()
        .at(-1) ?? null,
  }
}

/** Who came to each of some entries. */
export const attendanceOf = (db: Reader, entryIds: readonly string[]) =>
  db
    .select({ entryId: attendances.diaryEntryId, label: serviceUsers.label })
    .from(attendances)
    .innerJoin(serviceUsers, eq(serviceUsers.id, attendances.serviceUserId))
    .where(inArray(attendances.diaryEntryId, entryIds.length > 0 ? [...entryIds] : ['']))

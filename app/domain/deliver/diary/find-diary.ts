import { asc, desc, eq } from 'drizzle-orm'
import { caseFiles, diaryEntries, persons, serviceUsers, socialWorkers } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import { dateOf } from '../../dates.ts'
import { photosOf } from './photos.ts'
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

/** 个案 is its worker's and his supervisor's: to everybody else an entry of it is a day and a count. */
export async function readsCasework(db: Reader, readerId: string | null) {
  const led = await db
    .select({ id: socialWorkers.id })
    .from(socialWorkers)
    .where(eq(socialWorkers.supervisorId, readerId ?? ''))
  const open = new Set([readerId, ...led.map(({ id }) => id)])
  return (of: { kind: string; recordedBy: string; keeperId: string | null }) =>
    of.kind !== 'casework' || open.has(of.keeperId ?? of.recordedBy)
}
const untold = { title: '', words: '', recordedBy: '', caseId: null, formId: null }
const nobody = { by: '', came: [] as string[], photoIds: [] as string[], sealed: true }

type Part = { limit?: number; offset?: number; readerId: string | null }
/** One page of the diary, newest first, with who came and the photographs; casework without a word to all but its own. */
export async function diaryOf(db: Reader, contractId: string, { limit = 20, offset = 0, readerId }: Part) {
  const entries = await db
    .select({ entry: diaryEntries, by: persons.name, keeperId: caseFiles.workerId })
    .from(diaryEntries)
    .innerJoin(persons, eq(persons.id, diaryEntries.recordedBy))
    .leftJoin(caseFiles, eq(caseFiles.id, diaryEntries.caseId))
    .where(eq(diaryEntries.contractId, contractId))
    .orderBy(desc(diaryEntries.heldOn), desc(diaryEntries.createdAt), asc(diaryEntries.id))
    .limit(limit)
    .offset(offset)
  const mayRead = await readsCasework(db, readerId)
  const told = entries.filter(({ entry, keeperId }) => mayRead({ ...entry, keeperId }))
  const ids = told.map(({ entry }) => entry.id)
  const came = await attendanceOf(db, ids)
  const photos = await photosOf(db, ids)
  return entries.map(({ entry, by }) => {
    const writtenOn = dateOf(entry.createdAt)
    if (!ids.includes(entry.id)) return { ...entry, ...untold, writtenOn, ...nobody }
    return {
      ...{ ...entry, writtenOn, by, sealed: false },
      came: came.filter((c) => c.entryId === entry.id).map((c) => c.label),
      photoIds: photos.filter((p) => p.subject === entry.id).map((p) => p.id),
    }
  })
}
export type DiaryDay = Awaited<ReturnType<typeof diaryOf>>[number]

import { asc, desc, eq, inArray, or } from 'drizzle-orm'
import {
  caseFiles,
  caseNotes,
  contracts,
  diaryEntries,
  persons,
  serviceUsers,
  socialWorkers,
} from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import { Refusal } from '../../refusal.ts'

/** 督导 of a worker, who reads his files beside him. */
export async function supervisorOf(db: Reader, workerId: string) {
  const [found] = await db.select().from(socialWorkers).where(eq(socialWorkers.id, workerId))
  return found?.supervisorId ?? null
}

const rows = (db: Reader) =>
  db
    .select({ file: caseFiles, label: serviceUsers.label, contract: contracts, worker: persons.name })
    .from(caseFiles)
    .innerJoin(serviceUsers, eq(serviceUsers.id, caseFiles.serviceUserId))
    .innerJoin(contracts, eq(contracts.id, caseFiles.contractId))
    .innerJoin(persons, eq(persons.id, caseFiles.workerId))
    .orderBy(desc(caseFiles.openedAt))
    .$dynamic()

/** One file with whoever may read it. */
export async function findCase(db: Reader, id: string) {
  const [row] = await rows(db).where(eq(caseFiles.id, id))
  if (!row) throw new Refusal('missing', 'case-missing')
  const { file, ...around } = row
  return { ...file, ...around, supervisorId: await supervisorOf(db, file.workerId) }
}
export type CaseFacts = Awaited<ReturnType<typeof findCase>>

/** A worker's own files, and those of whom he supervises. */
export async function casesOf(db: Reader, personId: string) {
  const led = await db
    .select({ id: socialWorkers.id })
    .from(socialWorkers)
    .where(eq(socialWorkers.supervisorId, personId))
  const ids = led.map(({ id }) => id)
  return rows(db).where(
    or(eq(caseFiles.workerId, personId), inArray(caseFiles.workerId, ids.length > 0 ? ids : [''])),
  )
}

export const notesOf = (db: Reader, caseId: string) =>
  db
    .select({ note: caseNotes, entry: diaryEntries, author: persons.name })
    .from(caseNotes)
    .innerJoin(diaryEntries, eq(diaryEntries.id, caseNotes.entryId))
    .innerJoin(persons, eq(persons.id, caseNotes.authorId))
    .where(eq(caseNotes.caseId, caseId))
    .orderBy(desc(diaryEntries.heldOn), asc(caseNotes.id))

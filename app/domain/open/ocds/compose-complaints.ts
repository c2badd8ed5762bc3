import { asc, eq, inArray } from 'drizzle-orm'
import { challenges, complaints, directObjections } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import type { Process } from './find-process.ts'
import { instantOf, type Json, known } from './words.ts'

type Challenge = typeof challenges.$inferSelect
type Complaint = typeof complaints.$inferSelect

const challengeOf = (p: Process, c: Challenge) =>
  known({
    id: c.refNo,
    type: 'challenge',
    date: instantOf(c.submittedAt),
    status: c.state,
    relatedAward: p.awards.find((a) => a.id === c.awardId)?.id,
    dateDecided: instantOf(c.repliedAt),
  })
const complaintOf = (asked: readonly Challenge[], c: Complaint) =>
  known({
    id: c.refNo,
    type: 'complaint',
    date: instantOf(c.filedAt),
    status: c.outcome ?? c.state,
    relatedComplaint: asked.find((a) => a.id === c.challengeId)?.refNo,
    dateDecided: instantOf(c.decidedAt),
  })

/** 单一来源公示的异议, in the order they came. */
async function objectionsOf(db: Reader, { plan }: Process): Promise<Json[]> {
  const rows = await db
    .select()
    .from(directObjections)
    .where(eq(directObjections.planId, plan.id))
    .orderBy(asc(directObjections.raisedAt), asc(directObjections.id))
  return rows.map((one, at) =>
    known({
      id: `${plan.refNo}-${at + 1}`,
      type: 'objection',
      date: instantOf(one.raisedAt),
      status: one.upheld === null ? 'submitted' : one.upheld ? 'upheld' : 'dismissed',
      dateDecided: instantOf(one.answeredAt),
    }),
  )
}

/** 异议、质疑、投诉: that there was one, and what came of it; not by whom, and none of its words. */
export async function complaintsOf(db: Reader, p: Process): Promise<Json[]> {
  return [...(await objectionsOf(db, p)), ...(await challengesOf(db, p))]
}

async function challengesOf(db: Reader, p: Process): Promise<Json[]> {
  if (!p.tender) return []
  const asked = await db
    .select()
    .from(challenges)
    .where(eq(challenges.tenderId, p.tender.id))
    .orderBy(asc(challenges.refNo))
  if (asked.length === 0) return []
  const ids = asked.map((c) => c.id)
  const filed = await db.select().from(complaints).where(inArray(complaints.challengeId, ids))
  return [...asked.map((c) => challengeOf(p, c)), ...filed.map((c) => complaintOf(asked, c))]
}

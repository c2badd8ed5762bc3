import { asc, eq, inArray } from 'drizzle-orm'
import { challenges, complaints } from '#db/schema/index.ts'
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

/** 质疑、投诉: that there was one, and what came of it; not by whom, and none of its words. */
export async function complaintsOf(db: Reader, p: Process): Promise<Json[]> {
  const asked = await db
    .select()
    .from(challenges)
    .where(eq(challenges.tenderId, p.tender!.id))
    .orderBy(asc(challenges.refNo))
  if (asked.length === 0) return []
  const ids = asked.map((c) => c.id)
  const filed = await db.select().from(complaints).where(inArray(complaints.challengeId, ids))
  return [...asked.map((c) => challengeOf(p, c)), ...filed.map((c) => complaintOf(asked, c))]
}

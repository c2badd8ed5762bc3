import { desc, eq } from 'drizzle-orm'
import { challenges, complaints, parties } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import { Refusal } from '../../refusal.ts'
import { findCall } from '../proposal/find-call.ts'

export async function findChallenge(db: Reader, id: string) {
  const [row] = await db
    .select({ challenge: challenges, challenger: parties.name })
    .from(challenges)
    .innerJoin(parties, eq(parties.id, challenges.challengerId))
    .where(eq(challenges.id, id))
  if (!row) throw new Refusal('missing', 'challenge-missing')
  const call = await findCall(db, row.challenge.tenderId)
  const { buyerId, panelIds, planId } = call
  return { ...row.challenge, challenger: row.challenger, call, buyerId, panelIds, planId }
}

/** The public register: who, when, and what was answered; what was alleged stays between the two. */
export const challengesShown = (db: Reader, tenderId: string) =>
  db
    .select({
      id: challenges.id,
      refNo: challenges.refNo,
      challenger: parties.name,
      state: challenges.state,
      submittedAt: challenges.submittedAt,
      replyDueAt: challenges.replyDueAt,
      reply: challenges.reply,
      repliedAt: challenges.repliedAt,
      complaintEndsAt: challenges.complaintEndsAt,
      complaint: {
        refNo: complaints.refNo,
        state: complaints.state,
        outcome: complaints.outcome,
        decision: complaints.decision,
        filedAt: complaints.filedAt,
        decidedAt: complaints.decidedAt,
      },
    })
    .from(challenges)
    .innerJoin(parties, eq(parties.id, challenges.challengerId))
    .leftJoin(complaints, eq(complaints.challengeId, challenges.id))
    .where(eq(challenges.tenderId, tenderId))
    .orderBy(desc(challenges.submittedAt))

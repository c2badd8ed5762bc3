import { desc, eq } from 'drizzle-orm'
import { challenges, complaints, parties, tenders } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import { masked } from '../../masked-words.ts'
import { Refusal } from '../../refusal.ts'
import { findCall } from '../proposal/find-call.ts'
import { matterOf } from './matters.ts'

export async function findChallenge(db: Reader, id: string) {
  const [row] = await db
    .select({ challenge: challenges, challenger: parties.name })
    .from(challenges)
    .innerJoin(parties, eq(parties.id, challenges.challengerId))
    .where(eq(challenges.id, id))
  if (!row) throw new Refusal('missing', 'challenge-missing')
  const call = await findCall(db, row.challenge.tenderId)
  const { buyerId, panelIds, bidderIds, planId } = call
  return { ...row.challenge, challenger: row.challenger, call, buyerId, panelIds, bidderIds, planId }
}

const shownComplaint = {
  refNo: complaints.refNo,
  state: complaints.state,
  outcome: complaints.outcome,
  remedy: complaints.remedy,
  decision: complaints.decision,
  filedAt: complaints.filedAt,
  decidedAt: complaints.decidedAt,
  suspendedUntil: complaints.suspendedUntil,
  resumedAt: complaints.resumedAt,
}
const shown = (db: Reader, tenderId: string | null, most: number) =>
  db
    .select({
      id: challenges.id,
      tenderId: tenders.id,
      tender: tenders.title,
      openedAt: tenders.openedAt,
      refNo: challenges.refNo,
      challenger: parties.name,
      about: challenges.about,
      step: challenges.step,
      state: challenges.state,
      submittedAt: challenges.submittedAt,
      replyDueAt: challenges.replyDueAt,
      reply: challenges.reply,
      repliedAt: challenges.repliedAt,
      remedy: challenges.remedy,
      complaintEndsAt: challenges.complaintEndsAt,
      complaint: shownComplaint,
    })
    .from(challenges)
    .innerJoin(tenders, eq(tenders.id, challenges.tenderId))
    .innerJoin(parties, eq(parties.id, challenges.challengerId))
    .leftJoin(complaints, eq(complaints.challengeId, challenges.id))
    .where(tenderId ? eq(challenges.tenderId, tenderId) : undefined)
    .orderBy(desc(challenges.submittedAt), desc(challenges.id))
    .limit(most)

type Row = Awaited<ReturnType<typeof shown>>[number]
/** Until the opening nobody learns who is at work on a proposal, nor who has read the document that closely. */
const told = ({ openedAt, challenger, about, step, reply, ...rest }: Row) => ({
  ...rest,
  reply: masked(reply),
  matter: matterOf({ about, step }),
  challenger: openedAt ? challenger : null,
})

/** The public register: who, when, and what was answered; what was alleged stays between the two. */
export const challengesShown = async (db: Reader, tenderId: string) =>
  (await shown(db, tenderId, 200)).map(told)

/** 质疑投诉登记簿 of every purchase, the newest first. */
export const allChallenges = async (db: Reader, most = 200) => (await shown(db, null, most)).map(told)
export type ShownChallenge = Awaited<ReturnType<typeof allChallenges>>[number]

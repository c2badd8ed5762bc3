import { and, count, countDistinct, eq, gte, inArray, lt, type SQL, sum } from 'drizzle-orm'
import type { AnySQLiteColumn } from 'drizzle-orm/sqlite-core'
import {
  acceptanceOpinions,
  acceptances,
  contracts,
  hallTopics,
  meetingNotices,
  meetingQuestions,
  meetings,
  milestones,
  needs,
  participations,
  parties,
  planNeeds,
  rounds,
  suggestions,
  surveyAnswers,
  surveys,
} from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import { dateOf, startOf, yearOf } from '../dates.ts'

export type Rungs = Record<'told' | 'asked' | 'proposed' | 'decided' | 'ran', number>
type In = (at: AnySQLiteColumn) => SQL | undefined
const yearsShown = 3

const n = async (query: Promise<Array<{ n: number | string | null }>>) => Number((await query)[0]?.n ?? 0)

/** 告知: notices of meetings, survey reports, results of votes. */
async function toldIn(db: Reader, place: string, during: In) {
  const notices = db
    .select({ n: count() })
    .from(meetingNotices)
    .innerJoin(meetings, eq(meetings.id, meetingNotices.meetingId))
    .where(and(eq(meetings.communityId, place), during(meetingNotices.at)))
  const reports = db.$count(surveys, and(eq(surveys.communityId, place), during(surveys.reportedAt)))
  const results = db.$count(rounds, and(eq(rounds.communityId, place), during(rounds.announcedAt)))
  return (await n(notices)) + (await reports) + (await results)
}

/** 征询: answers to surveys, questions before meetings. */
async function askedIn(db: Reader, place: string, during: In) {
  const answers = db
    .select({ n: count() })
    .from(surveyAnswers)
    .innerJoin(surveys, eq(surveys.id, surveyAnswers.surveyId))
    .where(and(eq(surveys.communityId, place), during(surveyAnswers.receivedAt)))
  const questions = db
    .select({ n: count() })
    .from(meetingQuestions)
    .innerJoin(meetings, eq(meetings.id, meetingQuestions.meetingId))
    .where(and(eq(meetings.communityId, place), during(meetingQuestions.askedAt)))
  return (await n(answers)) + (await n(questions))
}

/** 提议: residents' asks and residents' topics. */
async function proposedIn(db: Reader, place: string, during: In) {
  const asks = db.$count(suggestions, and(eq(suggestions.communityId, place), during(suggestions.createdAt)))
  const own = and(eq(hallTopics.communityId, place), eq(hallTopics.source, 'resident'))
  return (await asks) + (await db.$count(hallTopics, and(own, during(hallTopics.createdAt))))
}

/** 共同决定: votes of announced rounds, and who came to meetings that could decide. */
async function decidedIn(db: Reader, place: string, during: In) {
  const votes = db
    .select({ n: count() })
    .from(participations)
    .innerJoin(rounds, eq(rounds.id, participations.roundId))
    .where(and(eq(rounds.communityId, place), during(rounds.announcedAt)))
  const able = inArray(meetings.state, ['held', 'resolved', 'executed', 'reported'])
  const came = db
    .select({ n: sum(meetings.present) })
    .from(meetings)
    .where(and(eq(meetings.communityId, place), able, during(meetings.heldAt)))
  return (await n(votes)) + (await n(came))
}

/** 共同办理: service users' opinions at acceptance, and projects run by the community's own groups. */
async function ranIn(db: Reader, place: string, during: In) {
  const opinions = db
    .select({ n: countDistinct(acceptanceOpinions.id) })
    .from(acceptanceOpinions)
    .innerJoin(acceptances, eq(acceptances.id, acceptanceOpinions.acceptanceId))
    .innerJoin(milestones, eq(milestones.id, acceptances.milestoneId))
    .innerJoin(contracts, eq(contracts.id, milestones.contractId))
    .innerJoin(planNeeds, eq(planNeeds.planId, contracts.planId))
    .innerJoin(needs, eq(needs.id, planNeeds.needId))
    .where(and(eq(needs.communityId, place), during(acceptanceOpinions.at)))
  const groups = db
    .select({ n: count() })
    .from(contracts)
    .innerJoin(parties, eq(parties.id, contracts.supplierId))
    .where(
      and(eq(parties.kind, 'community_group'), eq(parties.placeId, place), during(contracts.publishedAt)),
    )
  return (await n(opinions)) + (await n(groups))
}

/** 参与阶梯: how far residents of a community came in each of the last years, in counts only. */
export async function ladderOf(db: Reader, communityId: string, now: Date) {
  const last = yearOf(dateOf(now))
  const years = Array.from({ length: yearsShown }, (_, i) => last - i)
  return Promise.all(
    years.map(async (year): Promise<{ year: number } & Rungs> => {
      const during: In = (at) => and(gte(at, startOf(`${year}-01-01`)), lt(at, startOf(`${year + 1}-01-01`)))
      return {
        year,
        told: await toldIn(db, communityId, during),
        asked: await askedIn(db, communityId, during),
        proposed: await proposedIn(db, communityId, during),
        decided: await decidedIn(db, communityId, during),
        ran: await ranIn(db, communityId, during),
      }
    }),
  )
}

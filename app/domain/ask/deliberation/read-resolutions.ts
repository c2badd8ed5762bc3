import { asc, desc, eq } from 'drizzle-orm'
import { meetingResolutions, meetingSteps, meetings, parties } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import { roundsOnGround } from '../vote/ground.ts'
import { resolutionsOf, stepsOf } from './find-meeting.ts'

/** What a meeting decided, each with its steps and the votes held because of it. */
export async function decidedAt(db: Reader, meetingId: string) {
  const steps = await stepsOf(db, meetingId)
  const votes = await roundsOnGround(db, meetingId)
  return (await resolutionsOf(db, meetingId)).map((r) => ({
    ...r,
    votes: votes.filter((vote) => vote.resolutionId === r.id),
    steps: steps
      .filter(({ step }) => step.resolutionId === r.id)
      .map(({ step, partyName }) => ({
        id: step.id,
        words: step.words,
        dueOn: step.dueOn,
        done: step.done,
        doneAt: step.doneAt,
        partyName,
      })),
  }))
}

/** Every resolution of a community and what was to be done about it, one row a step, the newest meeting first. */
export const decidedIn = (db: Reader, communityId: string) =>
  db
    .select({
      refNo: meetings.refNo,
      title: meetings.title,
      words: meetingResolutions.words,
      passed: meetingResolutions.passed,
      step: meetingSteps.words,
      partyName: parties.name,
      dueOn: meetingSteps.dueOn,
      done: meetingSteps.done,
      doneAt: meetingSteps.doneAt,
    })
    .from(meetingResolutions)
    .innerJoin(meetings, eq(meetings.id, meetingResolutions.meetingId))
    .leftJoin(meetingSteps, eq(meetingSteps.resolutionId, meetingResolutions.id))
    .leftJoin(parties, eq(parties.id, meetingSteps.partyId))
    .where(eq(meetings.communityId, communityId))
    .orderBy(
      desc(meetings.startsAt),
      asc(meetings.id),
      asc(meetingResolutions.ordinal),
      asc(meetingSteps.dueOn),
      asc(meetingSteps.id),
    )
    .limit(1_000)

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

import { and, asc, eq } from 'drizzle-orm'
import {
  hallBodies,
  meetingItems,
  meetingMembers,
  meetingNotices,
  meetingQuestions,
  meetingResolutions,
  meetingRules,
  meetingSteps,
  meetings,
  parties,
  places,
} from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import type { meetingStates } from '#db/vocabulary.ts'
import { Refusal } from '../../refusal.ts'
import { writtenBy } from '../../written-by.ts'

export type MeetingState = (typeof meetingStates)[number]
export type Meeting = Awaited<ReturnType<typeof findMeeting>>

export const readMeetings = (db: Reader) =>
  db
    .select({
      meeting: meetings,
      communityName: places.name,
      bodyName: hallBodies.name,
      committeeName: parties.name,
      rule: meetingRules,
    })
    .from(meetings)
    .innerJoin(places, eq(places.id, meetings.communityId))
    .innerJoin(hallBodies, eq(hallBodies.id, meetings.bodyId))
    .innerJoin(parties, eq(parties.id, meetings.committeeId))
    .innerJoin(meetingRules, eq(meetingRules.id, meetings.ruleId))
    .$dynamic()
export const flatMeeting = ({ meeting, ...beside }: Awaited<ReturnType<typeof readMeetings>>[number]) => ({
  ...meeting,
  ...beside,
})

/** One meeting with its body and the rule it was called under. */
export async function findMeeting(db: Reader, id: string) {
  const [found] = await readMeetings(db).where(eq(meetings.id, id))
  if (!found) throw new Refusal('missing', 'meeting')
  return flatMeeting(found)
}

/** The same meeting, with everyone who wrote any version of its minutes. */
export const withRecorders = async (db: Reader, m: Meeting) => ({
  ...m,
  writtenBy: await writtenBy(db, { id: m.id, draftedBy: m.minutesBy }, 'meeting.write_minutes'),
})

/** Whether everybody may read it: from its first notice on. */
export const isNoticed = (m: { noticedAt: Date | null }) => m.noticedAt !== null

export const itemsOf = (db: Reader, meetingId: string) =>
  db
    .select()
    .from(meetingItems)
    .where(eq(meetingItems.meetingId, meetingId))
    .orderBy(asc(meetingItems.ordinal))
export const rollOf = (db: Reader, meetingId: string) =>
  db
    .select()
    .from(meetingMembers)
    .where(eq(meetingMembers.meetingId, meetingId))
    .orderBy(asc(meetingMembers.ordinal))
export const noticesOf = (db: Reader, meetingId: string) =>
  db
    .select()
    .from(meetingNotices)
    .where(eq(meetingNotices.meetingId, meetingId))
    .orderBy(asc(meetingNotices.at))
export const questionsOf = (db: Reader, meetingId: string) =>
  db
    .select()
    .from(meetingQuestions)
    .where(eq(meetingQuestions.meetingId, meetingId))
    .orderBy(asc(meetingQuestions.askedAt), asc(meetingQuestions.id))
export const resolutionsOf = (db: Reader, meetingId: string) =>
  db
    .select()
    .from(meetingResolutions)
    .where(eq(meetingResolutions.meetingId, meetingId))
    .orderBy(asc(meetingResolutions.ordinal))
export const stepsOf = (db: Reader, meetingId: string) =>
  db
    .select({ step: meetingSteps, partyName: parties.name })
    .from(meetingSteps)
    .innerJoin(parties, eq(parties.id, meetingSteps.partyId))
    .where(eq(meetingSteps.meetingId, meetingId))
    .orderBy(asc(meetingSteps.dueOn), asc(meetingSteps.id))

/** The part of a meeting's own that an act names; refuses one of another meeting. */
export async function itemOf(db: Reader, meetingId: string, itemId: string) {
  const own = and(eq(meetingItems.id, itemId), eq(meetingItems.meetingId, meetingId))
  const [found] = await db.select().from(meetingItems).where(own)
  if (!found) throw new Refusal('missing', 'meeting-item')
  return found
}
export async function resolutionOf(db: Reader, meetingId: string, id: string) {
  const own = and(eq(meetingResolutions.id, id), eq(meetingResolutions.meetingId, meetingId))
  const [found] = await db.select().from(meetingResolutions).where(own)
  if (!found) throw new Refusal('missing', 'meeting-resolution')
  return found
}

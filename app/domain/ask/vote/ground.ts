import { and, asc, desc, eq, isNotNull } from 'drizzle-orm'
import { meetingResolutions, meetingRules, meetings, rounds } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import { Refusal } from '../../refusal.ts'

const read = (db: Reader) =>
  db
    .select({
      id: meetingResolutions.id,
      ordinal: meetingResolutions.ordinal,
      words: meetingResolutions.words,
      passed: meetingResolutions.passed,
      meetingId: meetings.id,
      meetingRef: meetings.refNo,
      meetingTitle: meetings.title,
      communityId: meetings.communityId,
      publishedAt: meetings.publishedAt,
      effect: meetingRules.effect,
    })
    .from(meetingResolutions)
    .innerJoin(meetings, eq(meetings.id, meetingResolutions.meetingId))
    .innerJoin(meetingRules, eq(meetingRules.id, meetings.ruleId))
    .$dynamic()

/** The resolution a vote rests on; null when it names none. */
export async function groundOf(db: Reader, resolutionId: string | null) {
  if (!resolutionId) return null
  const [found] = await read(db).where(eq(meetingResolutions.id, resolutionId))
  return found ?? null
}

/** What a vote of this community may rest on: passed by a body that decides, its minutes published. */
export const groundsFor = async (db: Reader, communityId: string) =>
  (
    await read(db)
      .where(
        and(
          eq(meetings.communityId, communityId),
          eq(meetingResolutions.passed, true),
          isNotNull(meetings.publishedAt),
        ),
      )
      .orderBy(desc(meetings.publishedAt), asc(meetingResolutions.ordinal))
      .limit(50)
  ).filter(({ effect }) => effect === 'decision')

/** Refuses a resolution of another community, one that was lost, one not published, and one that only advises. */
export async function checkGround(db: Reader, resolutionId: string | undefined, communityId: string) {
  if (!resolutionId) return
  const found = await groundOf(db, resolutionId)
  if (!found) throw new Refusal('missing', 'meeting-resolution')
  if (found.communityId !== communityId) throw new Refusal('conflict', 'meeting-elsewhere')
  if (found.publishedAt === null) throw new Refusal('conflict', 'minutes-not-out')
  if (!found.passed) throw new Refusal('conflict', 'resolution-not-passed')
  if (found.effect !== 'decision') throw new Refusal('conflict', 'resolution-only-advises')
}

/** The votes held because of a meeting's resolutions, once anybody may see them. */
export const roundsOnGround = (db: Reader, meetingId: string) =>
  db
    .select({ resolutionId: meetingResolutions.id, id: rounds.id, name: rounds.name })
    .from(rounds)
    .innerJoin(meetingResolutions, eq(meetingResolutions.id, rounds.resolutionId))
    .where(and(eq(meetingResolutions.meetingId, meetingId), isNotNull(rounds.sealedAt)))
    .orderBy(asc(rounds.refNo))

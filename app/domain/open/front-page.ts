import { and, asc, eq, gt, lte } from 'drizzle-orm'
import { places, rounds, surveys } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import { dateOf } from '../dates.ts'
import { listNotices } from './notices.ts'
import { listProjects } from './projects.ts'

const openSurveys = (db: Reader, now: Date) =>
  db
    .select({
      id: surveys.id,
      name: surveys.name,
      code: surveys.shortCode,
      closesAt: surveys.closesAt,
      communityId: surveys.communityId,
      community: places.name,
    })
    .from(surveys)
    .innerJoin(places, eq(places.id, surveys.communityId))
    .where(and(eq(surveys.state, 'published'), lte(surveys.opensAt, now), gt(surveys.closesAt, now)))
    .orderBy(asc(surveys.closesAt), asc(places.code))
const openRounds = (db: Reader, now: Date) =>
  db
    .select({
      id: rounds.id,
      name: rounds.name,
      unit: rounds.unit,
      maxChoices: rounds.maxChoices,
      budget: rounds.budget,
      closesAt: rounds.closesAt,
      communityId: rounds.communityId,
      community: places.name,
    })
    .from(rounds)
    .innerJoin(places, eq(places.id, rounds.communityId))
    .where(and(eq(rounds.state, 'sealed'), lte(rounds.opensAt, now), gt(rounds.closesAt, now)))
    .orderBy(asc(rounds.closesAt), asc(places.code))

export const communitiesOf = (db: Reader) =>
  db
    .select({ id: places.id, name: places.name, nameEn: places.nameEn })
    .from(places)
    .where(eq(places.level, 'community'))
    .orderBy(asc(places.code))

/** What is open near a community now, and what is on the road there. */
export async function frontPage(db: Reader, now: Date, communityId: string | null) {
  const communities = await communitiesOf(db)
  const place = communities.find((c) => c.id === communityId) ?? null
  const near = <T extends { communityId: string }>(rows: T[]) =>
    place
      ? [...rows].sort((a, b) => Number(b.communityId === place.id) - Number(a.communityId === place.id))
      : rows
  const [surveysOpen, roundsOpen, notices] = await Promise.all([
    openSurveys(db, now),
    openRounds(db, now),
    listNotices(db),
  ])
  const today = dateOf(now)
  const own = await listProjects(db, today, { communityId: place?.id ?? null, most: 6 })
  return {
    place,
    communities,
    surveys: near(surveysOpen).slice(0, 4),
    rounds: near(roundsOpen).slice(0, 4),
    notices: notices.filter((n) => n.until && n.until > now).slice(0, 5),
    projects: own.length ? own : await listProjects(db, today, { most: 6 }),
  }
}

import { and, asc, count, eq, gte, inArray, isNotNull, lte, ne, sql } from 'drizzle-orm'
import { needEvidence, needs, parties, places, suggestions } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { dateOf, yearOf } from '../../dates.ts'
import { parameter } from '../../parameters.ts'
import { Refusal } from '../../refusal.ts'

const DAY = 86_400_000
const YEAR = 365 * DAY
const MOST = 200
const number = (expression: ReturnType<typeof sql>) => sql<number>`coalesce(${expression}, 0)`.mapWith(Number)

const streetsOf = (db: Reader) =>
  db
    .select({ id: parties.id, name: parties.name, nameEn: parties.nameEn })
    .from(parties)
    .where(eq(parties.kind, 'street_office'))
    .orderBy(asc(parties.placeId))

/** How one body answered in a year: in time or not, and after how many days; `at` is the moment of asking. */
const repliesBy = (db: Reader, streetId: string, from: Date, at: Date) =>
  db
    .select({
      id: parties.id,
      name: parties.name,
      asked: count(),
      answered: number(sql`sum(case when ${suggestions.repliedAt} is not null then 1 else 0 end)`),
      inTime: number(sql`sum(case when ${suggestions.repliedAt} < ${suggestions.dueAt} then 1 else 0 end)`),
      overdue: number(
        sql`sum(case when ${suggestions.repliedAt} is null and ${suggestions.dueAt} <= ${at.getTime()} then 1 else 0 end)`,
      ),
      spent: number(sql`sum(${suggestions.repliedAt} - ${suggestions.createdAt})`),
      returned: number(sql`sum(case when ${suggestions.returnedAt} is not null then 1 else 0 end)`),
    })
    .from(suggestions)
    .innerJoin(parties, eq(parties.id, suggestions.handlerPartyId))
    .where(
      and(sql`coalesce(${parties.streetId}, ${parties.id}) = ${streetId}`, gte(suggestions.createdAt, from)),
    )
    .groupBy(parties.id, parties.name)
    .orderBy(parties.name)

/** 逾期未答复: the number, the place and whose turn it is; neither who asked nor a word of it. 调解 is counted, not listed. */
const overdueIn = (db: Reader, streetId: string, at: Date) =>
  db
    .select({
      refNo: suggestions.refNo,
      kind: suggestions.kind,
      category: suggestions.category,
      communityName: places.name,
      handlerName: parties.name,
      handlerRole: suggestions.handlerRole,
      dueAt: suggestions.dueAt,
    })
    .from(suggestions)
    .innerJoin(parties, eq(parties.id, suggestions.handlerPartyId))
    .innerJoin(places, eq(places.id, suggestions.communityId))
    .where(
      and(
        sql`coalesce(${parties.streetId}, ${parties.id}) = ${streetId}`,
        eq(suggestions.state, 'submitted'),
        lte(suggestions.dueAt, at),
        ne(suggestions.kind, 'mediation'),
      ),
    )
    .orderBy(asc(suggestions.dueAt))
    .limit(MOST)

/** Of the needs posted in a year, how many rest on a resident's ask, how many only on what the grid reported, how many on neither. */
async function raisedIn(db: Reader, streetId: string, from: Date) {
  const posted = await db
    .select({ id: needs.id })
    .from(needs)
    .where(and(eq(needs.streetId, streetId), isNotNull(needs.publishedAt), gte(needs.publishedAt, from)))
  const cited = await db
    .selectDistinct({ needId: needEvidence.needId, kind: needEvidence.kind })
    .from(needEvidence)
    .innerJoin(needs, eq(needs.id, needEvidence.needId))
    .where(and(eq(needs.streetId, streetId), inArray(needEvidence.kind, ['suggestion', 'grid_event'])))
  const by = (kind: string) => new Set(cited.filter((c) => c.kind === kind).map((c) => c.needId))
  const [residents, grid] = [by('suggestion'), by('grid_event')]
  const byResidents = posted.filter(({ id }) => residents.has(id)).length
  const byGrid = posted.filter(({ id }) => !residents.has(id) && grid.has(id)).length
  return { posted: posted.length, byResidents, byGrid, byCommittee: posted.length - byResidents - byGrid }
}

/** 答复公开: what a street and its communities owe and how they answered, for everyone to read. */
export async function readReplies({ db, clock, calendar }: Context, sought: string | null) {
  const streets = await streetsOf(db)
  const street = sought ? streets.find((s) => s.id === sought) : streets[0]
  if (!street) throw new Refusal('missing', 'street')
  const now = clock.now()
  const from = new Date(now.getTime() - YEAR)
  const bodies = await repliesBy(db, street.id, from, now)
  const today = dateOf(now)
  const late = (dueAt: Date) => {
    const last = dateOf(new Date(dueAt.getTime() - 1))
    return calendar.covers(yearOf(last)) && calendar.covers(yearOf(today))
      ? calendar.between(last, today)
      : null
  }
  const { value, source } = await parameter(db, 'SUGGESTION_REPLY', today)
  return {
    streets,
    street,
    days: value,
    source,
    bodies: bodies.map(({ spent, ...b }) => ({
      ...b,
      averageDays: b.answered > 0 ? Math.round((spent / b.answered / DAY) * 10) / 10 : null,
    })),
    overdue: (await overdueIn(db, street.id, now)).map((s) => ({ ...s, late: late(s.dueAt) })),
    raised: await raisedIn(db, street.id, from),
  }
}

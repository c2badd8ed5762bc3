import { type AnyColumn, and, asc, eq, isNull, type SQL, sql } from 'drizzle-orm'
import { burdenForms, duties, parties, places, suggestions } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import type { Context } from '../../../context.ts'
import { startOf } from '../../../dates.ts'
import { Refusal } from '../../../refusal.ts'
import { lastMonths, monthBefore } from './months.ts'

const number = (expression: SQL) => sql<number>`coalesce(${expression}, 0)`.mapWith(Number)
const within = (column: AnyColumn, from: number, to: number) =>
  sql`${column} >= ${from} and ${column} < ${to}`
const counted = (when: SQL) => number(sql`sum(case when ${when} then 1 else 0 end)`)
/** What a row adds: how many were asked for, how long they took, and how many no list has. */
const asked = {
  forms: sql<number>`count(*)`.mapWith(Number),
  copies: number(sql`sum(${burdenForms.copies})`),
  minutes: number(sql`sum(${burdenForms.minutes})`),
  outside: counted(sql`${burdenForms.dutyOutside} = true`),
}
const standing = (streetId: string, month: string) =>
  and(eq(parties.streetId, streetId), eq(burdenForms.month, month), isNull(burdenForms.struckAt))

const streetsOf = (db: Reader) =>
  db
    .select({ id: parties.id, name: parties.name, nameEn: parties.nameEn })
    .from(parties)
    .where(eq(parties.kind, 'street_office'))
    .orderBy(asc(parties.placeId))

const communitiesOf = (db: Reader, streetId: string) =>
  db
    .select({ id: places.id, name: places.name, nameEn: places.nameEn })
    .from(parties)
    .innerJoin(places, eq(places.id, parties.placeId))
    .where(and(eq(parties.kind, 'committee'), eq(parties.streetId, streetId)))
    .orderBy(asc(places.code))

const formsBy = (db: Reader, streetId: string, month: string) =>
  db
    .select({ communityId: burdenForms.communityId, ...asked })
    .from(burdenForms)
    .innerJoin(parties, eq(parties.id, burdenForms.committeeId))
    .where(standing(streetId, month))
    .groupBy(burdenForms.communityId)

/** 各部门要的表: by who asked, the longest first. */
const officesBy = (db: Reader, streetId: string, month: string) =>
  db
    .select({
      office: burdenForms.office,
      ...asked,
      communities: sql<number>`count(distinct ${burdenForms.communityId})`.mapWith(Number),
    })
    .from(burdenForms)
    .innerJoin(parties, eq(parties.id, burdenForms.committeeId))
    .where(standing(streetId, month))
    .groupBy(burdenForms.office)
    .orderBy(sql`sum(${burdenForms.minutes}) desc`, asc(burdenForms.office))

/** What the product itself holds of a month: asks that came, that were handed to the community, that it did for government, that it gave back. */
function asksBy(db: Reader, streetId: string, month: string) {
  const [from, to] = [month, monthBefore(month, -1)].map((m) => startOf(`${m}-01`).getTime())
  const atCommunity = sql`${parties.kind} in ('committee', 'station', 'grid_team')`
  const on = (column: AnyColumn) => within(column, from!, to!)
  return db
    .select({
      communityId: suggestions.communityId,
      came: counted(on(suggestions.createdAt)),
      handedOn: counted(sql`${on(suggestions.referredAt)} and ${atCommunity}`),
      assisted: counted(
        sql`${on(suggestions.repliedAt)} and ${atCommunity} and ${duties.kind} = ${'assist'}`,
      ),
      givenBack: counted(on(suggestions.returnedAt)),
    })
    .from(suggestions)
    .innerJoin(parties, eq(parties.id, suggestions.handlerPartyId))
    .leftJoin(duties, eq(duties.id, suggestions.dutyId))
    .where(sql`coalesce(${parties.streetId}, ${parties.id}) = ${streetId}`)
    .groupBy(suggestions.communityId)
}

const nothing = {
  forms: 0,
  copies: 0,
  minutes: 0,
  outside: 0,
  came: 0,
  handedOn: 0,
  assisted: 0,
  givenBack: 0,
}

/** 社区负担表: what each community of a street was asked for in a month, for everyone to read. */
export async function readBurden(
  { db, clock }: Context,
  sought: { street: string | null; month: string | null },
) {
  const streets = await streetsOf(db)
  const street = sought.street ? streets.find(({ id }) => id === sought.street) : streets[0]
  if (!street) throw new Refusal('missing', 'street')
  const months = lastMonths(clock.now())
  const month = sought.month ?? months[0]!
  if (!months.includes(month)) throw new Refusal('missing', 'burden-month')
  const communities = await communitiesOf(db, street.id)
  const forms = new Map((await formsBy(db, street.id, month)).map((row) => [row.communityId, row]))
  const asks = new Map((await asksBy(db, street.id, month)).map((row) => [row.communityId, row]))
  return {
    ...{ streets, street, months, month },
    rows: communities.map((c) => ({ ...nothing, ...asks.get(c.id), ...forms.get(c.id), ...c })),
    offices: await officesBy(db, street.id, month),
  }
}

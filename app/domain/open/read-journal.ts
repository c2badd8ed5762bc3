import { and, asc, desc, eq, gte, lt, ne, not, notInArray, notLike, type SQL, sql } from 'drizzle-orm'
import { journal, parties, persons } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import { secretActs } from '../buy/evaluation/secret-acts.ts'
import type { Context } from '../context.ts'
import { endOf, startOf } from '../dates.ts'
import { checkSeals } from '../journal-seal.ts'
import { authorize } from '../policy/index.ts'
import { isDate } from '../typed-date.ts'
import { ofSessions, signIns } from './sign-ins.ts'

const SHOWN = 50
/** What an auditor looks for: a matter, a person by the id that stands in a link, a day; from which instant back. */
export type Sought = { about?: string; by?: string; on?: string; before?: string }

/** 开启前连有几家都不说; a ballot is secret, its hour too: of these not even the number of lines is shown. Signing in is told by the day alone, apart from the lines. */
const unseen = and(
  ne(journal.action, 'proposal.sealed_act'),
  notLike(journal.action, 'ballot.%'),
  notInArray(journal.action, ofSessions),
)
const residents = ['resident', 'family_agent']
/** Whoever acts for a body is named; a resident is not, lest an ask or a rating find its author here. */
const ofOffice = (db: Reader, by: string) =>
  and(eq(journal.actorId, by), notInArray(journal.role, residents), not(secretActs(db)))

function where(db: Reader, { about, by, on, before }: Sought): SQL | undefined {
  const instant = Number(before)
  return and(
    unseen,
    about ? eq(journal.subject, about.trim()) : undefined,
    by ? ofOffice(db, by) : undefined,
    on && isDate(on) ? and(gte(journal.at, startOf(on)), lt(journal.at, endOf(on))) : undefined,
    before && Number.isSafeInteger(instant) ? lt(journal.at, new Date(instant)) : undefined,
  )
}
const said = (detail: Record<string, unknown> | null) =>
  Object.entries(detail ?? {})
    .filter(([, value]) => value !== null)
    .map(([name, value]) => `${name}: ${typeof value === 'string' ? value : JSON.stringify(value)}`)
    .join(' · ')

type Found = {
  line: typeof journal.$inferSelect
  person: string | null
  party: string | null
  secret: number
}
/** One line as it may be read: of a panel's act before its result, only that there was one. */
function shown({ line, person, party, secret }: Found) {
  const { id, at, role, action, subject, detail } = line
  const nobody = { role, actorId: null, person: null, party: null }
  if (secret) return { id, at, action, subject, ...nobody, role: null, detail: '', secret: true }
  const named = role !== null && !residents.includes(role)
  const who = named ? { role, actorId: line.actorId, person, party } : nobody
  return { id, at, action, subject, ...who, detail: said(detail), secret: false }
}

/** 操作日志: lines, the newest first, and whether the sealed ones are what they were. */
export async function readJournal(ctx: Context, sought: Sought) {
  authorize(ctx.actor, 'journal.read', {})
  const secret = sql<number>`case when ${secretActs(ctx.db)} then 1 else 0 end`
  const rows = await ctx.db
    .select({ line: journal, person: persons.name, party: parties.name, secret })
    .from(journal)
    .leftJoin(persons, eq(persons.id, journal.actorId))
    .leftJoin(parties, eq(parties.id, journal.partyId))
    .where(where(ctx.db, sought))
    .orderBy(desc(journal.at), asc(journal.subject), asc(journal.action), desc(journal.id))
    .limit(SHOWN + 1)
  const lines = rows.slice(0, SHOWN).map(shown)
  const more = rows.length > SHOWN ? String(lines.at(-1)!.at.getTime()) : null
  const days = sought.by ? await signIns(ctx.db, sought.by) : null
  return { lines, more, days, seals: await checkSeals(ctx.db) }
}

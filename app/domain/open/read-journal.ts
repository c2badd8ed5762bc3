import { and, desc, eq, gte, lt, type SQL } from 'drizzle-orm'
import { journal, parties, persons } from '#db/schema/index.ts'
import type { Context } from '../context.ts'
import { endOf, startOf } from '../dates.ts'
import { checkSeals } from '../journal-seal.ts'
import { authorize } from '../policy/index.ts'
import { isDate } from '../typed-date.ts'

const SHOWN = 50
/** What an auditor looks for: a matter, a person by the id that stands in a link, a day; from which instant back. */
export type Sought = { about?: string; by?: string; on?: string; before?: string }

function where({ about, by, on, before }: Sought): SQL | undefined {
  const instant = Number(before)
  return and(
    about ? eq(journal.subject, about.trim()) : undefined,
    by ? eq(journal.actorId, by) : undefined,
    on && isDate(on) ? and(gte(journal.at, startOf(on)), lt(journal.at, endOf(on))) : undefined,
    before && Number.isSafeInteger(instant) ? lt(journal.at, new Date(instant)) : undefined,
  )
}
const said = (detail: Record<string, unknown> | null) =>
  Object.entries(detail ?? {})
    .map(([name, value]) => `${name}: ${typeof value === 'string' ? value : JSON.stringify(value)}`)
    .join(' · ')

/** 操作日志: lines, the newest first, and whether the sealed ones are what they were. */
export async function readJournal(ctx: Context, sought: Sought) {
  authorize(ctx.actor, 'journal.read', {})
  const rows = await ctx.db
    .select({ line: journal, person: persons.name, party: parties.name })
    .from(journal)
    .leftJoin(persons, eq(persons.id, journal.actorId))
    .leftJoin(parties, eq(parties.id, journal.partyId))
    .where(where(sought))
    .orderBy(desc(journal.at), desc(journal.id))
    .limit(SHOWN + 1)
  const lines = rows.slice(0, SHOWN).map(({ line, person, party }) => {
    const { id, at, actorId, role, action, subject, detail } = line
    return { id, at, actorId, role, action, subject, person, party, detail: said(detail) }
  })
  const more = rows.length > SHOWN ? String(lines.at(-1)!.at.getTime()) : null
  return { lines, more, seals: await checkSeals(ctx.db) }
}

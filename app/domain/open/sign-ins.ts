import { and, desc, eq, lt, notInArray } from 'drizzle-orm'
import { experts, journal, seats } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import { firstSecretDraw } from '../buy/evaluation/secret-acts.ts'
import { dateOf, startOf } from '../dates.ts'

const READ = 200
/** The acts of signing in and out, and of changing one’s seat: an hour beside a ballot or a panel's act would tell whose it was, so none stands among the lines. */
export const ofSessions = ['session.start', 'session.end', 'seat.switch']
/** Whoever acts for a body; a resident's own visits are nobody's matter. */
const isOfOffice = async (db: Reader, personId: string) =>
  (await db.$count(
    seats,
    and(eq(seats.personId, personId), notInArray(seats.role, ['resident', 'family_agent'])),
  )) > 0
/** Of everyone on the register of experts, whether drawn or not, no day is told since a panel was drawn that is secret still. */
async function toldUntil(db: Reader, personId: string): Promise<Date | null> {
  const drawn = await firstSecretDraw(db)
  if (!drawn || (await db.$count(experts, eq(experts.id, personId))) === 0) return null
  return startOf(dateOf(drawn))
}

export type SignIns = { days: Array<{ on: string; n: number }>; until: Date | null }
/** 登录日: on which days somebody who acts for a body signed in, and how often, the latest first; never at which hour. */
export async function signIns(db: Reader, personId: string): Promise<SignIns | null> {
  if (!(await isOfOffice(db, personId))) return null
  const until = await toldUntil(db, personId)
  const rows = await db
    .select({ at: journal.at })
    .from(journal)
    .where(
      and(
        eq(journal.subject, personId),
        eq(journal.action, 'session.start'),
        until ? lt(journal.at, until) : undefined,
      ),
    )
    .orderBy(desc(journal.at))
    .limit(READ)
  const days = new Map<string, number>()
  for (const { at } of rows) days.set(dateOf(at), (days.get(dateOf(at)) ?? 0) + 1)
  return { days: [...days].map(([on, n]) => ({ on, n })), until }
}

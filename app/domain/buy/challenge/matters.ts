import { and, desc, eq, isNotNull } from 'drizzle-orm'
import { amendments } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { dateOf, endOf } from '../../dates.ts'
import { deadlineOf, lastDay } from '../../parameters.ts'
import { awardsOf, isLive } from '../award/find-award.ts'
import type { Call } from '../proposal/find-call.ts'

/** What a challenge may be against: the document, a step of the course, the result. */
export const matters = ['document', 'opening', 'evaluation', 'result'] as const
export type Matter = (typeof matters)[number]
type Stored = { about: 'document' | 'process' | 'result'; step: 'opening' | 'evaluation' | null }
export const storedAs = (matter: Matter): Stored =>
  matter === 'opening' || matter === 'evaluation'
    ? { about: 'process', step: matter }
    : { about: matter, step: null }
export const matterOf = ({ about, step }: Stored): Matter => (about === 'process' ? step! : about)

/** From when to when a matter may be objected to; the first day is not counted. */
export type Window = { matter: Matter; from: string; ends: Date; awardId: string | null }

const later = (one: string, other: string | null) => (other && other > one ? other : one)
const lastChange = async (db: Reader, tenderId: string) => {
  const [found] = await db
    .select({ at: amendments.publishedAt })
    .from(amendments)
    .where(and(eq(amendments.tenderId, tenderId), isNotNull(amendments.publishedAt)))
    .orderBy(desc(amendments.publishedAt))
    .limit(1)
  return found?.at ? dateOf(found.at) : null
}

/** The law's seven working days where the law governs, the route's own below it. */
async function over(db: Reader, ctx: Context, { method }: Pick<Call, 'method'>, from: string) {
  if (method.mark !== 'statute') return endOf(lastDay(ctx.calendar, from, method.objectionDays, 'wd'))
  return endOf(await deadlineOf(db, ctx.calendar, 'CHALLENGE_WINDOW', from))
}

type Dated = Pick<Call, 'id' | 'publishedAt' | 'openedAt' | 'reportAt' | 'method'>
/** 质疑期 of every matter there is by now (94号令): the document from the end of its notice or its last change, a step from its end, the result from its notice. */
export async function windowsOf(db: Reader, ctx: Context, call: Dated): Promise<Window[]> {
  const windows: Window[] = []
  const add = async (matter: Matter, from: string) =>
    windows.push({ matter, from, ends: await over(db, ctx, call, from), awardId: null })
  if (call.publishedAt) {
    const notice = await deadlineOf(db, ctx.calendar, 'DOCUMENT_NOTICE', dateOf(call.publishedAt))
    await add('document', later(notice, await lastChange(db, call.id)))
  }
  if (call.openedAt) await add('opening', dateOf(call.openedAt))
  if (call.reportAt) await add('evaluation', dateOf(call.reportAt))
  const award = (await awardsOf(db, call.id)).find((a) => isLive(a) && a.notifiedAt)
  if (award?.windowEndsAt) {
    const { notifiedAt, windowEndsAt: ends, id: awardId } = award
    windows.push({ matter: 'result', from: dateOf(notifiedAt!), ends, awardId })
  }
  return windows
}

/** 质疑事项, one a line: a complaint may take up these and no others (94号令 第二十条). */
export const pointsOf = (items: string) =>
  items
    .split(/\n+/)
    .map((line) => line.trim())
    .filter(Boolean)

import { and, eq, gte, inArray, isNotNull } from 'drizzle-orm'
import { awards, challenges, complaints, contracts, payments, plans, tenders } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import type { Context } from '../context.ts'
import { addDays, dateOf, startOf, yearOf } from '../dates.ts'
import type { DeskItem } from '../desk-item.ts'
import { may } from '../policy/index.ts'

/** A deadline that is running, and where everybody may see what it is about. */
export type Live = { kind: string; title: string; on: string; link: string }

const instantly = (kind: string, rows: Array<{ title: string; at: Date | null; link: string }>): Live[] =>
  rows.flatMap(({ title, at, link }) => (at ? [{ kind, title, on: dateOf(at), link }] : []))

async function ofTenders(db: Reader): Promise<Live[]> {
  const calls = await db
    .select({ title: tenders.title, at: tenders.deadline, id: tenders.id })
    .from(tenders)
    .where(eq(tenders.state, 'published'))
  const windows = await db
    .select({ title: tenders.title, at: awards.windowEndsAt, id: tenders.id })
    .from(awards)
    .innerJoin(tenders, eq(tenders.id, awards.tenderId))
    .where(and(eq(awards.state, 'notified'), isNotNull(awards.windowEndsAt)))
  return [
    ...instantly(
      'deadline',
      calls.map((c) => ({ ...c, link: `/tenders/${c.id}` })),
    ),
    ...instantly(
      'window',
      windows.map((w) => ({ ...w, link: `/tenders/${w.id}/result` })),
    ),
  ]
}
async function ofChallenges(db: Reader): Promise<Live[]> {
  const open = await db
    .select({ title: tenders.title, at: challenges.replyDueAt, id: tenders.id })
    .from(challenges)
    .innerJoin(tenders, eq(tenders.id, challenges.tenderId))
    .where(inArray(challenges.state, ['submitted', 'admitted']))
  const filed = await db
    .select({ title: tenders.title, at: complaints.dueAt, id: tenders.id })
    .from(complaints)
    .innerJoin(tenders, eq(tenders.id, complaints.tenderId))
    .where(and(inArray(complaints.state, ['filed', 'accepted']), isNotNull(complaints.dueAt)))
  return [
    ...instantly(
      'reply',
      open.map((c) => ({ ...c, link: `/tenders/${c.id}` })),
    ),
    ...instantly(
      'ruling',
      filed.map((c) => ({ ...c, link: `/tenders/${c.id}` })),
    ),
  ]
}
async function ofService(db: Reader, today: string): Promise<Live[]> {
  const planned = await db
    .select({ title: plans.title, on: plans.to, id: plans.id })
    .from(plans)
    .where(and(eq(plans.state, 'approved'), gte(plans.to, today)))
  const running = await db
    .select({ title: contracts.refNo, on: contracts.to, id: contracts.id })
    .from(contracts)
    .where(and(eq(contracts.state, 'published'), gte(contracts.to, today)))
  const due = await db
    .select({ title: payments.refNo, at: payments.dueAt, id: payments.contractId })
    .from(payments)
    .where(
      and(inArray(payments.state, ['requested', 'checked', 'approved']), gte(payments.dueAt, startOf(today))),
    )
  return [
    ...planned.map(({ title, on, id }) => ({ kind: 'plan', title, on, link: `/projects/${id}` })),
    ...running.map(({ title, on, id }) => ({ kind: 'contract', title, on, link: `/contracts/${id}` })),
    ...instantly(
      'payment',
      due.map((p) => ({ ...p, link: `/contracts/${p.id}` })),
    ),
  ]
}

/** How long before the year ends its successor is asked for: clocks begun then run over. */
const ahead = 60

/** Years without a holiday notice in which a live deadline lies, or which begin soon; and those deadlines. */
export async function uncovered(ctx: Context): Promise<{ years: number[]; live: Live[] }> {
  const today = dateOf(ctx.clock.now())
  const all = [
    ...(await ofTenders(ctx.db)),
    ...(await ofChallenges(ctx.db)),
    ...(await ofService(ctx.db, today)),
  ].filter(({ on }) => on >= today)
  const live = all.filter(({ on }) => !ctx.calendar.covers(yearOf(on))).sort((a, b) => (a.on < b.on ? -1 : 1))
  const soon = [yearOf(today), yearOf(addDays(today, ahead))].filter((y) => !ctx.calendar.covers(y))
  return { years: [...new Set([...live.map(({ on }) => yearOf(on)), ...soon])].sort(), live }
}

/** Whoever may enter the calendar is told of the year that is wanting. */
export async function deskOfCalendar(_db: Reader, ctx: Context): Promise<DeskItem[]> {
  if (!may(ctx.actor, 'calendar.enter', {})) return []
  const { years, live } = await uncovered(ctx)
  return years.map((year) => ({
    key: 'calendar.enter',
    params: { year, n: live.filter(({ on }) => yearOf(on) === year).length },
    matter: String(year),
    chapter: null,
    due: null,
    since: ctx.clock.now(),
    link: '/desk/calendar',
    kind: 'act' as const,
  }))
}

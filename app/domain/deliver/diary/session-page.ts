import { asc, desc, eq, sql } from 'drizzle-orm'
import { activitySessions, serviceUsers, sessionArrivals } from '#db/schema/index.ts'
import type { Context } from '../../context.ts'
import { dateOf } from '../../dates.ts'
import { authorize } from '../../policy/index.ts'
import { Refusal } from '../../refusal.ts'
import { findContract } from '../contract/find-contract.ts'
import { serviceUsersOf } from './find-diary.ts'
import { findSession } from './hold-session.ts'

/** Sessions of a contract, the latest first, with how many have arrived. */
export async function sessionsPage(ctx: Context, contractId: string) {
  const c = await findContract(ctx.db, contractId)
  authorize(ctx.actor, 'diary.record', c)
  const rows = await ctx.db
    .select({ session: activitySessions, n: sql<number>`count(${sessionArrivals.id})`.mapWith(Number) })
    .from(activitySessions)
    .leftJoin(sessionArrivals, eq(sessionArrivals.sessionId, activitySessions.id))
    .where(eq(activitySessions.contractId, contractId))
    .groupBy(activitySessions.id)
    .orderBy(desc(activitySessions.heldOn))
  return {
    ...{ id: c.id, title: c.title, today: dateOf(ctx.clock.now()), runs: c.state === 'published' },
    sessions: rows.map(({ session, n }) => ({
      ...{ id: session.id, title: session.title, heldOn: session.heldOn, place: session.place },
      ...{ n, recorded: session.entryId !== null },
    })),
  }
}

/** One session at work: its door, who has arrived, and the sheet for the rest. */
export async function sessionPage(ctx: Context, contractId: string, sessionId: string) {
  const c = await findContract(ctx.db, contractId)
  authorize(ctx.actor, 'diary.record', c)
  const session = await findSession(ctx.db, { id: sessionId })
  if (session.contractId !== contractId) throw new Refusal('missing', 'session-missing')
  const arrived = await ctx.db
    .select({ id: serviceUsers.id, label: serviceUsers.label, via: sessionArrivals.via })
    .from(sessionArrivals)
    .innerJoin(serviceUsers, eq(serviceUsers.id, sessionArrivals.serviceUserId))
    .where(eq(sessionArrivals.sessionId, sessionId))
    .orderBy(asc(sessionArrivals.at))
  const here = new Set(arrived.map(({ id }) => id))
  const users = await serviceUsersOf(ctx.db, contractId)
  return {
    contract: { id: c.id, title: c.title },
    session: {
      ...{ id: session.id, title: session.title, kind: session.kind, heldOn: session.heldOn },
      ...{ place: session.place, code: session.code, recorded: session.entryId !== null },
    },
    arrived,
    missing: users.filter(({ id }) => !here.has(id)).map(({ id, label }) => ({ id, label })),
    today: dateOf(ctx.clock.now()),
  }
}

/** The door as anybody who holds its code sees it: what, where, when; of those who came nothing. */
export async function doorPage(ctx: Context, code: string) {
  const { title, place, heldOn, entryId } = await findSession(ctx.db, { code })
  return { title, place, heldOn, today: dateOf(ctx.clock.now()), closed: entryId !== null }
}

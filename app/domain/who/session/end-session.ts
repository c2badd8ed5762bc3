import { and, desc, eq, gt, isNull } from 'drizzle-orm'
import { sessions } from '#db/schema/index.ts'
import type { Context } from '../../context.ts'
import { record } from '../../journal.ts'
import { Refusal } from '../../refusal.ts'

/** One's own living sessions, newest first. */
export const listSessions = (ctx: Context) =>
  ctx.db
    .select({ id: sessions.publicId, key: sessions.id, device: sessions.device, createdAt: sessions.createdAt, seenAt: sessions.seenAt })
    .from(sessions)
    .where(and(eq(sessions.personId, ctx.actor.personId ?? ''), isNull(sessions.endedAt), gt(sessions.endsAt, ctx.wall.now())))
    .orderBy(desc(sessions.seenAt))

/** Ends one of one's own sessions, at once and on the server. */
export const endSession = (ctx: Context, { sessionId }: { sessionId: string }) =>
  ctx.transact(async (tx) => {
    const mine = and(eq(sessions.publicId, sessionId), eq(sessions.personId, ctx.actor.personId ?? ''))
    const ended = await tx.update(sessions).set({ endedAt: ctx.wall.now() }).where(mine).returning({ id: sessions.publicId })
    if (!ended.length) throw new Refusal('missing', 'session')
    await record(tx, ctx, 'session.end', { subject: ctx.actor.personId ?? '' })
    return { sessionId }
  })

/** Ends the session a request came with. */
export const signOut = (ctx: Context, { key }: { key: string }) =>
  ctx.transact(async (tx) => {
    await tx.update(sessions).set({ endedAt: ctx.wall.now() }).where(eq(sessions.id, key))
    return { ended: true }
  })

import { and, desc, eq, gt, isNull } from 'drizzle-orm'
import { sessions } from '#db/schema/index.ts'
import type { Context } from '../../context.ts'
import { record } from '../../journal.ts'
import { Refusal } from '../../refusal.ts'

/** One's own living sessions, the latest used first; `here` is the one that asks. */
export async function mySessions(ctx: Context, key: string) {
  if (!ctx.actor.personId) throw new Refusal('forbidden', 'sign-in-first')
  const alive = and(isNull(sessions.endedAt), gt(sessions.endsAt, ctx.wall.now()))
  const rows = await ctx.db
    .select()
    .from(sessions)
    .where(and(eq(sessions.personId, ctx.actor.personId), alive))
    .orderBy(desc(sessions.seenAt))
  return rows.map(({ id, publicId, device, createdAt, seenAt }) => ({
    id: publicId,
    here: id === key,
    device,
    createdAt,
    seenAt,
  }))
}

/** Ends one of one's own sessions, at once and on the server. */
export const endSession = (ctx: Context, { sessionId }: { sessionId: string }) =>
  ctx.transact(async (tx) => {
    const mine = and(eq(sessions.publicId, sessionId), eq(sessions.personId, ctx.actor.personId ?? ''))
    const ended = await tx
      .update(sessions)
      .set({ endedAt: ctx.wall.now() })
      .where(mine)
      .returning({ id: sessions.publicId })
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

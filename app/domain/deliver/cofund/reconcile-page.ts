import { and, desc, eq } from 'drizzle-orm'
import type { differenceKinds } from '#app/ports/payments/funding-provider.ts'
import { providerCalls, providerEvents, reconciliations } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { record } from '../../journal.ts'
import { authorize, may } from '../../policy/index.ts'
import { Refusal } from '../../refusal.ts'

type Kind = (typeof differenceKinds)[number]
async function deadOf(db: Reader) {
  const calls = await db.select().from(providerCalls).where(eq(providerCalls.state, 'dead'))
  const events = await db.select().from(providerEvents).where(eq(providerEvents.state, 'dead'))
  return [
    ...calls.map((c) => ({
      id: c.id,
      of: 'call' as const,
      what: c.kind,
      key: c.callKey,
      why: c.lastError,
      at: c.createdAt,
    })),
    ...events.map((e) => ({
      id: e.id,
      of: 'event' as const,
      what: e.type,
      key: e.about ?? '',
      why: e.lastError,
      at: e.at,
    })),
  ]
}

/** 通道对账: the last sixty nights, newest first, and what needs a person. */
export async function reconcilePage(ctx: Context) {
  authorize(ctx.actor, 'cofund.reconcile', {})
  const days = await ctx.db.select().from(reconciliations).orderBy(desc(reconciliations.day)).limit(60)
  const dead = await deadOf(ctx.db)
  const rows = days.flatMap(({ day, rows: all }) =>
    all.map((row) => ({ ...row, kind: row.kind as Kind, day })),
  )
  return {
    days: days.map(({ rows: _, ...day }) => day),
    months: [...new Set(days.map(({ day }) => day.slice(0, 7)))],
    rows,
    dead,
    replays: may(ctx.actor, 'cofund.replay', {}),
    online: Boolean(ctx.funding),
  }
}

/** 重放: what was given up on is tried again, under the key it had. */
export const replay = (ctx: Context, { id }: { id: string }) =>
  ctx.transact(async (tx) => {
    authorize(ctx.actor, 'cofund.replay', {})
    const again = { state: 'waiting' as const, attempts: 0 }
    const call = await tx
      .update(providerCalls)
      .set({ ...again, notBefore: null })
      .where(and(eq(providerCalls.id, id), eq(providerCalls.state, 'dead')))
      .returning({ id: providerCalls.id })
    const event = await tx
      .update(providerEvents)
      .set(again)
      .where(and(eq(providerEvents.id, id), eq(providerEvents.state, 'dead')))
      .returning({ id: providerEvents.id })
    if (call.length + event.length === 0) throw new Refusal('missing', 'nothing-to-replay')
    await record(tx, ctx, 'cofund.replay', { subject: id })
    return { id }
  })

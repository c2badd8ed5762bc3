import { and, eq, isNotNull, lt, notExists } from 'drizzle-orm'
import { frameworks, journal } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { dateOf } from '../../dates.ts'
import { record } from '../../journal.ts'

/** Agreements whose last day is over and of whose end nothing was told yet. */
const runOut = (db: Reader, today: string) => {
  const told = and(eq(journal.subject, frameworks.id), eq(journal.action, 'framework.expire'))
  return db
    .select({ id: frameworks.id, planId: frameworks.planId })
    .from(frameworks)
    .where(
      and(
        isNotNull(frameworks.publishedAt),
        lt(frameworks.to, today),
        notExists(db.select({ one: journal.subject }).from(journal).where(told)),
      ),
    )
}

/** 协议到期: its last day ends an agreement by itself; this tells the journal and the world of it, once. */
export async function expireFrameworks(ctx: Context) {
  const today = dateOf(ctx.clock.now())
  if ((await runOut(ctx.db, today)).length === 0) return 0
  return ctx.transact(async (tx) => {
    const ended = await runOut(tx, today)
    for (const { id, planId } of ended)
      await record(tx, ctx, 'framework.expire', { subject: id, threadId: planId })
    return ended.length
  })
}

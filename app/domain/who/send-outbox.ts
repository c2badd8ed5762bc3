import { and, asc, eq, isNull, lt, sql } from 'drizzle-orm'
import type { Clock } from '#app/ports/clock.ts'
import type { Sms } from '#app/ports/sms/sms.ts'
import type { Vault } from '#app/ports/vault.ts'
import { outbox } from '#db/schema/index.ts'
import type { Store } from '#db/store.ts'
import type { Message } from './outbox.ts'

/** After this many tries a message is left for a person to look at. */
const mostTries = 6
type Parts = {
  store: Store
  vault: Vault
  wall: Clock
  sms: Sms
  say: (message: string, params: Record<string, string>) => string
}
type Row = typeof outbox.$inferSelect

/** Taking a message counts the try first: of two processes one takes it, and a crash cannot send it for ever. */
const take = ({ store }: Parts, row: Row) =>
  store.transact(async (tx) => {
    const mine = and(eq(outbox.id, row.id), eq(outbox.attempts, row.attempts), isNull(outbox.sentAt))
    const taken = await tx
      .update(outbox)
      .set({ attempts: sql`${outbox.attempts} + 1` })
      .where(mine)
      .returning({ id: outbox.id })
    return taken.length > 0
  })

async function sendOne(parts: Parts, row: Row) {
  if (!(await take(parts, row))) return
  const { to, message, params } = JSON.parse(parts.vault.open('outbox', row.sealedBody)) as Message
  const failed = await parts.sms.send(to, parts.say(message, params)).then(
    () => null,
    (error: unknown) => String(error).slice(0, 200),
  )
  const change = failed ? { lastError: failed } : { sentAt: parts.wall.now(), lastError: null }
  await parts.store.transact(
    async (tx) => void (await tx.update(outbox).set(change).where(eq(outbox.id, row.id))),
  )
}

/** Sends what waits in the outbox, the oldest first; says how many were tried. */
export async function sendOutbox(parts: Parts): Promise<number> {
  const waiting = await parts.store.db
    .select()
    .from(outbox)
    .where(and(isNull(outbox.sentAt), lt(outbox.attempts, mostTries)))
    .orderBy(asc(outbox.createdAt))
    .limit(20)
  for (const row of waiting) await sendOne(parts, row)
  return waiting.length
}

import { desc } from 'drizzle-orm'
import { outbox } from '#db/schema/index.ts'
import type { Context } from '../context.ts'
import { Refusal } from '../refusal.ts'

export type Message = { to: string; message: string; params: Record<string, string> }
/** The demonstration's messages, newest first; outside one nobody may read them. */
export async function demoMessages({ db, vault }: Context, demo: boolean) {
  if (!demo) throw new Refusal('missing', 'page')
  const rows = await db.select().from(outbox).orderBy(desc(outbox.createdAt)).limit(30)
  return rows.map(({ id, createdAt, sealedBody }) => {
    const { to, message, params } = JSON.parse(vault.open('outbox', sealedBody)) as Message
    return { id, at: createdAt, tail: to.slice(-4), message, params }
  })
}

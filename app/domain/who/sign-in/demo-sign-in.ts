import { eq } from 'drizzle-orm'
import { persons } from '#db/schema/index.ts'
import type { Context } from '../../context.ts'
import { record } from '../../journal.ts'
import { Refusal } from '../../refusal.ts'
import { type From, startSession } from '../session/start-session.ts'

/** Takes a demonstration person's part in one tap; outside a demonstration there is no such thing. */
export const demoSignIn = (
  ctx: Context,
  { personId, demo, ...from }: { personId: string; demo: boolean } & From,
) =>
  ctx.transact(async (tx) => {
    if (!demo) throw new Refusal('missing', 'page')
    const [person] = await tx.select({ id: persons.id }).from(persons).where(eq(persons.id, personId))
    if (!person) throw new Refusal('missing', 'person')
    const token = await startSession(tx, ctx, { personId, strength: 'resident', from })
    await record(tx, ctx, 'session.start', { subject: personId }, { by: 'demonstration' })
    return { token }
  })

import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { persons, places } from '#db/schema/index.ts'
import type { Context } from '../context.ts'
import { Refusal } from '../refusal.ts'

/** What is stored of the person who asks. */
export async function myData({ db, actor }: Context) {
  if (!actor.personId) throw new Refusal('forbidden', 'sign-in-first')
  const [me] = await db
    .select({
      name: persons.name,
      tail: persons.phoneTail,
      ageBand: persons.ageBand,
      community: places.name,
      messages: persons.messages,
    })
    .from(persons)
    .leftJoin(places, eq(places.id, persons.communityId))
    .where(eq(persons.id, actor.personId))
  if (!me) throw new Refusal('missing', 'person')
  return me
}

export const messagesForm = z.object({ messages: z.enum(['on', 'off'], { error: 'form.required' }) }).strict()
/** Asks for short messages, or for none. */
export const chooseMessages = (ctx: Context, { messages }: z.output<typeof messagesForm>) =>
  ctx.transact(async (tx) => {
    if (!ctx.actor.personId) throw new Refusal('forbidden', 'sign-in-first')
    await tx
      .update(persons)
      .set({ messages: messages === 'on' })
      .where(eq(persons.id, ctx.actor.personId))
    return { messages }
  })

import { and, desc, eq, or } from 'drizzle-orm'
import { z } from 'zod'
import { noticeReads, notices, persons, places } from '#db/schema/index.ts'
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

/** What concerns the person, or whoever sits in his seat, newest first. */
export async function myNotices({ db, actor }: Context, most = 30) {
  if (!actor.personId) throw new Refusal('forbidden', 'sign-in-first')
  const own = eq(notices.personId, actor.personId)
  const seat = actor.seat && and(eq(notices.partyId, actor.seat.partyId), eq(notices.role, actor.seat.role))
  return db
    .select({
      id: notices.id,
      message: notices.message,
      params: notices.params,
      link: notices.link,
      at: notices.createdAt,
      readAt: noticeReads.at,
    })
    .from(notices)
    .leftJoin(
      noticeReads,
      and(eq(noticeReads.noticeId, notices.id), eq(noticeReads.personId, actor.personId)),
    )
    .where(seat ? or(own, seat) : own)
    .orderBy(desc(notices.createdAt), desc(notices.id))
    .limit(most)
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

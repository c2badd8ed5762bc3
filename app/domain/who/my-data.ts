import { asc, desc, eq } from 'drizzle-orm'
import { z } from 'zod'
import { parties, persons, places, seats } from '#db/schema/index.ts'
import type { Context } from '../context.ts'
import { dateOf } from '../dates.ts'
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

/** 我的任职: every seat one holds or held, from when to when and on which ground. */
export async function mySeats({ db, actor, clock }: Context) {
  if (!actor.personId) throw new Refusal('forbidden', 'sign-in-first')
  const today = dateOf(clock.now())
  const held = await db
    .select({
      id: seats.id,
      role: seats.role,
      party: parties.name,
      partyEn: parties.nameEn,
      from: seats.from,
      to: seats.to,
      ground: seats.ground,
    })
    .from(seats)
    .innerJoin(parties, eq(parties.id, seats.partyId))
    .where(eq(seats.personId, actor.personId))
    .orderBy(desc(seats.from), asc(seats.role))
  const atHome = ['resident', 'family_agent']
  return held.map((seat) => ({
    ...seat,
    // Signed away only in the post one acts in: the page of another would refuse.
    isPost:
      seat.id === actor.seat?.id && !atHome.includes(seat.role) && (seat.to === null || seat.to >= today),
  }))
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

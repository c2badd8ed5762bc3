import { eq } from 'drizzle-orm'
import { persons } from '#db/schema/index.ts'
import type { Context } from '../../context.ts'
import { dateOf } from '../../dates.ts'
import { seatsOf } from '../session/find-session.ts'

/** Posts of the one who asks that this sign-in does not open, and whether he has a key to open them; null: none. */
export async function closedPosts({ db, actor, clock }: Context) {
  if (!actor.personId) return null
  const held = await seatsOf(db, actor.personId, dateOf(clock.now()))
  const open = new Set(actor.seats.map(({ id }) => id))
  const closed = held.filter(({ id }) => !open.has(id))
  if (closed.length === 0) return null
  const [me] = await db
    .select({ key: persons.passwordHash })
    .from(persons)
    .where(eq(persons.id, actor.personId))
  return {
    posts: closed.map(({ role, partyName, partyNameEn }) => ({ role, partyName, partyNameEn })),
    hasKey: Boolean(me?.key),
  }
}

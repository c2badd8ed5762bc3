import { eq } from 'drizzle-orm'
import { persons } from '#db/schema/index.ts'
import type { Context } from '../../context.ts'
import { Refusal } from '../../refusal.ts'
import type { GrantSeat, SeatByForm } from './forms.ts'
import { grantSeat, mustGrant } from './grant-seat.ts'

async function personOf({ db, vault }: Context, { phone, personId }: SeatByForm) {
  if (!phone) return personId
  const [found] = await db
    .select({ id: persons.id })
    .from(persons)
    .where(eq(persons.phoneHash, vault.keyed('phone', phone)))
  return found?.id
}

/** A seat for whoever is chosen, or is known by his whole telephone number: nobody's people are listed to another body. */
export async function seatByForm(ctx: Context, typed: SeatByForm) {
  if (!ctx.actor.seat)
    throw new Refusal('forbidden', ctx.actor.personId ? 'needs-another-seat' : 'sign-in-first')
  await mustGrant(ctx.db, ctx, { ...typed, personId: typed.personId ?? null })
  const personId = await personOf(ctx, typed)
  if (!personId) throw new Refusal('invalid', 'person')
  const { phone: _, ...rest } = typed
  const seat: GrantSeat = { ...rest, personId }
  return grantSeat(ctx, seat)
}

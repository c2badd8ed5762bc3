import { eq } from 'drizzle-orm'
import { parties, seats } from '#db/schema/index.ts'
import type { Tx } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { addDays, dateOf } from '../../dates.ts'
import { record } from '../../journal.ts'
import { notify } from '../../notify.ts'
import { authorize } from '../../policy/index.ts'
import { Refusal } from '../../refusal.ts'

type Said = { seatId: string; ground: string }

/** The seat that waits, or why it does not. */
async function awaited(tx: Tx, ctx: Context, act: 'seat.confirm' | 'seat.decline', seatId: string) {
  const [found] = await tx
    .select({ seat: seats, party: parties.name })
    .from(seats)
    .innerJoin(parties, eq(parties.id, seats.partyId))
    .where(eq(seats.id, seatId))
  authorize(ctx.actor, act, {
    personId: found?.seat.personId ?? null,
    grantedBy: found?.seat.grantedBy ?? null,
  })
  if (!found) throw new Refusal('missing', 'seat')
  const { seat, party } = found
  if (!seat.awaits || seat.confirmedAt) throw new Refusal('conflict', 'seat-does-not-wait')
  if (seat.to && seat.to < dateOf(ctx.clock.now())) throw new Refusal('conflict', 'seat-already-ended')
  return { ...seat, party }
}

/** 复核: the second person's word; from now on the seat counts. */
export const confirmSeat = (ctx: Context, { seatId, ground }: Said) =>
  ctx.transact(async (tx) => {
    const seat = await awaited(tx, ctx, 'seat.confirm', seatId)
    await tx
      .update(seats)
      .set({ confirmedBy: ctx.actor.personId, confirmedAt: ctx.clock.now() })
      .where(eq(seats.id, seatId))
    await notify(tx, ctx, { personId: seat.personId }, 'seat-granted', '/me', { party: seat.party })
    await record(tx, ctx, 'seat.confirm', { subject: seatId }, { role: seat.role, ground })
    return { seatId }
  })

/** The second person says no, and why: the seat never counts, and who granted it is told. */
export const declineSeat = (ctx: Context, { seatId, ground }: Said) =>
  ctx.transact(async (tx) => {
    const seat = await awaited(tx, ctx, 'seat.decline', seatId)
    const yesterday = addDays(dateOf(ctx.clock.now()), -1)
    await tx.update(seats).set({ to: yesterday, withdrawnBy: ctx.actor.personId }).where(eq(seats.id, seatId))
    if (seat.grantedBy)
      await notify(tx, ctx, { personId: seat.grantedBy }, 'seat-declined', '/desk/seats', {
        party: seat.party,
      })
    await record(tx, ctx, 'seat.decline', { subject: seatId }, { role: seat.role, ground })
    return { seatId }
  })

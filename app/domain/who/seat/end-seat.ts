import { and, eq } from 'drizzle-orm'
import { parties, seats } from '#db/schema/index.ts'
import type { Tx } from '#db/store.ts'
import type { Role } from '#db/vocabulary.ts'
import type { Context } from '../../context.ts'
import { addDays, dateOf } from '../../dates.ts'
import { record } from '../../journal.ts'
import { notify } from '../../notify.ts'
import { authorize } from '../../policy/index.ts'
import { Refusal } from '../../refusal.ts'
import { counts } from './counts.ts'
import { sideOf } from './posts.ts'

export type Ending = { seatId: string; ground: string }
type Seat = typeof seats.$inferSelect

/** Whether nobody would be left to confirm a seat: his successor is confirmed before he goes. */
async function isLastToConfirm(tx: Tx, { id, role }: { id: string; role: Role }, today: string) {
  if (role !== 'security_auditor') return false
  const left = and(eq(seats.role, 'security_auditor'), counts(today))
  const standing = await tx.select({ id: seats.id }).from(seats).where(left)
  return standing.every((one) => one.id === id)
}

/** The seat that may be ended now by whoever acts. */
async function endable(tx: Tx, ctx: Context, seatId: string, today: string): Promise<Seat> {
  const [seat] = await tx.select().from(seats).where(eq(seats.id, seatId))
  if (!seat) throw new Refusal('missing', 'seat')
  const { partyId, personId } = seat
  authorize(ctx.actor, 'seat.withdraw', { roleSide: sideOf(seat.role), partyId, personId })
  if (seat.to && seat.to < today) throw new Refusal('conflict', 'seat-already-ended')
  if (await isLastToConfirm(tx, seat, today)) throw new Refusal('conflict', 'last-security-auditor')
  return seat
}

/** Ends a seat from today on; what its holder did stays on record. `ready` refuses what is not handed over of one that counts. */
export async function endSeat(
  tx: Tx,
  ctx: Context,
  { seatId, ground }: Ending,
  ready: (seat: Seat) => Promise<void>,
) {
  const today = dateOf(ctx.clock.now())
  const seat = await endable(tx, ctx, seatId, today)
  const hasCounted = (!seat.awaits || seat.confirmedAt !== null) && seat.from <= today
  if (hasCounted) await ready(seat)
  await tx
    .update(seats)
    .set({ to: addDays(today, -1), withdrawnBy: ctx.actor.personId })
    .where(eq(seats.id, seatId))
  const [party] = await tx.select({ name: parties.name }).from(parties).where(eq(parties.id, seat.partyId))
  const told = { party: party?.name ?? '' }
  await notify(tx, ctx, { personId: seat.personId }, 'seat-withdrawn', '/me', told)
  await record(tx, ctx, 'seat.withdraw', { subject: seatId }, { role: seat.role, ground })
  return { seatId }
}

import { eq } from 'drizzle-orm'
import { sessions } from '#db/schema/index.ts'
import type { Context } from '../../context.ts'
import { record } from '../../journal.ts'
import { Refusal } from '../../refusal.ts'

/** Acts from now on in another of one's own seats. */
export const switchSeat = (ctx: Context, { key, seatId }: { key: string; seatId: string }) =>
  ctx.transact(async (tx) => {
    if (!ctx.actor.seats.some((seat) => seat.id === seatId)) throw new Refusal('missing', 'seat')
    await tx.update(sessions).set({ seatId }).where(eq(sessions.id, key))
    await record(tx, ctx, 'seat.switch', { subject: seatId })
    return { seatId }
  })

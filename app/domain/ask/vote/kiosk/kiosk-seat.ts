import { eq } from 'drizzle-orm'
import { kiosks } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import type { Context } from '../../../context.ts'
import { dateOf } from '../../../dates.ts'
import { parameter } from '../../../parameters.ts'
import { Refusal } from '../../../refusal.ts'

export type Kiosk = typeof kiosks.$inferSelect
const minute = 60_000

/** What an unlocked machine's browser keeps, sealed: which machine, and when it was last used; never who unlocked it. */
export const seatOf = (ctx: Context, kioskId: string): string =>
  ctx.vault.seal('kiosk', JSON.stringify([kioskId, ctx.wall.now().getTime()]))

function opened(ctx: Context, seat: string | null): [id: string, seenAt: number] | null {
  if (!seat || !/^[\w-]{40,400}$/.test(seat)) return null
  const words = ctx.vault.readable('kiosk', seat)
  return words === null ? null : (JSON.parse(words) as [string, number])
}

/** The machine as it stands unlocked, or a refusal: never unlocked, locked by staff, or too long unused. */
export async function kioskAt(db: Reader, ctx: Context, seat: string | null): Promise<Kiosk> {
  const held = opened(ctx, seat)
  if (!held) throw new Refusal('forbidden', 'kiosk-locked')
  const { value } = await parameter(db, 'KIOSK_IDLE', dateOf(ctx.clock.now()))
  if (ctx.wall.now().getTime() - held[1] > value * minute) throw new Refusal('forbidden', 'kiosk-idle')
  const [kiosk] = await db.select().from(kiosks).where(eq(kiosks.id, held[0]))
  if (!kiosk || kiosk.lockedAt) throw new Refusal('forbidden', 'kiosk-locked')
  return kiosk
}

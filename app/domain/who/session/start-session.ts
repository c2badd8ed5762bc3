import { randomBytes } from 'node:crypto'
import { and, eq, isNull } from 'drizzle-orm'
import { sha256 } from '#app/ports/vault.ts'
import { sessions } from '#db/schema/index.ts'
import type { Tx } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { dateOf } from '../../dates.ts'
import { seatsOf } from './find-session.ts'

const hour = 3_600_000
/** The longest a sign-in lasts, used or not. */
export const longest = (strength: string) => (strength === 'staff' ? 12 * hour : 30 * 24 * hour)

/** What a person comes from: the device, and the key of the session his browser still carries, if any. */
export type From = { device: string; was?: string | null | undefined }

/** Begins a session with a fresh 256-bit token; only its hash is stored. A single seat is taken at once. The session that the browser came with ends in the same breath: its cookie answers no more. */
export async function startSession(
  tx: Tx,
  ctx: Context,
  who: { personId: string; strength: string; from: From },
) {
  const token = randomBytes(32).toString('base64url')
  const held = await seatsOf(tx, who.personId, dateOf(ctx.clock.now()))
  const now = ctx.wall.now()
  const { device, was } = who.from
  if (was)
    await tx
      .update(sessions)
      .set({ endedAt: now })
      .where(and(eq(sessions.id, was), isNull(sessions.endedAt)))
  await tx.insert(sessions).values({
    id: sha256(token),
    personId: who.personId,
    seatId: held[0]?.id ?? null,
    strength: who.strength,
    device: device.slice(0, 120),
    createdAt: now,
    seenAt: now,
    endsAt: new Date(now.getTime() + longest(who.strength)),
  })
  return token
}

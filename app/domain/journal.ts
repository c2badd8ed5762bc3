import { journal } from '#db/schema/index.ts'
import type { Tx } from '#db/store.ts'
import type { Context } from './context.ts'
import { publishRelease } from './open/ocds/publish-release.ts'

/** Writes what was done, by whom, in the transaction that did it, and tells the world of it where the law wants it told: so it comes last. `threadId`: the need or plan whose public page tells it. */
export async function record(
  tx: Tx,
  ctx: Context,
  action: string,
  about: { subject: string; threadId?: string | null },
  detail: Record<string, unknown> = {},
) {
  const { personId, seat } = ctx.actor
  await tx.insert(journal).values({
    at: ctx.clock.now(),
    actorId: personId,
    seatId: seat?.id ?? null,
    role: seat?.role ?? null,
    partyId: seat?.partyId ?? null,
    action,
    subject: about.subject,
    threadId: about.threadId ?? null,
    detail,
  })
  await publishRelease(tx, ctx, action, about)
}

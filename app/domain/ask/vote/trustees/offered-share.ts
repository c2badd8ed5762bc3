import type { Context } from '../../../context.ts'
import { boundTo, type Trustee } from './find-trustees.ts'

/** How long a share handed in from afar waits for the other one. */
export const offerHours = 2

/** Whether his share waits now. */
export const isOffered = ({ shareOffered, offeredAt }: Trustee, now: Date): boolean =>
  shareOffered !== null && offeredAt !== null && now.getTime() < offeredAt.getTime() + offerHours * 3_600_000

/** The share a trustee handed in from afar; null when none waits, or it was anybody else's. */
export function offeredShare(ctx: Context, trustee: Trustee): Buffer | null {
  if (!isOffered(trustee, ctx.clock.now())) return null
  const [bound, share] = (ctx.vault.readable('offered-share', trustee.shareOffered ?? '') ?? '').split(' ')
  return bound === boundTo(trustee) && share ? Buffer.from(share, 'base64url') : null
}

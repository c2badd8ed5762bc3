import type { Context } from '../../context.ts'
import { may } from '../../policy/index.ts'
import { proposalOf } from '../proposal/find-proposal.ts'
import { awardsOf } from './find-award.ts'

/** The reader's own 反馈单 once there is a result: the proposal it is of; to anybody who did not take part, null. */
export async function ownFeedback(ctx: Context, tenderId: string): Promise<string | null> {
  const supplierId = ctx.actor.seat?.partyId
  if (!supplierId || !may(ctx.actor, 'award.feedback', { supplierId })) return null
  const own = await proposalOf(ctx.db, tenderId, supplierId)
  if (!own?.body) return null
  const told = (await awardsOf(ctx.db, tenderId)).some((award) => award.notifiedAt !== null)
  return told ? own.id : null
}

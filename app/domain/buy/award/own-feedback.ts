import type { Context } from '../../context.ts'
import { may } from '../../policy/index.ts'
import { findCall } from '../proposal/find-call.ts'
import { type Proposal, proposalOf } from '../proposal/find-proposal.ts'
import { awardsOf } from './find-award.ts'

/** Whether it was there at the opening: opened, or named there because its seal did not hold. Each of these is owed a 反馈单. */
export const cameToOpening = (p: Pick<Proposal, 'body' | 'endGround'>) =>
  p.body !== null || p.endGround === 'seal_broken'

type Ended = { state: string; openedAt: Date | null }
/** 开启后废标: there is no result to read, and yet each that came is told why. */
export const failedOpened = ({ state, openedAt }: Ended) => state === 'failed' && openedAt !== null

/** The reader's own 反馈单 once there is a result, or the call failed after its opening: the proposal it is of; to anybody who did not take part, null. */
export async function ownFeedback(ctx: Context, tenderId: string): Promise<string | null> {
  const supplierId = ctx.actor.seat?.partyId
  if (!supplierId || !may(ctx.actor, 'award.feedback', { supplierId })) return null
  const own = await proposalOf(ctx.db, tenderId, supplierId)
  if (!own || !cameToOpening(own)) return null
  const told = (await awardsOf(ctx.db, tenderId)).some((award) => award.notifiedAt !== null)
  return told || failedOpened(await findCall(ctx.db, tenderId)) ? own.id : null
}

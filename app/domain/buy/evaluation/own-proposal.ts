import type { Reader } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { authorize } from '../../policy/index.ts'
import { proposalOf } from '../proposal/find-proposal.ts'

type Asked = 'lowPrice.explain' | 'supplement.answer' | 'priceCorrection.answer'
/** The bidder's own proposal that is asked about; to anybody else there is nothing here. */
export async function ownProposal(db: Reader, ctx: Context, act: Asked, tenderId: string) {
  const partyId = ctx.actor.seat?.partyId ?? ''
  const own = partyId ? await proposalOf(db, tenderId, partyId) : null
  authorize(ctx.actor, act, { supplierId: own?.supplierId ?? '' })
  return own!
}

import { eq } from 'drizzle-orm'
import { consortiumMembers } from '#db/schema/index.ts'
import type { Tx } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { dateOf } from '../../dates.ts'
import { Refusal } from '../../refusal.ts'
import { budgetSums, missing } from './body.ts'
import { refuseOverCap } from './budget/caps.ts'
import { alliesOf, refuseElsewhere } from './consortium/terms.ts'
import type { Sitting } from './edit-proposal.ts'
import { whyMayNotPropose } from './eligibility.ts'
import { findSupplier, type teamOf } from './find-proposal.ts'

type Team = Awaited<ReturnType<typeof teamOf>>

/** 联合体: admitted by the route, every party admitted as the lead is; who bids alone frees whom it had asked. */
async function refuseAllies(tx: Tx, ctx: Context, { call, was, body }: Sitting) {
  if (!body.consortium) {
    await tx.delete(consortiumMembers).where(eq(consortiumMembers.proposalId, was.id))
    return
  }
  if (!call.method.consortium) throw new Refusal('forbidden', 'no-consortium-on-this-route')
  for (const { partyId, name } of body.consortium.partners) {
    const why = whyMayNotPropose(call, await findSupplier(tx, partyId, dateOf(ctx.clock.now())))
    if (why) throw new Refusal('conflict', 'partner-not-admitted', { name, why: `refusal.${why}` })
  }
}

/** Everything a proposal must have before it is sealed; asked inside the transaction that sends it. */
export async function refuseUnready(tx: Tx, ctx: Context, sitting: Sitting, team: Team) {
  const { call, body, was } = sitting
  const today = dateOf(ctx.clock.now())
  const [section] = missing(body, call.criteria, team, await alliesOf(tx, was, body))
  if (section) throw new Refusal('conflict', `proposal-lacks-${section}`)
  const { price, lines } = body.budget!
  if (price > call.ceiling) throw new Refusal('invalid', 'price-over-ceiling')
  if (!budgetSums(price, lines)) throw new Refusal('invalid', 'budget-does-not-sum')
  await refuseOverCap(tx, { price, lines }, today)
  if (team.some((m) => m.registeredUntil < today)) throw new Refusal('conflict', 'licence-expired')
  await refuseElsewhere(tx, call.id, was.supplierId)
  await refuseAllies(tx, ctx, sitting)
}

import { and, eq, gte, isNull, ne } from 'drizzle-orm'
import { approvalDelegations, budgetLines, fundPools, parties } from '#db/schema/index.ts'
import type { Tx } from '#db/store.ts'
import type { Context } from '../../../context.ts'
import { dateOf } from '../../../dates.ts'
import { record } from '../../../journal.ts'
import { fen } from '../../../money.ts'
import { notify } from '../../../notify.ts'
import { parameter } from '../../../parameters.ts'
import { authorize } from '../../../policy/index.ts'
import { Refusal } from '../../../refusal.ts'
import { newestDelegation, ofPlace } from './find-delegation.ts'
import type { GrantDelegation } from './forms.ts'

type Place = { streetId: string; communityId: string; committeeId: string }
const toldRoles = ['committee_director', 'supervision_member'] as const

/** A committee of this street, and the community it stands for. */
async function findCommittee(tx: Tx, streetId: string, committeeId: string) {
  const [found] = await tx
    .select({ communityId: parties.placeId })
    .from(parties)
    .where(and(eq(parties.id, committeeId), eq(parties.kind, 'committee'), eq(parties.streetId, streetId)))
  if (!found?.communityId) throw new Refusal('invalid', 'delegation-committee-elsewhere')
  return found.communityId
}
async function mustBeItsLine(tx: Tx, streetId: string, lineId: string) {
  const [line] = await tx
    .select({ buyerId: budgetLines.buyerId, approvedOn: fundPools.approvedOn })
    .from(budgetLines)
    .innerJoin(fundPools, eq(fundPools.id, budgetLines.poolId))
    .where(eq(budgetLines.id, lineId))
  if (line?.buyerId !== streetId) throw new Refusal('invalid', 'line-of-another-buyer')
  if (!line.approvedOn) throw new Refusal('conflict', 'pool-not-approved')
}
/** 委托改给别的居委会: whoever had it hears that, and from which day, it is no longer his. */
async function tellReplaced(tx: Tx, ctx: Context, { from, ...next }: Place & { from: string }) {
  const { withdrawnAt, to, committeeId } = approvalDelegations
  const others = ne(committeeId, next.committeeId)
  const rows = await tx
    .selectDistinct({ partyId: committeeId })
    .from(approvalDelegations)
    .where(and(ofPlace(next), others, isNull(withdrawnAt), gte(to, from)))
  for (const { partyId } of rows)
    for (const role of toldRoles)
      await notify(tx, ctx, { role, partyId }, 'delegation-replaced', '/delegations', { from })
}
/** 居委会审批权限: what the district lets a street hand on at most, for one purchase. */
async function mustBeBounded(tx: Tx, { perPurchase, perYear, from, to }: GrantDelegation, today: string) {
  const { value } = await parameter(tx, 'COMMITTEE_APPROVES_MAX', today)
  if (perPurchase > value) throw new Refusal('invalid', 'delegation-over-limit', { limit: fen(value) / 100 })
  if (perYear < perPurchase) throw new Refusal('invalid', 'delegation-year-under-one')
  if (from < today || to < from) throw new Refusal('invalid', 'delegation-dates')
}

/** 委托居委会审批: by the street's approver, within the district's bound, on one budget line of the street, for a time; the next version takes the place of the one before on the day it begins. */
export const grantDelegation = (ctx: Context, { streetId, ...to }: GrantDelegation & { streetId: string }) =>
  ctx.transact(async (tx) => {
    authorize(ctx.actor, 'delegation.grant', { streetId })
    const { committeeId } = to
    const communityId = await findCommittee(tx, streetId, committeeId)
    await mustBeItsLine(tx, streetId, to.lineId)
    const at = ctx.clock.now()
    await mustBeBounded(tx, to, dateOf(at))
    const version = ((await newestDelegation(tx, { streetId, communityId }))?.version ?? 0) + 1
    const [made] = await tx
      .insert(approvalDelegations)
      .values({ ...to, streetId, communityId, version, grantedBy: ctx.actor.personId!, grantedAt: at })
      .returning({ id: approvalDelegations.id })
    for (const role of toldRoles)
      await notify(tx, ctx, { role, partyId: committeeId }, 'delegation-granted', '/delegations')
    await tellReplaced(tx, ctx, { streetId, communityId, committeeId, from: to.from })
    const { perPurchase, perYear, source } = to
    const detail = { version, committeeId, perPurchase, perYear, source }
    await record(tx, ctx, 'delegation.grant', { subject: made!.id }, detail)
    return { id: made!.id }
  })

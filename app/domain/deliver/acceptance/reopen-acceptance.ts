import { and, eq, lte, ne, or } from 'drizzle-orm'
import { acceptances, findings, milestones, payments, rectifications } from '#db/schema/index.ts'
import type { Reader, Tx } from '#db/store.ts'
import { followNeeds } from '../../ask/need/follow-needs.ts'
import type { Context } from '../../context.ts'
import { record } from '../../journal.ts'
import { move } from '../../move.ts'
import { notify } from '../../notify.ts'
import { authorize, may } from '../../policy/index.ts'
import { Refusal } from '../../refusal.ts'
import { handlerOf } from '../contract/buyer-roles.ts'
import { milestonesOf } from '../milestone/find-milestone.ts'
import { milestone } from '../milestone/machine.ts'
import { type AcceptanceFacts, findAcceptance } from './find-acceptance.ts'
import type { ReopenAcceptance } from './forms.ts'

/** What may put a result in question: a bad rating its rater found not put right, or not answered in time; a finding not closed. */
export async function groundsToReopen(db: Reader, contractId: string, now: Date) {
  const unsettled = or(
    eq(rectifications.state, 'reopened'),
    and(eq(rectifications.state, 'opened'), lte(rectifications.dueAt, now)),
  )
  const ofRatings = and(eq(rectifications.contractId, contractId), unsettled)
  const ofFindings = and(eq(findings.contractId, contractId), ne(findings.state, 'closed'))
  return {
    ratings: await db.$count(rectifications, ofRatings),
    findings: await db.$count(findings, ofFindings),
  }
}

/** Why not, or null: it stands, it is the last one accepted, its money has not been asked for. */
async function whyNotNow(db: Reader, a: AcceptanceFacts, now: Date): Promise<Refusal | null> {
  const { contract, contractId } = a.milestone
  const no = (key: string, params?: Record<string, string>) => new Refusal('conflict', key, params)
  if (a.state !== 'published' || a.met !== 1) return no('acceptance-not-met')
  if (a.reopenedAt) return no('acceptance-reopened')
  if (contract.state !== 'published') return no('contract-not-running')
  const after = (await milestonesOf(db, contractId)).filter((m) => m.ordinal > a.milestone.ordinal)
  if (after.some((m) => m.state !== 'planned')) return no('milestone-gone-on')
  const live = and(eq(payments.milestoneId, a.milestoneId), ne(payments.state, 'declined'))
  const [asked] = await db.select({ refNo: payments.refNo }).from(payments).where(live)
  if (asked) return no('milestone-money-asked', { refNo: asked.refNo })
  const grounds = await groundsToReopen(db, contractId, now)
  return grounds.ratings + grounds.findings === 0 ? no('acceptance-no-ground') : null
}

/** Whether the page offers it now. */
export const mayReopen = async (ctx: Context, a: AcceptanceFacts) =>
  may(ctx.actor, 'acceptance.reopen', a.milestone.contract) &&
  (await whyNotNow(ctx.db, a, ctx.clock.now())) === null

/** The milestone goes back as if it had not been accepted; what was delivered by it is not yet. */
async function takeBack(tx: Tx, ctx: Context, { milestone: was }: AcceptanceFacts, reason: string) {
  const all = await milestonesOf(tx, was.contractId)
  const { needIds } = was.contract
  const back = { returnReason: reason, acceptedAt: null, withheld: null }
  await move(tx, milestones, milestone, was, 'reopen', back)
  await record(tx, ctx, 'milestone.reopen', { subject: was.id, threadId: was.contract.planId })
  if (all.every((m) => m.state === 'accepted') && needIds.length > 0)
    await followNeeds(tx, ctx, needIds, 'resume')
}

/** 重新验收: the centre takes a result back on a bad rating or a finding, before any of its money was asked for. */
export const reopenAcceptance = (ctx: Context, { acceptanceId, reason }: ReopenAcceptance) =>
  ctx.transact(async (tx) => {
    const was = await findAcceptance(tx, acceptanceId)
    const { contract, contractId, title } = was.milestone
    authorize(ctx.actor, 'acceptance.reopen', contract)
    const no = await whyNotNow(tx, was, ctx.clock.now())
    if (no) throw no
    const at = { reopenedAt: ctx.clock.now(), reopenReason: reason }
    await tx.update(acceptances).set(at).where(eq(acceptances.id, acceptanceId))
    await takeBack(tx, ctx, was, reason)
    const handler = { role: await handlerOf(tx, contract.buyerId), partyId: contract.buyerId }
    const tell = { role: 'org_signer' as const, partyId: contract.supplierId }
    for (const to of [handler, tell])
      await notify(tx, ctx, to, 'acceptance-reopened', `/work/${contractId}`, { title })
    const grounds = await groundsToReopen(tx, contractId, ctx.clock.now())
    const about = { subject: acceptanceId, threadId: contract.planId }
    await record(tx, ctx, 'acceptance.reopen', about, grounds)
    return { id: acceptanceId, contractId }
  })

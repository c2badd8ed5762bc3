import { and, eq } from 'drizzle-orm'
import { frameworkProviders, parties } from '#db/schema/index.ts'
import type { Tx } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { dateOf } from '../../dates.ts'
import { record } from '../../journal.ts'
import { move } from '../../move.ts'
import { notify } from '../../notify.ts'
import { deadlineOf } from '../../parameters.ts'
import { authorize } from '../../policy/index.ts'
import { Refusal } from '../../refusal.ts'
import { blocksOf } from '../../who/standing/blocks-of.ts'
import { roleFor } from '../plan/approval-chain.ts'
import { type FrameworkFacts, findFramework, findProvider, standsAs } from './find-framework.ts'
import type { DecideProvider } from './forms.ts'
import { provider as machine } from './provider-machine.ts'

/** While the agreement is open: a body that nothing bars today, an organisation or an enterprise, and none that posted these needs. */
async function mustBeFit(tx: Tx, framework: FrameworkFacts, supplierId: string, today: string) {
  if (standsAs(framework, today) !== 'published') throw new Refusal('conflict', 'framework-not-open')
  const [supplier] = await tx.select().from(parties).where(eq(parties.id, supplierId))
  if (!supplier || !['organisation', 'enterprise'].includes(supplier.kind))
    throw new Refusal('forbidden', 'not-a-supplier')
  const [barred] = await blocksOf(tx, supplierId, today)
  if (barred) throw new Refusal('forbidden', barred.key)
  const posters = framework.plan.needs.map((need) => need.committeeId)
  if (posters.includes(supplierId)) throw new Refusal('forbidden', 'too-near-to-propose')
}

async function applicationOf(tx: Tx, frameworkId: string, supplierId: string) {
  const { frameworkId: of, supplierId: by } = frameworkProviders
  const [found] = await tx
    .select()
    .from(frameworkProviders)
    .where(and(eq(of, frameworkId), eq(by, supplierId)))
  return found ?? null
}

/** 申请加入: a body takes the published price and conditions as they are; at any time while the agreement is open. */
export const applyToJoin = (ctx: Context, { frameworkId, words }: { frameworkId: string; words: string }) =>
  ctx.transact(async (tx) => {
    const framework = await findFramework(tx, frameworkId)
    authorize(ctx.actor, 'provider.apply', framework)
    const at = ctx.clock.now()
    const supplierId = ctx.actor.seat!.partyId
    await mustBeFit(tx, framework, supplierId, dateOf(at))
    const reviewBy = await deadlineOf(tx, ctx.calendar, 'FRAMEWORK_REVIEW', dateOf(at))
    const asked = { words, appliedBy: ctx.actor.personId!, appliedAt: at, reviewBy, reason: null }
    const was = await applicationOf(tx, frameworkId, supplierId)
    if (was) await move(tx, frameworkProviders, machine, was, 'reapply', asked)
    else await tx.insert(frameworkProviders).values({ ...asked, frameworkId, supplierId, state: 'applied' })
    const to = { role: roleFor('approver', framework.plan.buyer.kind), partyId: framework.buyerId }
    await notify(tx, ctx, to, 'provider-applied', `/desk/frameworks/${frameworkId}`, {
      framework: framework.title,
    })
    await record(
      tx,
      ctx,
      'provider.apply',
      { subject: frameworkId, threadId: framework.planId },
      { supplierId },
    )
    return { id: frameworkId }
  })

/** 审核: the buyer admits whoever meets the conditions, declines with the reason, or ends what was agreed. */
export const decideProvider = (
  ctx: Context,
  { frameworkId, providerId, how, reason }: DecideProvider & { frameworkId: string },
) =>
  ctx.transact(async (tx) => {
    const framework = await findFramework(tx, frameworkId)
    const was = await findProvider(tx, frameworkId, providerId)
    authorize(ctx.actor, `provider.${how}`, { ...framework, supplierId: was.supplierId })
    machine.next(was.state, how)
    if (how !== 'admit' && reason.length < 4) throw new Refusal('invalid', 'provider-reason-missing')
    const at = ctx.clock.now()
    if (how === 'admit') await mustBeFit(tx, framework, was.supplierId, dateOf(at))
    const decided = { reason: reason || null, decidedBy: ctx.actor.personId!, decidedAt: at }
    const ended = how === 'end' ? { endedAt: at } : {}
    await move(tx, frameworkProviders, machine, was, how, { ...decided, ...ended })
    const to = { role: 'org_signer' as const, partyId: was.supplierId }
    await notify(tx, ctx, to, `provider-${how}`, `/frameworks/${frameworkId}`, {
      framework: framework.title,
      reason,
    })
    const { supplierId } = was
    await record(
      tx,
      ctx,
      `provider.${how}`,
      { subject: frameworkId, threadId: framework.planId },
      { supplierId, reason },
    )
    return { id: frameworkId }
  })

/** 签订框架协议: the body's own signature under what the buyer admitted it to. */
export const signAgreement = (ctx: Context, { frameworkId }: { frameworkId: string }) =>
  ctx.transact(async (tx) => {
    const framework = await findFramework(tx, frameworkId)
    const supplierId = ctx.actor.seat?.partyId ?? ''
    authorize(ctx.actor, 'provider.sign', { supplierId })
    const was = await applicationOf(tx, frameworkId, supplierId)
    if (!was) throw new Refusal('missing', 'provider-missing')
    const at = ctx.clock.now()
    await mustBeFit(tx, framework, supplierId, dateOf(at))
    await move(tx, frameworkProviders, machine, was, 'sign', { signedBy: ctx.actor.personId!, signedAt: at })
    await record(
      tx,
      ctx,
      'provider.sign',
      { subject: frameworkId, threadId: framework.planId },
      { supplierId },
    )
    return { id: frameworkId }
  })

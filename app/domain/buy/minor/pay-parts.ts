import { and, eq, ne } from 'drizzle-orm'
import { minorParts, minorWorks } from '#db/schema/index.ts'
import type { Tx } from '#db/store.ts'
import type { LedgerAccount } from '#db/vocabulary.ts'
import { followNeeds } from '../../ask/need/follow-needs.ts'
import type { Context } from '../../context.ts'
import { record } from '../../journal.ts'
import { struck } from '../../masked-words.ts'
import { negative } from '../../money.ts'
import { move } from '../../move.ts'
import { authorize } from '../../policy/index.ts'
import { Refusal } from '../../refusal.ts'
import { post } from '../../treasury/post.ts'
import { findWork, type WorkFacts } from './find-work.ts'
import type { AcceptPart } from './forms.ts'
import { minorWork } from './machine.ts'
import { minorPart as machine } from './part-machine.ts'

type Part = WorkFacts['parts'][number]
function partOf(work: WorkFacts, id: string): Part {
  const found = work.parts.find((part) => part.id === id)
  if (!found) throw new Refusal('missing', 'minor-part-missing')
  if (work.state !== 'working') throw new Refusal('conflict', 'minor-not-working')
  return found
}

type Step = { part: Part; from: LedgerAccount; to: LedgerAccount; fact: 'accept' | 'pay' }
const postPart = (tx: Tx, ctx: Context, { plan, planId }: WorkFacts, { part, from, to, fact }: Step) =>
  post(tx, ctx, {
    kind: `minor.${fact}`,
    source: `minor.${fact}:${part.id}`,
    lineId: plan.lineId,
    planId,
    postings: [
      [from, negative(part.amount)],
      [to, part.amount],
    ],
  })

/** 报验: the supplier says that a part is done; parts come in their order. */
export const reportPart = (ctx: Context, { workId, partId }: { workId: string; partId: string }) =>
  ctx.transact(async (tx) => {
    const work = await findWork(tx, workId)
    authorize(ctx.actor, 'minorPart.report', work)
    const part = partOf(work, partId)
    if (work.parts.some((p) => p.ordinal < part.ordinal && p.state === 'planned'))
      throw new Refusal('conflict', 'minor-part-order')
    const change = { reportedBy: ctx.actor.personId!, reportedAt: ctx.clock.now() }
    await move(tx, minorParts, machine, part, 'report', change)
    await record(
      tx,
      ctx,
      'minorPart.report',
      { subject: workId, threadId: work.planId },
      { part: part.ordinal },
    )
    return { id: workId }
  })

/** 现场验收, by one who neither listed nor chose: the part is good and its money falls due, or it goes back. */
export const acceptPart = (ctx: Context, { workId, partId, how, finding }: AcceptPart & { workId: string }) =>
  ctx.transact(async (tx) => {
    const work = await findWork(tx, workId)
    authorize(ctx.actor, `minorPart.${how}`, work)
    const part = partOf(work, partId)
    const accepted = { acceptedBy: ctx.actor.personId!, acceptedAt: ctx.clock.now() }
    await move(tx, minorParts, machine, part, how, {
      finding: struck(finding),
      ...(how === 'accept' ? accepted : {}),
    })
    if (how === 'accept')
      await postPart(tx, ctx, work, { part, from: 'encumbered', to: 'requested', fact: 'accept' })
    await record(
      tx,
      ctx,
      `minorPart.${how}`,
      { subject: workId, threadId: work.planId },
      { part: part.ordinal },
    )
    return { id: workId }
  })

async function finishWhenPaid(tx: Tx, ctx: Context, work: WorkFacts) {
  const rest = await tx
    .select({ id: minorParts.id })
    .from(minorParts)
    .where(and(eq(minorParts.workId, work.id), ne(minorParts.state, 'paid')))
  if (rest.length > 0) return
  await move(tx, minorWorks, minorWork, work, 'finish')
  await followNeeds(
    tx,
    ctx,
    work.plan.needs.map((need) => need.id),
    'deliver',
  )
}

/** 登记拨付凭证: money leaves by the treasury; finance writes down its voucher. The last part ends the work. */
export const payPart = (
  ctx: Context,
  { workId, partId, voucherNo }: { workId: string; partId: string; voucherNo: string },
) =>
  ctx.transact(async (tx) => {
    const work = await findWork(tx, workId)
    const part = partOf(work, partId)
    authorize(ctx.actor, 'minorPart.pay', { ...work, acceptedBy: part.acceptedBy })
    const paid = { voucherNo, paidBy: ctx.actor.personId!, paidAt: ctx.clock.now() }
    await move(tx, minorParts, machine, part, 'pay', paid)
    await postPart(tx, ctx, work, { part, from: 'requested', to: 'paid', fact: 'pay' })
    await finishWhenPaid(tx, ctx, work)
    await record(tx, ctx, 'minorPart.pay', { subject: workId, threadId: work.planId }, { part: part.ordinal })
    return { id: workId }
  })

import type { z } from 'zod'
import { oversights } from '#db/schema/index.ts'
import type { Tx } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { dateOf, endOf } from '../../dates.ts'
import { record } from '../../journal.ts'
import { move } from '../../move.ts'
import { notify } from '../../notify.ts'
import { deadlineOf } from '../../parameters.ts'
import { authorize } from '../../policy/index.ts'
import { Refusal } from '../../refusal.ts'
import { findOversight, type Oversight } from './find-oversight.ts'
import type { answerForm, escalateForm, ruleForm } from './forms.ts'
import { oversight } from './machine.ts'

type Of<Form extends z.ZodType> = z.output<Form> & { id: string }
type To = 'committee_director' | 'supervision_member'

const tell = (tx: Tx, ctx: Context, was: Oversight, role: To, message: string) =>
  notify(tx, ctx, { role, partyId: was.committeeId }, message, `/desk/oversight/${was.id}`, {
    title: was.matterTitle,
  })

/** 答复: by the director, for everyone to read. */
export const answerOversight = (ctx: Context, { id, answer }: Of<typeof answerForm>) =>
  ctx.transact(async (tx) => {
    const was = await findOversight(tx, ctx, id)
    authorize(ctx.actor, 'oversight.answer', was)
    const answered = { answer, answeredBy: ctx.actor.personId, answeredAt: ctx.clock.now() }
    await move(tx, oversights, oversight, was, 'answer', answered)
    await tell(tx, ctx, was, 'supervision_member', 'oversight-answered')
    await record(tx, ctx, 'oversight.answer', { subject: id })
    return { id }
  })

/** 认可答复: the supervision committee lets it rest. */
export const settleOversight = (ctx: Context, { id }: { id: string }) =>
  ctx.transact(async (tx) => {
    const was = await findOversight(tx, ctx, id)
    authorize(ctx.actor, 'oversight.settle', was)
    await move(tx, oversights, oversight, was, 'settle', { settledAt: ctx.clock.now() })
    await tell(tx, ctx, was, 'committee_director', 'oversight-settled')
    await record(tx, ctx, 'oversight.settle', { subject: id })
    return { id }
  })

/** 上报: an answer that is not accepted, or none in time, goes to who rules over the committee. */
export const escalateOversight = (ctx: Context, { id, escalation }: Of<typeof escalateForm>) =>
  ctx.transact(async (tx) => {
    const was = await findOversight(tx, ctx, id)
    authorize(ctx.actor, 'oversight.escalate', was)
    const now = ctx.clock.now()
    if (was.state === 'raised' && now < was.answerDueAt)
      throw new Refusal('conflict', 'oversight-answer-runs', { date: dateOf(new Date(+was.answerDueAt - 1)) })
    const rulingDueAt = endOf(await deadlineOf(tx, ctx.calendar, 'OVERSIGHT_RULE', dateOf(now)))
    await move(tx, oversights, oversight, was, 'escalate', { escalation, escalatedAt: now, rulingDueAt })
    const role = was.rulerId === was.streetId ? 'street_approver' : 'district_approver'
    const to = { role, partyId: was.rulerId } as const
    await notify(tx, ctx, to, 'oversight-escalated', `/desk/oversight/${id}`, { title: was.matterTitle })
    await record(tx, ctx, 'oversight.escalate', { subject: id }, { answered: was.answer !== null })
    return { id }
  })

/** 处理意见: whether the objection holds, and what the committee has to do. */
export const ruleOversight = (ctx: Context, { id, upheld, ruling }: Of<typeof ruleForm>) =>
  ctx.transact(async (tx) => {
    const was = await findOversight(tx, ctx, id)
    authorize(ctx.actor, 'oversight.rule', was)
    const ruled = { ruling, upheld: upheld === 'yes', ruledBy: ctx.actor.personId, ruledAt: ctx.clock.now() }
    await move(tx, oversights, oversight, was, 'rule', ruled)
    await tell(tx, ctx, was, 'committee_director', 'oversight-ruled')
    await tell(tx, ctx, was, 'supervision_member', 'oversight-ruled')
    await record(tx, ctx, 'oversight.rule', { subject: id }, { upheld: ruled.upheld })
    return { id }
  })

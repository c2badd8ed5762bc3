import { eq } from 'drizzle-orm'
import { questions } from '#db/schema/index.ts'
import type { Context } from '../../context.ts'
import { record } from '../../journal.ts'
import { move } from '../../move.ts'
import { notify } from '../../notify.ts'
import { authorize } from '../../policy/index.ts'
import { Refusal } from '../../refusal.ts'
import { askerOf } from './ask-question.ts'
import { findTender } from './find-tender.ts'
import { tellFollowers } from './follow-tender.ts'
import { question as machine } from './question-machine.ts'

type Reply = { tenderId: string; questionId: string; answer: string }

const reply = (ctx: Context, how: 'answer' | 'reject', { tenderId, questionId, answer }: Reply) =>
  ctx.transact(async (tx) => {
    const tender = await findTender(tx, tenderId)
    authorize(ctx.actor, how === 'answer' ? 'question.answer' : 'question.reject', tender)
    const [was] = await tx.select().from(questions).where(eq(questions.id, questionId))
    if (!was || was.tenderId !== tenderId) throw new Refusal('missing', 'question-missing')
    const now = ctx.clock.now()
    await move(tx, questions, machine, was, how, { answer, answeredBy: ctx.actor.personId, answeredAt: now })
    await notify(tx, ctx, { personId: askerOf(ctx, was) }, `question-${how}`, `/tenders/${tenderId}#qa`, {
      tender: tender.title,
    })
    await tellFollowers(tx, ctx, tender, 'followed-answered', '#qa')
    const late = { late: now >= was.dueAt }
    await record(tx, ctx, `question.${how}`, { subject: questionId, threadId: tender.planId }, late)
    return { id: questionId }
  })

/** Everyone who reads the tender gets the same answer. */
export const answerQuestion = (ctx: Context, input: Reply) => reply(ctx, 'answer', input)
/** What is no question about this tender is set aside, with the reason in public. */
export const rejectQuestion = (ctx: Context, input: Reply) => reply(ctx, 'reject', input)

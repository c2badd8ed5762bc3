import { eq } from 'drizzle-orm'
import { questions } from '#db/schema/index.ts'
import type { Tx } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { record } from '../../journal.ts'
import { move } from '../../move.ts'
import { notify } from '../../notify.ts'
import { authorize } from '../../policy/index.ts'
import { Refusal } from '../../refusal.ts'
import { askerOf } from './ask-question.ts'
import { findTender, isCollecting, type TenderFacts } from './find-tender.ts'
import { tellFollowers } from './follow-tender.ts'
import { extendForAnswer } from './move-deadline.ts'
import { tellChanged, unsettle } from './publish-amendment.ts'
import { question as machine } from './question-machine.ts'

type Reply = { tenderId: string; questionId: string; answer: string; affects?: boolean }

/** An answer everyone has time to read: near the deadline it moves by rule; one that touches proposals unsettles them. */
async function makeRoom(tx: Tx, ctx: Context, tender: TenderFacts, affects: boolean) {
  if (!isCollecting(tender, ctx.clock.now())) {
    if (affects) throw new Refusal('conflict', 'answer-changes-too-late')
    return
  }
  const moved = await extendForAnswer(tx, ctx, tender, affects)
  if (affects) await unsettle(tx, tender.id)
  if (affects || moved) await tellChanged(tx, ctx, tender, affects)
  if (!moved) return
  const about = { subject: moved.amendmentId, threadId: tender.planId }
  await record(tx, ctx, 'amendment.by_rule', about, { ordinal: moved.ordinal })
}

const reply = (
  ctx: Context,
  how: 'answer' | 'reject',
  { tenderId, questionId, answer, affects = false }: Reply,
) =>
  ctx.transact(async (tx) => {
    const tender = await findTender(tx, tenderId)
    authorize(ctx.actor, how === 'answer' ? 'question.answer' : 'question.reject', tender)
    const [was] = await tx.select().from(questions).where(eq(questions.id, questionId))
    if (!was || was.tenderId !== tenderId) throw new Refusal('missing', 'question-missing')
    const now = ctx.clock.now()
    const said = { answer, affects: how === 'answer' && affects }
    await move(tx, questions, machine, was, how, {
      ...said,
      answeredBy: ctx.actor.personId,
      answeredAt: now,
    })
    if (how === 'answer') await makeRoom(tx, ctx, tender, said.affects)
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

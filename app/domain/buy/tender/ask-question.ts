import { questions } from '#db/schema/index.ts'
import type { Context } from '../../context.ts'
import { record } from '../../journal.ts'
import { notify } from '../../notify.ts'
import { authorize } from '../../policy/index.ts'
import { Refusal } from '../../refusal.ts'
import { nobody } from '../../who/actor.ts'
import { roleFor } from '../plan/approval-chain.ts'
import { findTender, isCollecting, takesQuestions } from './find-tender.ts'
import { answerDue } from './tender-dates.ts'

const asker = 'question.asker'

/** Who asked, for the one letter that tells him of the answer; nobody else opens it. */
export const askerOf = (ctx: Context, question: { askedBy: string }) =>
  ctx.vault.open(asker, question.askedBy)

/** 询问: everyone reads the question, nobody who asked it: not the street, not the journal. */
export const askQuestion = (ctx: Context, { tenderId, words }: { tenderId: string; words: string }) =>
  ctx.transact(async (tx) => {
    const tender = await findTender(tx, tenderId)
    authorize(ctx.actor, 'question.ask', tender)
    const now = ctx.clock.now()
    if (!isCollecting(tender, now)) throw new Refusal('conflict', 'tender-not-collecting')
    if (!takesQuestions(tender, now)) throw new Refusal('conflict', 'questions-closed')
    const [made] = await tx
      .insert(questions)
      .values({
        tenderId,
        askedBy: ctx.vault.seal(asker, ctx.actor.personId!),
        words,
        state: 'asked',
        dueAt: await answerDue(tx, ctx),
        createdAt: now,
      })
      .returning({ id: questions.id })
    const handler = { role: roleFor('handler', tender.buyer.kind), partyId: tender.buyerId }
    await notify(tx, ctx, handler, 'question-asked', `/desk/tenders/${tenderId}`, { tender: tender.title })
    await record(tx, { ...ctx, actor: nobody }, 'question.ask', {
      subject: made!.id,
      threadId: tender.planId,
    })
    // The question's own number would tie it to whoever sent the form.
    return { id: tenderId }
  })

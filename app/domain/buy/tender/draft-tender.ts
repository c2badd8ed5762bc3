import { criteria, tenders } from '#db/schema/index.ts'
import type { Tx } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { dateOf, yearOf } from '../../dates.ts'
import { record } from '../../journal.ts'
import { authorize } from '../../policy/index.ts'
import { nextRef } from '../../reference.ts'
import { Refusal } from '../../refusal.ts'
import { findPlan } from '../plan/find-plan.ts'
import { liveTenderOf, tendersOfPlan } from '../plan/tender-of-plan.ts'
import type { Tender } from './find-tender.ts'
import type { TenderWords } from './forms.ts'
import { refuseNamed } from './prohibited-factors.ts'
import { checkQualification, itemsOf } from './qualification-items.ts'
import { type Criterion, scoreTemplates } from './score-templates-data.ts'

export const putCriteria = (tx: Tx, tenderId: string, rows: readonly Criterion[]) =>
  tx.insert(criteria).values(rows.map((row, at) => ({ ...row, tenderId, ordinal: at + 1 })))

/** What a requirement may never ask, and what it may never cost. */
export function checkWords(words: TenderWords, amount: number) {
  if (words.ceiling > amount) throw new Refusal('invalid', 'ceiling-over-plan')
  checkQualification(itemsOf(words.qualification, words.qualificationItems ?? []))
  refuseNamed(words.requirement)
}

/** The words of a requirement, and how its proposals are to be sealed; nothing said: as its route does. */
export type TenderDraft = TenderWords & { sealMode?: Tender['sealMode'] }

/** 采购需求: the handler writes what is bought; the route's usual score sheet comes with it. */
export const draftTender = (ctx: Context, { planId, ...words }: TenderDraft & { planId: string }) =>
  ctx.transact(async (tx) => {
    const plan = await findPlan(tx, planId)
    authorize(ctx.actor, 'tender.draft', plan)
    if (plan.state !== 'approved') throw new Refusal('conflict', 'plan-not-approved')
    if (await liveTenderOf(tx, planId)) throw new Refusal('conflict', 'tender-exists')
    checkWords(words, plan.amount)
    const now = ctx.clock.now()
    const [previous] = await tendersOfPlan(tx, planId)
    const [made] = await tx
      .insert(tenders)
      .values({
        sealMode: plan.method.sealMode,
        ...words,
        planId,
        refNo: await nextRef(tx, 'CG', yearOf(dateOf(now))),
        buyerId: plan.buyerId,
        methodId: plan.methodId,
        state: 'draft',
        requirementBy: ctx.actor.personId!,
        previousId: previous?.id ?? null,
        createdAt: now,
      })
      .returning({ id: tenders.id })
    await putCriteria(tx, made!.id, scoreTemplates[plan.method.code] ?? [])
    await record(tx, ctx, 'tender.draft', { subject: made!.id, threadId: planId })
    return { id: made!.id }
  })

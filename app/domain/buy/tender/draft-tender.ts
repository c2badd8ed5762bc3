import { criteria, type QualificationItem, tenders } from '#db/schema/index.ts'
import type { Tx } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { dateOf, yearOf } from '../../dates.ts'
import { record } from '../../journal.ts'
import { authorize } from '../../policy/index.ts'
import { nextRef } from '../../reference.ts'
import { Refusal } from '../../refusal.ts'
import { mustBeCleared } from '../plan/find-objections.ts'
import { findPlan, type PlanFacts } from '../plan/find-plan.ts'
import type { Method } from '../plan/routes-for.ts'
import { liveTenderOf, tendersOfPlan } from '../plan/tender-of-plan.ts'
import { refuseSimple } from '../seal/choose-mode.ts'
import { documentCodeOf, findTender, type Tender, templateInForce } from './find-tender.ts'
import type { TenderWords } from './forms.ts'
import { refuseNamed } from './prohibited-factors.ts'
import { checkQualification, itemsOf } from './qualification-items.ts'
import { byFinalOffer, type Criterion, scoreTemplates } from './score-templates-data.ts'
import { writtenTender } from './written-tender.ts'

export async function putCriteria(tx: Tx, tenderId: string, rows: readonly Criterion[]) {
  if (rows.length > 0)
    await tx.insert(criteria).values(rows.map((row, at) => ({ ...row, tenderId, ordinal: at + 1 })))
}
/** A sheet put out again begins as it stood the last time. */
const asBegun = ({ id: _, tenderId: __, ordinal: ___, ...row }: typeof criteria.$inferSelect): Criterion =>
  row

type Asked = Pick<TenderWords, 'requirement' | 'qualification' | 'ceiling'> & {
  qualificationItems?: QualificationItem[] | null
}
/** What a requirement may never ask, and what it may never cost. */
export function checkWords(words: Asked, amount: number) {
  if (words.ceiling > amount) throw new Refusal('invalid', 'ceiling-over-plan')
  checkQualification(itemsOf(words.qualification, words.qualificationItems ?? []))
  refuseNamed(words.requirement)
}

/** The words of a requirement, and how its proposals are to be sealed; nothing said: as its route does. */
export type TenderDraft = TenderWords & { sealMode?: Tender['sealMode'] }

/** 评分表: a place's own route begins with the sheet of the route it was made from. */
function sheetFor({ code, sheetOf, finalOffers }: Pick<Method, 'code' | 'sheetOf' | 'finalOffers'>) {
  const sheet = scoreTemplates[code] ?? scoreTemplates[sheetOf ?? ''] ?? []
  return finalOffers ? sheet.map(byFinalOffer) : sheet
}

/** A call is for an approved plan of a route that has calls, its single-source notice over. */
async function mustTakeCall(tx: Tx, ctx: Context, plan: PlanFacts) {
  if (plan.state !== 'approved') throw new Refusal('conflict', 'plan-not-approved')
  if (plan.method.framework || !plan.method.service)
    throw new Refusal('invalid', 'route-has-no-tender', { route: plan.method.name })
  await mustBeCleared(tx, ctx, plan)
  if (await liveTenderOf(tx, plan.id)) throw new Refusal('conflict', 'tender-exists')
}

function sealModeOf({ sealMode }: TenderDraft, { method }: Awaited<ReturnType<typeof findPlan>>) {
  const mode = sealMode ?? (method.twoEnvelopes || method.finalOffers ? 'split' : method.sealMode)
  refuseSimple({ sealMode: mode, method })
  return mode
}

/** 采购需求: the handler writes what is bought; the route's usual score sheet comes with it. */
export const draftTender = (ctx: Context, { planId, ...words }: TenderDraft & { planId: string }) =>
  ctx.transact(async (tx) => {
    const plan = await findPlan(tx, planId)
    authorize(ctx.actor, 'tender.draft', plan)
    await mustTakeCall(tx, ctx, plan)
    checkWords(words, plan.amount)
    const sealMode = sealModeOf(words, plan)
    const now = ctx.clock.now()
    const [previous] = await tendersOfPlan(tx, planId)
    const before = previous && (await findTender(tx, previous.id))
    const [made] = await tx
      .insert(tenders)
      .values({
        ...writtenTender(ctx, words, plan.method.code, before),
        sealMode,
        planId,
        refNo: await nextRef(tx, 'CG', yearOf(dateOf(now))),
        buyerId: plan.buyerId,
        methodId: plan.methodId,
        state: 'draft',
        requirementBy: ctx.actor.personId!,
        previousId: previous?.id ?? null,
        documentTemplateId: await templateInForce(tx, documentCodeOf(plan.method), dateOf(now)),
        createdAt: now,
      })
      .returning({ id: tenders.id })
    await putCriteria(tx, made!.id, before?.criteria.map(asBegun) ?? sheetFor(plan.method))
    await record(tx, ctx, 'tender.draft', { subject: made!.id, threadId: planId })
    return { id: made!.id }
  })

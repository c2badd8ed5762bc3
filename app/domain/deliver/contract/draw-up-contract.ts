import { eq } from 'drizzle-orm'
import { contracts, indicators, milestones } from '#db/schema/index.ts'
import type { Tx } from '#db/store.ts'
import { takeEffect } from '../../buy/award/take-effect.ts'
import { paymentTemplates } from '../../buy/tender/payment-templates.ts'
import type { Context } from '../../context.ts'
import { dateOf, yearOf } from '../../dates.ts'
import { record } from '../../journal.ts'
import { authorize } from '../../policy/index.ts'
import { nextRef } from '../../reference.ts'
import { Refusal } from '../../refusal.ts'
import { planMilestones } from '../milestone/plan-milestones.ts'
import { bodyHash, compose } from './compose.ts'
import type { ContractWords } from './forms.ts'
import { keepWordsLaw } from './keep-words-law.ts'
import { setLinkages } from './set-linkages.ts'
import { templateOn } from './template/find-template.ts'
import { type TermsOfAward, termsOfAward } from './terms-of-award.ts'

/** 拟合同: from an award in force, by the template; every figure is the award's. */
export const drawUpContract = (ctx: Context, input: ContractWords & { awardId: string }) =>
  ctx.transact(async (tx) => {
    const terms = await termsOfAward(tx, input.awardId)
    authorize(ctx.actor, 'contract.draw_up', terms)
    await onlyOne(tx, input.awardId)
    await takeEffect(tx, ctx, input.awardId)
    const contract = await write(tx, ctx, terms, input)
    await setLinkages(tx, ctx, { ...contract, committeeIds: terms.around.committeeIds }, input)
    await record(tx, ctx, 'contract.draw_up', { subject: contract.id, threadId: terms.plan.id })
    return { id: contract.id }
  })

async function onlyOne(tx: Tx, awardId: string) {
  const [drawn] = await tx.select({ id: contracts.id }).from(contracts).where(eq(contracts.awardId, awardId))
  if (drawn) throw new Refusal('conflict', 'contract-already-drawn')
}

/** 主体、关键性工作: what the handler names of the indicators, else the first of them. */
function coreOf(asked: ReadonlyArray<{ code: string }>, named: readonly string[]) {
  if (named.some((code) => !asked.some((i) => i.code === code)))
    throw new Refusal('invalid', 'contract-core-unknown')
  return named.length > 0 ? [...named] : asked.slice(0, 1).map((i) => i.code)
}

/** What the award and the template fix: price, term, tranches, indicators. */
export function figuresOf(
  { tender, plan, award, parties, route, indicators: asked }: TermsOfAward,
  core: readonly string[],
) {
  const tranches = paymentTemplates[tender.paymentTemplate]
  if (!tranches) throw new Refusal('invalid', 'payment-template-unknown', { code: tender.paymentTemplate })
  return {
    title: tender.title,
    requirement: tender.requirement,
    price: award.price,
    from: plan.from,
    to: plan.to,
    parties,
    route,
    core: coreOf(asked, core),
    indicators: asked,
    milestones: planMilestones(award.price, tranches, plan.from, plan.to),
  }
}

async function write(tx: Tx, ctx: Context, terms: TermsOfAward, input: ContractWords) {
  const now = ctx.clock.now()
  keepWordsLaw(input)
  const figures = figuresOf(terms, input.core ?? [])
  const template = await templateOn(tx, dateOf(now))
  const refNo = await nextRef(tx, 'HT', yearOf(dateOf(now)))
  const { supplier, tender, plan, awardId } = terms
  const body = {
    refNo,
    buyerId: terms.buyerId,
    supplierId: supplier.id,
    title: figures.title,
    price: figures.price,
    from: figures.from,
    to: figures.to,
    clauses: await compose(tx, { on: dateOf(now), template }, figures, input),
  }
  const [made] = await tx
    .insert(contracts)
    .values({
      ...body,
      planId: plan.id,
      tenderId: tender.id,
      awardId,
      lineId: plan.lineId,
      payeeId: supplier.custodianId ?? supplier.id,
      template: template.id,
      core: figures.core,
      bodyHash: bodyHash(body),
      state: 'draft',
      draftedBy: ctx.actor.personId!,
      createdAt: now,
    })
    .returning()
  const contractId = made!.id
  if (figures.indicators.length > 0)
    await tx.insert(indicators).values(figures.indicators.map((i) => ({ ...i, contractId })))
  await tx
    .insert(milestones)
    .values(figures.milestones.map((m) => ({ ...m, contractId, state: 'planned' as const })))
  return made!
}

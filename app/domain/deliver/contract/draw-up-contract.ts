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
import { asked, bodyHash, compose } from './compose.ts'
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
function coreOf(all: ReadonlyArray<{ code: string }>, named: readonly string[]) {
  if (named.some((code) => !all.some((i) => i.code === code)))
    throw new Refusal('invalid', 'contract-core-unknown')
  return named.length > 0 ? [...named] : all.slice(0, 1).map((i) => i.code)
}

/** What the award and the template fix: price, term, tranches, indicators. */
export function figuresOf(
  { tender, plan, award, parties, route, talks, indicators }: TermsOfAward,
  core: readonly string[],
) {
  const tranches = paymentTemplates[tender.paymentTemplate]
  if (!tranches) throw new Refusal('invalid', 'payment-template-unknown', { code: tender.paymentTemplate })
  return {
    title: tender.title,
    requirement: asked(tender.requirement, talks),
    price: award.price,
    from: plan.from,
    to: plan.to,
    parties,
    route,
    core: coreOf(indicators, core),
    indicators,
    milestones: planMilestones(award.price, tranches, plan.from, plan.to),
  }
}

/** The text of a contract with its figures and the version it is drawn from. */
async function bodyFor(tx: Tx, ctx: Context, terms: TermsOfAward, input: ContractWords) {
  keepWordsLaw(input)
  const on = dateOf(ctx.clock.now())
  const figures = figuresOf(terms, input.core ?? [])
  const template = await templateOn(tx, on)
  const { title, price, from, to } = figures
  const body = {
    refNo: await nextRef(tx, 'HT', yearOf(on)),
    buyerId: terms.buyerId,
    supplierId: terms.supplier.id,
    title,
    price,
    from,
    to,
    clauses: await compose(tx, { on, template }, figures, input),
  }
  return { figures, body: { ...body, template: template.id, core: figures.core, bodyHash: bodyHash(body) } }
}

async function write(tx: Tx, ctx: Context, terms: TermsOfAward, input: ContractWords) {
  const { figures, body } = await bodyFor(tx, ctx, terms, input)
  const { supplier, tender, plan, awardId } = terms
  const [made] = await tx
    .insert(contracts)
    .values({
      ...body,
      planId: plan.id,
      tenderId: tender.id,
      awardId,
      lineId: plan.lineId,
      payeeId: supplier.custodianId ?? supplier.id,
      state: 'draft',
      draftedBy: ctx.actor.personId!,
      createdAt: ctx.clock.now(),
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

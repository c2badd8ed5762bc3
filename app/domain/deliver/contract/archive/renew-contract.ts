import { eq } from 'drizzle-orm'
import { awards, contracts, indicators, linkages, milestones, tenders } from '#db/schema/index.ts'
import type { Tx } from '#db/store.ts'
import { paymentTemplates } from '../../../buy/tender/payment-templates.ts'
import type { Context } from '../../../context.ts'
import { addDays, addMonths, dateOf, yearOf } from '../../../dates.ts'
import { record } from '../../../journal.ts'
import { notify } from '../../../notify.ts'
import { authorize } from '../../../policy/index.ts'
import { nextRef } from '../../../reference.ts'
import { Refusal } from '../../../refusal.ts'
import { reserveYear } from '../../../treasury/reserve-year.ts'
import { blocksOf } from '../../../who/standing/blocks-of.ts'
import { indicatorsOf } from '../../milestone/find-milestone.ts'
import { planMilestones } from '../../milestone/plan-milestones.ts'
import { missingStatements } from '../../payment/books/statements.ts'
import { bodyHash, type Clause, indicatorLine, indicatorLines, type Promised } from '../compose.ts'
import { type ContractFacts, findContract } from '../find-contract.ts'
import { renewalClause } from './renewal-clause-data.ts'
import { mayFollow, reviewOf } from './review-year.ts'

const filled = (words: string, values: Record<string, string | number>) =>
  words.replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name]))

/** The targets in force, where the text carried over says others: what is signed holds what is counted. */
export function targetsMoved(kept: readonly Clause[], promised: readonly Promised[]) {
  const said = kept.flatMap(({ words }) => words.split('\n').map((line) => line.replace(/^\d+\. /, '')))
  if (promised.every((one) => said.includes(indicatorLine(one)))) return ''
  return filled(renewalClause.targets, { indicators: indicatorLines(promised) })
}

/** The next year's text: a clause of its own first, then the year before's, word for word. */
async function written(tx: Tx, ctx: Context, was: ContractFacts) {
  const from = addDays(was.to, 1)
  const to = addDays(addMonths(from, 12), -1)
  const refNo = await nextRef(tx, 'HT', yearOf(dateOf(ctx.clock.now())))
  const [award] = await tx.select().from(awards).where(eq(awards.id, was.awardId))
  const values = { year: was.year + 1, before: was.refNo, from, to }
  const kept = was.year === 1 ? was.clauses : was.clauses.slice(1)
  const words = filled(renewalClause.words, values) + targetsMoved(kept, await indicatorsOf(tx, was.id))
  const clauses = [{ heading: filled(renewalClause.heading, values), words }, ...kept]
  const { buyerId, supplierId, title } = was
  return { refNo, buyerId, supplierId, title, price: award!.price, from, to, clauses }
}

/** Indicators, tranches and the three sectors as they were; every sector confirms anew. */
async function carryOver(tx: Tx, was: ContractFacts, made: typeof contracts.$inferSelect) {
  const contractId = made.id
  const promised = await tx.select().from(indicators).where(eq(indicators.contractId, was.id))
  if (promised.length > 0)
    await tx.insert(indicators).values(promised.map(({ id: _, ...i }) => ({ ...i, contractId })))
  const [tender] = await tx.select().from(tenders).where(eq(tenders.id, was.tenderId))
  const tranches = paymentTemplates[tender!.paymentTemplate] ?? []
  const parts = planMilestones(made.price, tranches, made.from, made.to)
  await tx.insert(milestones).values(parts.map((m) => ({ ...m, contractId, state: 'planned' as const })))
  const fresh = { contractId, confirmedBy: null, confirmedAt: null }
  await tx.insert(linkages).values(was.linkages.map(({ id: _, ...side }) => ({ ...side, ...fresh })))
}

/** The line the decision named; refused where no year follows, none passed, one is drawn up, or the body is barred today. */
async function mustBeRenewable(tx: Tx, ctx: Context, was: ContractFacts): Promise<string> {
  const review = await reviewOf(tx, was.id)
  authorize(ctx.actor, 'contract.renew', { ...was, decidedBy: review?.decidedBy ?? null })
  if (!(await mayFollow(tx, was))) throw new Refusal('conflict', 'no-year-follows')
  if (review?.state !== 'passed') throw new Refusal('conflict', 'year-not-passed')
  const [twice] = await tx.select().from(contracts).where(eq(contracts.renewsId, was.id))
  if (twice) throw new Refusal('conflict', 'contract-already-renewed')
  const [barred] = await blocksOf(tx, was.supplierId, dateOf(ctx.clock.now()))
  if (barred) throw new Refusal('conflict', barred.key)
  const [unfiled] = await missingStatements(tx, was.supplierId, dateOf(ctx.clock.now()))
  if (unfiled) throw new Refusal('conflict', 'statement-missing', { year: unfiled.year })
  return review.lineId!
}

/** 续签 1+1+1: only on a year that was passed, of a body nothing bars, its money set apart on the line the decision named. */
export const renewContract = (ctx: Context, { contractId }: { contractId: string }) =>
  ctx.transact(async (tx) => {
    const was = await findContract(tx, contractId)
    const lineId = await mustBeRenewable(tx, ctx, was)
    const body = await written(tx, ctx, was)
    const { planId, tenderId, awardId, payeeId, template } = was
    const of = { planId, tenderId, awardId, payeeId, template, lineId, year: was.year + 1 }
    const by = {
      state: 'draft' as const,
      draftedBy: ctx.actor.personId!,
      createdAt: ctx.clock.now(),
      renewsId: contractId,
    }
    const [made] = await tx
      .insert(contracts)
      .values({ ...body, ...of, ...by, bodyHash: bodyHash(body) })
      .returning()
    await carryOver(tx, was, made!)
    await reserveYear(tx, ctx, made!)
    const to = { role: 'org_signer' as const, partyId: was.supplierId }
    await notify(tx, ctx, to, 'linkage-to-confirm', `/work/${made!.id}/linkage`)
    await record(tx, ctx, 'contract.renew', { subject: made!.id, threadId: planId }, { year: of.year })
    return { id: made!.id }
  })

import { eq } from 'drizzle-orm'
import { budgetLines, type YearFacts, yearReviews } from '#db/schema/index.ts'
import type { Reader, Tx } from '#db/store.ts'
import { findPlan } from '../../../buy/plan/find-plan.ts'
import type { Context } from '../../../context.ts'
import { addDays, dateOf } from '../../../dates.ts'
import { record } from '../../../journal.ts'
import { move } from '../../../move.ts'
import { notify } from '../../../notify.ts'
import { parameter } from '../../../parameters.ts'
import { authorize } from '../../../policy/index.ts'
import { Refusal } from '../../../refusal.ts'
import { lastGrade } from '../../supervision/assessment/find-assessment.ts'
import { approverOf, handlerOf } from '../buyer-roles.ts'
import { type Contract, findContract } from '../find-contract.ts'
import type { ReviewDecision, ReviewWords } from './forms.ts'
import { yearReview as machine } from './review-machine.ts'
import { yearFacts } from './year-facts.ts'

export const reviewOf = async (db: Reader, contractId: string) =>
  (await db.select().from(yearReviews).where(eq(yearReviews.contractId, contractId)))[0] ?? null

const live = (state: string) => state === 'published' || state === 'completed'
/** Whether another year may follow this contract's: the plan was meant for more, and it was not broken off. */
export async function mayFollow(db: Reader, contract: Contract): Promise<boolean> {
  return live(contract.state) && contract.year < (await findPlan(db, contract.planId)).years
}
/** From when a year may be reviewed, and by when it is to be done, before the contract's last day. */
export async function reviewDays(db: Reader, { to }: Contract, on: string) {
  const days = async (code: string) => (await parameter(db, code, on)).value
  return {
    opens: addDays(to, -(await days('YEAR_REVIEW_OPEN'))),
    due: addDays(to, -(await days('YEAR_REVIEW_DUE'))),
  }
}

/** 年度绩效评价: by the service centre, with what the year came to written down as it stood. */
export const giveReview = (ctx: Context, { contractId, ...typed }: ReviewWords & { contractId: string }) =>
  ctx.transact(async (tx) => {
    const was = await findContract(tx, contractId)
    authorize(ctx.actor, 'yearReview.give', was)
    if (!(await mayFollow(tx, was))) throw new Refusal('conflict', 'no-year-follows')
    if (await reviewOf(tx, contractId)) throw new Refusal('conflict', 'year-reviewed')
    const at = ctx.clock.now()
    const { opens } = await reviewDays(tx, was, dateOf(at))
    if (dateOf(at) < opens) throw new Refusal('conflict', 'year-review-early', { opens })
    const facts = await yearFacts(tx, was)
    const of = { contractId, planId: was.planId, year: was.year, facts, ...typed }
    const by = { state: 'given' as const, givenBy: ctx.actor.personId!, givenAt: at }
    await tx.insert(yearReviews).values({ ...of, ...by })
    const to = { role: await approverOf(tx, was.buyerId), partyId: was.buyerId }
    await notify(tx, ctx, to, 'review-to-decide', `/desk/archive/${contractId}`, { contract: was.refNo })
    const about = { subject: contractId, threadId: was.planId }
    await record(tx, ctx, 'yearReview.give', about, { year: was.year, advice: typed.advice })
    return { id: contractId }
  })

type Given = { facts: YearFacts; contractId: string }
/** A year that fell short of what the place asks is not passed, whoever thinks well of it. */
async function mustReach(tx: Tx, { facts, contractId }: Given, on: string) {
  const { satisfaction, indicators, findings } = facts
  const least = async (code: string) => (await parameter(tx, code, on)).value
  const content = await least('SATISFACTION_MIN')
  const reached = await least('KPI_WITHHOLD')
  if (satisfaction === null || satisfaction < content)
    throw new Refusal('conflict', 'year-not-content', { least: content })
  if (indicators === null || indicators < reached)
    throw new Refusal('conflict', 'year-not-reached', { least: reached })
  if (findings > 0) throw new Refusal('conflict', 'year-findings-open', { n: findings })
  if ((await lastGrade(tx, contractId)) === 'C') throw new Refusal('conflict', 'year-assessed-low')
}

async function ownLine(tx: Tx, lineId: string | undefined, buyerId: string) {
  const [line] = lineId ? await tx.select().from(budgetLines).where(eq(budgetLines.id, lineId)) : []
  if (!line || line.buyerId !== buyerId) throw new Refusal('invalid', 'renewal-line-missing')
  return line.id
}

/** 评价结论: the buyer's approver passes the year, naming the line that carries the next, or ends it here. */
export const decideReview = (
  ctx: Context,
  { contractId, how, decision, lineId }: ReviewDecision & { contractId: string },
) =>
  ctx.transact(async (tx) => {
    const was = await findContract(tx, contractId)
    const given = await reviewOf(tx, contractId)
    if (!given) throw new Refusal('missing', 'review-missing')
    authorize(ctx.actor, `yearReview.${how}`, { ...was, givenBy: given.givenBy })
    const at = ctx.clock.now()
    machine.next(given.state, how)
    if (how === 'pass') await mustReach(tx, given, dateOf(at))
    const line = how === 'pass' ? await ownLine(tx, lineId, was.buyerId) : null
    const by = { decision, decidedBy: ctx.actor.personId!, decidedAt: at, lineId: line }
    await move(tx, yearReviews, machine, given, how, by)
    const to = { role: await handlerOf(tx, was.buyerId), partyId: was.buyerId }
    await notify(tx, ctx, to, `review-${how}`, `/desk/archive/${contractId}`, { contract: was.refNo })
    const about = { subject: contractId, threadId: was.planId }
    await record(tx, ctx, `yearReview.${how}`, about, { year: was.year })
    return { id: contractId }
  })

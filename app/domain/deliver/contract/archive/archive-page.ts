import { eq } from 'drizzle-orm'
import { budgetLines, contracts } from '#db/schema/index.ts'
import { reportTimes } from '../../../buy/evaluation/report-clock.ts'
import { findPlan } from '../../../buy/plan/find-plan.ts'
import type { Context } from '../../../context.ts'
import { countdown, countdownTo } from '../../../countdown.ts'
import { dateOf } from '../../../dates.ts'
import { pick } from '../../../pick.ts'
import { authorize, may } from '../../../policy/index.ts'
import { lastGrade } from '../../supervision/assessment/find-assessment.ts'
import { type ContractFacts, findContract } from '../find-contract.ts'
import { asksFiling, filingOf } from './file-contract.ts'
import { keptUntil } from './kept-until.ts'
import { mayFollow, reviewDays, reviewOf } from './review-year.ts'

/** 评审报告送达: when scoring ended, when the signed report reached the buyer, and by when it had to. */
async function reportOf(ctx: Context, tenderId: string) {
  const { scoredAt, deliveredAt } = await reportTimes(ctx.db, tenderId)
  if (!scoredAt) return null
  const clock = await countdown(ctx.db, ctx, 'REPORT_DELIVER', dateOf(scoredAt))
  const late = deliveredAt !== null && dateOf(deliveredAt) > clock.on
  return { deliveredAt, clock, late }
}

async function filing(ctx: Context, c: ContractFacts) {
  if (!c.buyerSignedAt || !(await asksFiling(ctx.db, c))) return null
  const done = await filingOf(ctx.db, c.id)
  const clock = await countdown(ctx.db, ctx, 'CONTRACT_FILE', dateOf(c.buyerSignedAt))
  return {
    done: done && { ...pick(done, ['filedOn', 'receiptNo']), late: done.filedOn > clock.on },
    clock,
    may: done === null && may(ctx.actor, 'contract.file', c),
    today: dateOf(ctx.clock.now()),
  }
}

const shownOfReview = [
  'year',
  'facts',
  'advice',
  'words',
  'state',
  'givenAt',
  'decision',
  'decidedAt',
] as const
/** 年度绩效评价: from when, by when, what it came to, and what follows. */
async function yearOf(ctx: Context, c: ContractFacts) {
  const follows = await mayFollow(ctx.db, c)
  const given = await reviewOf(ctx.db, c.id)
  if (!follows && !given) return null
  const today = dateOf(ctx.clock.now())
  const { opens, due } = await reviewDays(ctx.db, c, today)
  const [next] = await ctx.db
    .select({ id: contracts.id, refNo: contracts.refNo })
    .from(contracts)
    .where(eq(contracts.renewsId, c.id))
  const decides =
    given?.state === 'given' && may(ctx.actor, 'yearReview.pass', { ...c, givenBy: given.givenBy })
  const renews = { ...c, decidedBy: given?.decidedBy ?? null }
  return {
    opens,
    clock: given ? null : await countdownTo(ctx.db, ctx, { code: 'YEAR_REVIEW_DUE', from: today, on: due }),
    grade: await lastGrade(ctx.db, c.id),
    given: given && pick(given, shownOfReview),
    next: next ?? null,
    lines: decides ? await linesOf(ctx, c.buyerId) : [],
    may: {
      give: follows && !given && today >= opens && may(ctx.actor, 'yearReview.give', c),
      decide: decides,
      renew: follows && given?.state === 'passed' && !next && may(ctx.actor, 'contract.renew', renews),
    },
  }
}

const linesOf = (ctx: Context, buyerId: string) =>
  ctx.db
    .select({ id: budgetLines.id, code: budgetLines.code, name: budgetLines.name })
    .from(budgetLines)
    .where(eq(budgetLines.buyerId, buyerId))
    .orderBy(budgetLines.code)

/** 采购档案 of a contract: what the law asks after the signature, and whether another year may follow. */
export async function archivePage(ctx: Context, contractId: string) {
  const c = await findContract(ctx.db, contractId)
  authorize(ctx.actor, 'contract.read', c)
  const { years } = await findPlan(ctx.db, c.planId)
  return {
    contract: { ...pick(c, ['id', 'refNo', 'title', 'state', 'year', 'from', 'to', 'price']), years },
    report: await reportOf(ctx, c.tenderId),
    filing: await filing(ctx, c),
    kept: await keptUntil(ctx.db, c.tenderId),
    review: await yearOf(ctx, c),
  }
}
export type Archive = Awaited<ReturnType<typeof archivePage>>

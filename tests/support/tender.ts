import type { DraftPlan } from '#domain/buy/plan/forms.ts'
import { draftTender, type TenderDraft } from '#domain/buy/tender/draft-tender.ts'
import { findTender } from '#domain/buy/tender/find-tender.ts'
import { publishTender } from '#domain/buy/tender/publish-tender.ts'
import type { ReviewKind } from '#domain/buy/tender/review-checklist-data.ts'
import { allYes, reviewTender } from '#domain/buy/tender/review-tender.ts'
import { submitTender } from '#domain/buy/tender/submit-tender.ts'
import type { Context } from '#domain/context.ts'
import { yuan } from '#domain/money.ts'
import { approvedPlan, type Buyer, officers } from './plan.ts'
import type { Town } from './world.ts'

/** What a handler would type; on 2026-03-02 these dates are lawful on every route. */
export const tenderWords = (more: Partial<TenderDraft> = {}): TenderDraft => ({
  sealMode: 'simple',
  title: '青石社区独居老人上门探访',
  requirement: '每周上门探访一次，每次不少于 30 分钟；每季度向家属报告一次；发现异常一小时内联系社区。',
  qualification: ['在民政部门依法登记，证书在有效期内', '未列入活动异常名录'],
  indicators: [
    { code: 'K1', name: '服务人次', unit: '人次', target: 2080 },
    { code: 'K2', name: '满意度', unit: '%', target: 90 },
  ],
  ceiling: yuan(210_000),
  paymentTemplate: 'PT-532',
  deadline: new Date('2026-03-20T17:00:00+08:00'),
  questionsClose: new Date('2026-03-13T17:00:00+08:00'),
  ...more,
})

type Shape = { plan?: Partial<DraftPlan>; words?: Partial<TenderDraft>; buyer?: Buyer }

/** A tender its handler has drafted on an approved plan, with its route's usual score sheet. */
export async function draftedTender(town: Town, { plan, words, buyer = 'S1' }: Shape = {}) {
  const approved = await approvedPlan(town, plan, buyer)
  const typed = tenderWords({ ceiling: approved.amount, title: approved.title, ...words })
  const { id } = await draftTender(town.as(officers[buyer].handler), { planId: approved.id, ...typed })
  return findTender(town.db, id)
}

/** The usual review of a tender given to one who did not write it: every item holds. */
export const passReview = (ctx: Context, tenderId: string, kind: ReviewKind = 'general') =>
  reviewTender(ctx, { tenderId, kind, says: allYes(kind), notes: {}, opinion: '符合规定，同意发布。' })

/** A tender on the market: proposals until 2026-03-20 17:00, questions until 2026-03-13 17:00. */
export async function publishedTender(town: Town, { buyer = 'S1', ...shape }: Shape = {}) {
  const { id } = await draftedTender(town, { buyer, ...shape })
  await submitTender(town.as(officers[buyer].handler), { tenderId: id })
  await passReview(town.as(officers[buyer].approver), id)
  await publishTender(town.as(officers[buyer].approver), { tenderId: id })
  return findTender(town.db, id)
}

/** A micro grant on the market: groups and a licensed social worker alone may propose, and no price is scored. */
export const publishedGrant = (town: Town, words: Partial<TenderDraft> = {}) =>
  publishedTender(town, {
    buyer: 'GOV',
    plan: {
      methodId: 'MICRO_GRANT-1',
      amount: yuan(30_000),
      individualReason: '家属互助小组，需持证社工持续带领',
    },
    words: { paymentTemplate: 'PT-64', ...words },
  })

import { sql } from 'drizzle-orm'
import { index, instant, int, json, key, oneOf, real, table, text, uniqueIndex } from '../dialect.ts'
import {
  assessmentKinds,
  assessmentStates,
  assessorStates,
  visitStates,
  visitWhys,
  voucherCheckStates,
} from '../vocabulary.ts'
import { acceptances, contracts, findings, indicators, serviceUsers, vouchers } from './deliver.ts'
import { settlementVouchers } from './settlement.ts'
import { bookEntries } from './treasury.ts'
import { parties } from './who.ts'

/** One contract in a month's plan: its points, what they come from, and why it was taken or left. */
export type VisitRisk = {
  contractId: string
  points: number
  parts: Array<{ code: string; points: number; fact: number }>
  why: 'risk' | 'lot' | null
}
/** 月度检查计划: one a centre a month; who is visited follows from the points and the seed alone. */
export const visitPlans = table(
  'visit_plan',
  {
    id: key(),
    centreId: text()
      .notNull()
      .references(() => parties.id),
    month: text().notNull(),
    seed: text().notNull(),
    risks: json<VisitRisk[]>().notNull(),
    /** The figures it was made by, as they stood. */
    figures: json<Record<string, number>>().notNull(),
    madeBy: text().notNull(),
    madeAt: instant().notNull(),
  },
  (t) => [uniqueIndex('visit_plan_once').on(t.centreId, t.month)],
)
/** 现场检查: one visit of a plan, recorded once on the spot or given up with a reason. */
export const visits = table(
  'visit',
  {
    id: key(),
    visitPlanId: text()
      .notNull()
      .references(() => visitPlans.id),
    contractId: text()
      .notNull()
      .references(() => contracts.id),
    why: oneOf(visitWhys).notNull(),
    /** 不定期检查: what a visit beside the plan is for. */
    reason: text(),
    state: oneOf(visitStates).notNull(),
    visitedOn: text(),
    present: int(),
    asked: int(),
    checks: json<Record<string, 'ok' | 'wrong' | 'unseen'>>(),
    words: text(),
    findingId: text().references(() => findings.id),
    settledBy: text(),
    settledAt: instant(),
  },
  (t) => [
    uniqueIndex('visit_once').on(t.visitPlanId, t.contractId).where(sql`why <> 'unplanned'`),
    index('visit_contract').on(t.contractId),
  ],
)
/** 凭证抽查: a voucher of the treasury the lot fell on, looked at against invoice and accepted work. */
export const voucherChecks = table(
  'voucher_check',
  {
    id: key(),
    visitPlanId: text()
      .notNull()
      .references(() => visitPlans.id),
    contractId: text()
      .notNull()
      .references(() => contracts.id),
    voucherId: text()
      .notNull()
      .references(() => vouchers.id),
    state: oneOf(voucherCheckStates).notNull(),
    words: text(),
    findingId: text().references(() => findings.id),
    settledBy: text(),
    settledAt: instant(),
  },
  (t) => [
    uniqueIndex('voucher_check_once').on(t.visitPlanId, t.voucherId),
    index('voucher_check_contract').on(t.contractId),
  ],
)

/** 凭证抽查 beside contracts: one paper of a community's own books, or the voucher of a month of orders, drawn by the same lot. */
export const paperChecks = table(
  'paper_check',
  {
    id: key(),
    visitPlanId: text()
      .notNull()
      .references(() => visitPlans.id),
    bookEntryId: text().references(() => bookEntries.id),
    settlementVoucherId: text().references(() => settlementVouchers.id),
    state: oneOf(voucherCheckStates).notNull(),
    words: text(),
    settledBy: text(),
    settledAt: instant(),
  },
  (t) => [
    uniqueIndex('paper_check_entry').on(t.visitPlanId, t.bookEntryId),
    uniqueIndex('paper_check_voucher').on(t.visitPlanId, t.settlementVoucherId),
  ],
)

export type AssessmentItem = { code: string; zh: string; en: string; max: number }
/** 评分表: what an evaluation is scored by, in versions; an evaluation keeps the one it began under. */
export const assessmentForms = table(
  'assessment_form',
  {
    id: key(),
    kind: oneOf(assessmentKinds).notNull(),
    version: int().notNull(),
    from: text('from_date').notNull(),
    source: text().notNull(),
    items: json<AssessmentItem[]>().notNull(),
  },
  (t) => [uniqueIndex('assessment_form_version').on(t.kind, t.version)],
)
/** 中期评估、末期评估: by assessors drawn from outside, scored each alone, graded by the place's figures. */
export const assessments = table(
  'assessment',
  {
    id: key(),
    contractId: text()
      .notNull()
      .references(() => contracts.id),
    kind: oneOf(assessmentKinds).notNull(),
    formId: text()
      .notNull()
      .references(() => assessmentForms.id),
    seed: text().notNull(),
    /** Hash of the list the lot was drawn from: whoever holds the list draws the same people. */
    listHash: text().notNull(),
    size: int().notNull(),
    state: oneOf(assessmentStates).notNull(),
    score: real(),
    grade: text(),
    words: text(),
    findingId: text().references(() => findings.id),
    openedBy: text().notNull(),
    openedAt: instant().notNull(),
    publishedBy: text(),
    publishedAt: instant(),
  },
  (t) => [uniqueIndex('assessment_once').on(t.contractId, t.kind)],
)
export const assessors = table(
  'assessor',
  {
    id: key(),
    assessmentId: text()
      .notNull()
      .references(() => assessments.id),
    personId: text().notNull(),
    ordinal: int().notNull(),
    state: oneOf(assessorStates).notNull(),
    reason: text(),
    points: json<Record<string, number>>(),
    total: real(),
    words: text(),
    declaredAt: instant(),
    scoredAt: instant(),
  },
  (t) => [
    uniqueIndex('assessor_once').on(t.assessmentId, t.personId),
    index('assessor_person').on(t.personId),
  ],
)

/** 抽取服务对象: in which order those served are heard at an acceptance; who cannot be reached gives way to the next. */
export const acceptanceLots = table(
  'acceptance_lot',
  {
    id: key(),
    acceptanceId: text()
      .notNull()
      .references(() => acceptances.id),
    serviceUserId: text()
      .notNull()
      .references(() => serviceUsers.id),
    ordinal: int().notNull(),
    unreached: text(),
    unreachedBy: text(),
    unreachedAt: instant(),
  },
  (t) => [uniqueIndex('acceptance_lot_once').on(t.acceptanceId, t.serviceUserId)],
)
/** 逐项验收: what one of the group found of one indicator against what was claimed. */
export const acceptanceItems = table(
  'acceptance_item',
  {
    id: key(),
    acceptanceId: text()
      .notNull()
      .references(() => acceptances.id),
    indicatorId: text()
      .notNull()
      .references(() => indicators.id),
    role: text().notNull(),
    asClaimed: int().notNull(),
  },
  (t) => [uniqueIndex('acceptance_item_once').on(t.acceptanceId, t.indicatorId, t.role)],
)

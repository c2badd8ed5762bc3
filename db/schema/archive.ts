import { index, instant, int, json, key, oneOf, table, text, uniqueIndex } from '../dialect.ts'
import { yearReviewStates } from '../vocabulary.ts'
import { plans } from './buy.ts'
import { contracts } from './deliver.ts'

/** 合同副本备案 (政府采购法 第四十七条): that a copy went to the finance side, and when. */
export const contractFilings = table(
  'contract_filing',
  {
    id: key(),
    contractId: text()
      .notNull()
      .references(() => contracts.id),
    filedOn: text().notNull(),
    /** The number the office that keeps it gave, where it gave one. */
    receiptNo: text(),
    filedBy: text().notNull(),
    filedAt: instant().notNull(),
  },
  (t) => [uniqueIndex('contract_filing_once').on(t.contractId)],
)

/** What a year of a contract came to, as the reviewer had it before him. */
export type YearFacts = {
  accepted: number
  satisfaction: number | null
  indicators: number | null
  findings: number
}
/** 年度绩效评价 of a 1+1+1 project: the next year is contracted only on one that was passed. */
export const yearReviews = table(
  'year_review',
  {
    id: key(),
    contractId: text()
      .notNull()
      .references(() => contracts.id),
    planId: text()
      .notNull()
      .references(() => plans.id),
    /** Which year of the plan was reviewed. */
    year: int().notNull(),
    facts: json<YearFacts>().notNull(),
    /** What the service centre proposes, and why. */
    advice: text().notNull(),
    words: text().notNull(),
    state: oneOf(yearReviewStates).notNull(),
    givenBy: text().notNull(),
    givenAt: instant().notNull(),
    decision: text(),
    decidedBy: text(),
    decidedAt: instant(),
    /** The line that carries the next year, chosen with the decision. */
    lineId: text(),
  },
  (t) => [uniqueIndex('year_review_once').on(t.contractId), index('year_review_plan').on(t.planId)],
)

import { sql } from 'drizzle-orm'
import { check, fen, index, instant, int, key, oneOf, table, text, uniqueIndex } from '../dialect.ts'
import { ledgerAccounts, poolSources } from '../vocabulary.ts'
import { parties } from './who.ts'

/** 资金池 */
export const fundPools = table('fund_pool', {
  id: key(),
  code: text().notNull(),
  name: text().notNull(),
  source: oneOf(poolSources).notNull(),
  ownerId: text()
    .notNull()
    .references(() => parties.id),
  year: int().notNull(),
  total: fen().notNull(),
  rules: text().notNull(),
  /** When the people's congress approved it; null: a draft, nothing may be signed on it. */
  approvedOn: text(),
})

/** 预算指标: a line of one pool; nothing is bought without one (102号令: 未列入预算不得实施). */
export const budgetLines = table(
  'budget_line',
  {
    id: key(),
    poolId: text()
      .notNull()
      .references(() => fundPools.id),
    code: text().notNull(),
    name: text().notNull(),
    buyerId: text()
      .notNull()
      .references(() => parties.id),
    communityId: text(),
    amount: fen().notNull(),
  },
  (t) => [uniqueIndex('budget_line_code').on(t.code), check('budget_line_amount', sql`${t.amount} >= 0`)],
)

/** One business fact; its postings sum to nought. */
export const ledgerEntries = table(
  'ledger_entry',
  {
    id: key(),
    at: instant().notNull(),
    kind: text().notNull(),
    /** The fact that made it, once: `payment.paid:<id>`. */
    source: text().notNull(),
    lineId: text()
      .notNull()
      .references(() => budgetLines.id),
    planId: text(),
    contractId: text(),
    milestoneId: text(),
    paymentId: text(),
    memo: text(),
  },
  (t) => [
    uniqueIndex('ledger_entry_source').on(t.source),
    index('ledger_entry_line').on(t.lineId),
    index('ledger_entry_contract').on(t.contractId),
    index('ledger_entry_plan').on(t.planId),
    index('ledger_entry_at').on(t.at),
  ],
)
export const ledgerPostings = table(
  'ledger_posting',
  {
    id: key(),
    entryId: text()
      .notNull()
      .references(() => ledgerEntries.id),
    account: oneOf(ledgerAccounts).notNull(),
    /** 分, signed: into the account is positive. */
    amount: fen().notNull(),
  },
  (t) => [index('ledger_posting_entry').on(t.entryId), check('ledger_posting_amount', sql`${t.amount} <> 0`)],
)

import { sql } from 'drizzle-orm'
import {
  bool,
  check,
  fen,
  index,
  instant,
  int,
  json,
  key,
  oneOf,
  primaryKey,
  table,
  text,
  uniqueIndex,
} from '../dialect.ts'
import {
  bookKinds,
  bookSides,
  bookStates,
  guardScopes,
  ledgerAccounts,
  ledgerKinds,
  poolSources,
} from '../vocabulary.ts'
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
  /** What this pool alone may pay for, narrower than the rule of its source; null: all that rule allows. */
  categories: json<string[]>(),
})
/** 资金使用规定 by source: what its money may pay for. A version stands; a later one begins on its day. */
export const poolRules = table(
  'pool_rule',
  {
    id: key(),
    source: oneOf(poolSources).notNull(),
    version: int().notNull(),
    /** Categories of needs; null: all. */
    categories: json<string[]>(),
    /** Kinds of item; null: all. */
    itemTypes: json<string[]>(),
    /** 财政性资金: paid by the treasury alone. */
    fiscal: bool().notNull(),
    ground: text().notNull(),
    mark: text().notNull(),
    certainty: text().notNull(),
    from: text('from_date').notNull(),
  },
  (t) => [uniqueIndex('pool_rule_version').on(t.source, t.version)],
)

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
    kind: oneOf(ledgerKinds).notNull(),
    /** The fact that made it, once: `payment.paid:<id>`. */
    source: text().notNull(),
    lineId: text()
      .notNull()
      .references(() => budgetLines.id),
    planId: text(),
    contractId: text(),
    milestoneId: text(),
    paymentId: text(),
    /** 共同出资、捐赠: whose money moved; such an entry stands on a line of its own. */
    giftId: text(),
    memo: text(),
  },
  (t) => [
    index('ledger_entry_gift').on(t.giftId),
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

/**
 * What stands on an account, kept beside the postings so that the database itself refuses an overdrawn one.
 * The sum of the postings is the truth; `verifyLedger` compares the two.
 */
export const ledgerGuards = table(
  'ledger_guard',
  {
    scope: oneOf(guardScopes).notNull(),
    /** The pool, the line, the plan or the contract. */
    of: text('of_id').notNull(),
    account: oneOf(ledgerAccounts).notNull(),
    amount: fen().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.scope, t.of, t.account] }),
    check('ledger_guard_not_overdrawn', sql`${t.account} = 'source' or ${t.amount} >= 0`),
  ],
)
/** 一项支出一个资金池: the line that pays a part of a contract, one for ever. */
export const costLines = table('cost_line', {
  milestoneId: text().primaryKey(),
  lineId: text()
    .notNull()
    .references(() => budgetLines.id),
})
/** 排除重复资助: why two projects that look alike are not one, written by finance. */
export const toldApart = table(
  'told_apart',
  {
    id: key(),
    planId: text().notNull(),
    otherId: text().notNull(),
    reason: text().notNull(),
    by: text('told_by').notNull(),
    at: instant().notNull(),
  },
  (t) => [uniqueIndex('told_apart_once').on(t.planId, t.otherId)],
)

/** 居委会账、服务站账: money in and out of one body, each entry with its voucher; only added to, never changed. */
export const bookEntries = table(
  'book_entry',
  {
    id: key(),
    refNo: text().notNull(),
    ownerId: text()
      .notNull()
      .references(() => parties.id),
    side: oneOf(bookSides).notNull(),
    kind: oneOf(bookKinds).notNull(),
    /** 分, signed: income is positive. */
    amount: fen().notNull(),
    on: text('on_date').notNull(),
    title: text().notNull(),
    voucherNo: text().notNull(),
    scanHash: text(),
    scanFileId: text(),
    state: oneOf(bookStates).notNull().default('entered'),
    enteredBy: text().notNull(),
    enteredAt: instant().notNull(),
    approvedBy: text(),
    approvedAt: instant(),
    returnedAt: instant(),
    returnReason: text(),
    /** 红字更正: the entry this one takes back whole. */
    reversesId: text(),
    /** Why it takes the other back. */
    reason: text(),
  },
  (t) => [
    uniqueIndex('book_entry_voucher')
      .on(t.ownerId, t.voucherNo)
      .where(sql`state <> 'returned' and reverses_id is null`),
    uniqueIndex('book_entry_ref').on(t.refNo),
    uniqueIndex('book_entry_reversed').on(t.reversesId).where(sql`returned_at is null`),
    index('book_entry_owner').on(t.ownerId, t.on),
    check('book_entry_amount', sql`${t.amount} <> 0`),
  ],
)
/** What is left of each kind of a body's income; the database refuses to spend more. */
export const bookBalances = table(
  'book_balance',
  {
    ownerId: text().notNull(),
    kind: oneOf(bookKinds).notNull(),
    amount: fen().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.ownerId, t.kind] }),
    check('book_balance_not_overdrawn', sql`${t.amount} >= 0`),
  ],
)

import { fen, index, instant, int, json, key, oneOf, table, text, uniqueIndex } from '../dialect.ts'
import { minorPartStates, minorWorkStates, quoteChannels } from '../vocabulary.ts'
import { plans } from './buy.ts'
import { parties } from './who.ts'

export type ListedItem = { name: string; unit: string; quantity: number }

/** 民生微实事: small works or goods of the committee's list. Not a purchase of service (102号令 第十条). */
export const minorWorks = table(
  'minor_work',
  {
    id: key(),
    refNo: text().notNull(),
    planId: text()
      .notNull()
      .references(() => plans.id),
    buyerId: text()
      .notNull()
      .references(() => parties.id),
    title: text().notNull(),
    place: text().notNull(),
    list: json<ListedItem[]>().notNull(),
    ceiling: fen().notNull(),
    /** Quotes are taken until then, and nobody reads one before. */
    quotesUntil: instant().notNull(),
    state: oneOf(minorWorkStates).notNull(),
    draftedBy: text().notNull(),
    calledBy: text(),
    calledAt: instant(),
    quoteId: text(),
    price: fen(),
    chosenBy: text(),
    chosenAt: instant(),
    reason: text(),
    signedBy: text(),
    signedAt: instant(),
    endReason: text(),
    createdAt: instant().notNull(),
  },
  (t) => [
    uniqueIndex('minor_work_ref').on(t.refNo),
    index('minor_work_plan').on(t.planId),
    index('minor_work_state').on(t.state),
  ],
)
/** 报价: sealed until the quotes' deadline. */
export const minorQuotes = table(
  'minor_quote',
  {
    id: key(),
    workId: text()
      .notNull()
      .references(() => minorWorks.id),
    supplierId: text()
      .notNull()
      .references(() => parties.id),
    sealed: text().notNull(),
    channel: oneOf(quoteChannels).notNull(),
    enteredBy: text().notNull(),
    at: instant().notNull(),
    /** Written when quotes are compared; until then only the seal holds them. */
    price: fen(),
    days: int(),
    words: text(),
    /** 确定: when this quote was chosen; 改选: when and why it no longer is. */
    chosenAt: instant(),
    setAsideAt: instant(),
    setAsideReason: text(),
  },
  (t) => [uniqueIndex('minor_quote_once').on(t.workId, t.supplierId)],
)
/** 进度款: a part of the works, paid when it is accepted on the spot. */
export const minorParts = table(
  'minor_part',
  {
    id: key(),
    workId: text()
      .notNull()
      .references(() => minorWorks.id),
    ordinal: int().notNull(),
    title: text().notNull(),
    amount: fen().notNull(),
    state: oneOf(minorPartStates).notNull(),
    reportedBy: text(),
    reportedAt: instant(),
    finding: text(),
    acceptedBy: text(),
    acceptedAt: instant(),
    voucherNo: text(),
    paidBy: text(),
    paidAt: instant(),
    reason: text(),
  },
  (t) => [uniqueIndex('minor_part_order').on(t.workId, t.ordinal)],
)

import { bool, index, instant, int, key, oneOf, primaryKey, table, text, uniqueIndex } from '../dialect.ts'
import { callbackOutcomes, rollSources, sheetOutcomes, sheetVoids } from '../vocabulary.ts'
import { rollEntries, rounds } from './vote.ts'

/** 名册导入: how big a roll was each time one was brought in, and how far it lies from the one before and from the register. */
export const rollLoads = table(
  'roll_load',
  {
    id: key(),
    roundId: text()
      .notNull()
      .references(() => rounds.id),
    source: oneOf(rollSources).notNull(),
    entries: int().notNull(),
    households: int().notNull(),
    withoutPhone: int().notNull(),
    added: int().notNull(),
    gone: int().notNull(),
    /** 社区登记: households, or adults where each person votes; null: the register does not say. */
    registered: int(),
    loadedBy: text().notNull(),
    loadedAt: instant().notNull(),
  },
  (t) => [index('roll_load_round').on(t.roundId)],
)

/** 作废与补发: a single slip that is worth nothing any more, and the code of the one given out instead. */
export const reissuedSlips = table(
  'reissued_slip',
  {
    id: key(),
    roundId: text()
      .notNull()
      .references(() => rounds.id),
    rollEntryId: text().notNull(),
    /** The how-manieth change of this slip; the last one stands. */
    ordinal: int().notNull(),
    /** Null: void, and none instead. */
    codeHash: text(),
    ground: text().notNull(),
    changedBy: text().notNull(),
    changedAt: instant().notNull(),
  },
  (t) => [
    uniqueIndex('reissued_slip_order').on(t.rollEntryId, t.ordinal),
    index('reissued_slip_code').on(t.roundId, t.codeHash),
  ],
)

/** 投票机: a screen at a place that staff unlocked for one round; it knows no staff and keeps no voter. */
export const kiosks = table(
  'kiosk',
  {
    id: key(),
    roundId: text()
      .notNull()
      .references(() => rounds.id),
    partyId: text().notNull(),
    /** Where it stands, in words. */
    spot: text().notNull(),
    unlockedBy: text().notNull(),
    unlockedAt: instant().notNull(),
    lockedAt: instant(),
    /** Hash of the token of whoever stands before it now; another one ends the one before. */
    turnHash: text(),
  },
  (t) => [index('kiosk_round').on(t.roundId)],
)

/** 纸质票批次: numbered sheets handed to one person for one building, and what came back. */
export const paperBatches = table(
  'paper_batch',
  {
    id: key(),
    roundId: text()
      .notNull()
      .references(() => rounds.id),
    ordinal: int().notNull(),
    building: text().notNull(),
    size: int().notNull(),
    carrierId: text().notNull(),
    issuedBy: text().notNull(),
    issuedAt: instant().notNull(),
    /** 收回: filled in, and not used; the rest is missing, with its ground. */
    used: int(),
    unused: int(),
    missingGround: text(),
    returnedBy: text(),
    returnedAt: instant(),
  },
  (t) => [uniqueIndex('paper_batch_order').on(t.roundId, t.ordinal)],
)

/** 录入: one of two independent readings of a sheet, as keyed hashes; gone as soon as the sheet is settled. */
export const sheetReadings = table(
  'sheet_reading',
  {
    batchId: text()
      .notNull()
      .references(() => paperBatches.id),
    line: int().notNull(),
    reading: int().notNull(),
    readerId: text().notNull(),
    /** Whose slip is on it, and what is marked: compared, never read. */
    slipHash: text().notNull(),
    marksHash: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.batchId, t.line, t.reading] })],
)

/** 一张纸质票: counted or void with its reason; whose it was stands nowhere. */
export const paperSheets = table(
  'paper_sheet',
  {
    batchId: text()
      .notNull()
      .references(() => paperBatches.id),
    line: int().notNull(),
    outcome: oneOf(sheetOutcomes).notNull(),
    voided: oneOf(sheetVoids),
    blank: bool().notNull().default(false),
    firstReader: text().notNull(),
    secondReader: text().notNull(),
    /** Who read it a third time where the two differed. */
    thirdReader: text(),
  },
  (t) => [primaryKey({ columns: [t.batchId, t.line] })],
)

/** 回访: an assisted ballot drawn by lot, whose voter is asked whether it was his will that was put in. */
export const callbacks = table(
  'callback',
  {
    id: key(),
    roundId: text()
      .notNull()
      .references(() => rounds.id),
    rollEntryId: text()
      .notNull()
      .references(() => rollEntries.id),
    helperId: text().notNull(),
    drawnBy: text().notNull(),
    drawnAt: instant().notNull(),
    outcome: oneOf(callbackOutcomes),
    note: text(),
    calledBy: text(),
    calledAt: instant(),
  },
  (t) => [uniqueIndex('callback_once').on(t.rollEntryId), index('callback_round').on(t.roundId)],
)

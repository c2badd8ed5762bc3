import { sql } from 'drizzle-orm'
import { bool, check, index, instant, int, json, key, oneOf, table, text, uniqueIndex } from '../dialect.ts'
import {
  careAccounts,
  careComplaintStates,
  careConfirmations,
  careStates,
  careUnits,
  checkInChannels,
} from '../vocabulary.ts'
import { frameworks, orders } from './framework.ts'
import { persons } from './who.ts'

/** A question of an assessment, in both languages; each answer carries its points. */
export type CareQuestion = {
  code: string
  zh: string
  en: string
  options: Array<{ value: string; points: number; zh: string; en: string }>
}
/** A level is reached from so many points on; what it grants by the month. */
export type CareLevel = {
  code: string
  from: number
  zh: string
  en: string
  unit: (typeof careUnits)[number]
  monthly: number
}
/** 评估表: questions and levels as data; a person keeps the version she was assessed by. */
export const careForms = table(
  'care_form',
  {
    id: key(),
    version: int().notNull(),
    from: text('from_date').notNull(),
    source: text().notNull(),
    questions: json<CareQuestion[]>().notNull(),
    levels: json<CareLevel[]>().notNull(),
  },
  (t) => [uniqueIndex('care_form_version').on(t.version)],
)
/** 居家服务: what was asked for a person, how she was assessed, and what she is granted by the month. */
export const cares = table(
  'care',
  {
    id: key(),
    refNo: text().notNull(),
    frameworkId: text()
      .notNull()
      .references(() => frameworks.id),
    personId: text()
      .notNull()
      .references(() => persons.id),
    appliedBy: text().notNull(),
    appliedAt: instant().notNull(),
    livesAlone: bool().notNull(),
    lowIncome: bool().notNull(),
    /** Where to come, and what the aide should know: opened for those who care for her only. */
    addressSealed: text().notNull(),
    state: oneOf(careStates).notNull(),
    formId: text().references(() => careForms.id),
    answersSealed: text(),
    points: int(),
    level: text(),
    assessedBy: text(),
    assessedAt: instant(),
    unit: oneOf(careUnits),
    monthly: int(),
    from: text('from_date'),
    to: text('to_date'),
    decidedBy: text(),
    decidedAt: instant(),
    reason: text(),
    /** A new turn makes a new code of the house. */
    codeTurn: int().notNull().default(0),
    endedAt: instant(),
    endedBy: text(),
  },
  (t) => [
    uniqueIndex('care_ref').on(t.refNo),
    uniqueIndex('care_live')
      .on(t.frameworkId, t.personId)
      .where(sql`state in ('applied', 'assessed', 'granted')`),
    index('care_person').on(t.personId),
    index('care_state').on(t.state),
  ],
)
/** 复式记账 of a month's minutes or 分: each row leaves one account and enters another. */
export const careEntries = table(
  'care_entry',
  {
    id: key(),
    careId: text()
      .notNull()
      .references(() => cares.id),
    month: text().notNull(),
    out: oneOf(careAccounts).notNull(),
    into: oneOf(careAccounts).notNull(),
    amount: int().notNull(),
    /** What made it, once: `issue:…`, `hold:…`, `close:…`. */
    source: text().notNull(),
    at: instant().notNull(),
  },
  (t) => [
    uniqueIndex('care_entry_source').on(t.source),
    index('care_entry_month').on(t.careId, t.month),
    check('care_entry_amount', sql`${t.amount} > 0`),
    check('care_entry_sides', sql`${t.out} <> ${t.into}`),
  ],
)
/** 上门服务: the visit of one order: who goes, when he came, who said that it was done. */
export const careVisits = table(
  'care_visit',
  {
    id: key(),
    orderId: text()
      .notNull()
      .references(() => orders.id),
    careId: text()
      .notNull()
      .references(() => cares.id),
    supplierId: text().notNull(),
    /** The month whose minutes or 分 it takes, and how many. */
    month: text().notNull(),
    held: int().notNull(),
    hour: text().notNull(),
    aideId: text(),
    checkedInAt: instant(),
    checkedInVia: oneOf(checkInChannels),
    checkedInBy: text(),
    leftAt: instant(),
    confirmedVia: oneOf(careConfirmations),
    /** The number of the signed sheet, where one was signed. */
    sheetNo: text(),
    /** Wrong codes so far. */
    tries: int().notNull().default(0),
    /** A visit done again has a new code. */
    turn: int().notNull().default(0),
  },
  (t) => [
    uniqueIndex('care_visit_order').on(t.orderId),
    index('care_visit_care').on(t.careId),
    index('care_visit_aide').on(t.aideId),
    index('care_visit_supplier').on(t.supplierId),
  ],
)
/** 服务投诉: words of the family, reply of the provider within its clock, the buyer's word where they do not agree. */
export const careComplaints = table(
  'care_complaint',
  {
    id: key(),
    refNo: text().notNull(),
    orderId: text()
      .notNull()
      .references(() => orders.id),
    careId: text()
      .notNull()
      .references(() => cares.id),
    supplierId: text().notNull(),
    state: oneOf(careComplaintStates).notNull(),
    wordsSealed: text().notNull(),
    madeBy: text().notNull(),
    madeAt: instant().notNull(),
    replySealed: text(),
    repliedBy: text(),
    repliedAt: instant(),
    rulingSealed: text(),
    ruledBy: text(),
    ruledAt: instant(),
  },
  (t) => [
    uniqueIndex('care_complaint_ref').on(t.refNo),
    index('care_complaint_order').on(t.orderId),
    index('care_complaint_supplier').on(t.supplierId, t.state),
  ],
)

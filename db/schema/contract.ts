import { sql } from 'drizzle-orm'
import { check, fen, index, instant, int, json, key, oneOf, table, text, uniqueIndex } from '../dialect.ts'
import { handoverStates, linkageSectors, roles, subcontractStates } from '../vocabulary.ts'
import { contracts } from './deliver.ts'
import { parties, persons, seats } from './who.ts'

/** One clause of a template; figures stand in {{…}}; `routes`: only in contracts of these ways of buying. */
export type TemplateClause = { heading: string; words: string; routes?: string[] }

/** 合同示范文本: one row a version; a contract keeps the version it was drawn from. */
export const contractTemplates = table(
  'contract_template',
  {
    id: key(),
    code: text().notNull(),
    version: int().notNull(),
    clauses: json<TemplateClause[]>().notNull(),
    basis: text().notNull(),
    from: text('from_date').notNull(),
    hash: text().notNull(),
    ground: text(),
    revisedBy: text(),
    at: instant(),
  },
  (t) => [uniqueIndex('contract_template_version').on(t.code, t.version)],
)

/** 分包: a part of a contract given to another body, with the buyer's consent. */
export const subcontracts = table(
  'subcontract',
  {
    id: key(),
    refNo: text().notNull(),
    contractId: text()
      .notNull()
      .references(() => contracts.id),
    state: oneOf(subcontractStates).notNull(),
    partyId: text()
      .notNull()
      .references(() => parties.id),
    part: text().notNull(),
    /** Codes of the indicators that go with the part. */
    indicators: json<string[]>().notNull(),
    percent: int().notNull(),
    reason: text().notNull(),
    requestedBy: text().notNull(),
    requestedAt: instant().notNull(),
    decision: text(),
    decidedBy: text(),
    decidedAt: instant(),
    hash: text(),
  },
  (t) => [
    uniqueIndex('subcontract_ref').on(t.refNo),
    index('subcontract_contract').on(t.contractId),
    check('subcontract_percent', sql`${t.percent} > 0`),
  ],
)
/** 转付: what the supplier paid on to a subcontractor, with its receipt. */
export const onwardPayments = table(
  'onward_payment',
  {
    id: key(),
    subcontractId: text()
      .notNull()
      .references(() => subcontracts.id),
    amount: fen().notNull(),
    paidOn: text().notNull(),
    receiptNo: text().notNull(),
    registeredBy: text().notNull(),
    at: instant().notNull(),
  },
  (t) => [
    uniqueIndex('onward_payment_receipt').on(t.subcontractId, t.receiptNo),
    check('onward_payment_amount', sql`${t.amount} > 0`),
  ],
)

/** 联动记录: what each side of the card did together with the others in a month, once a month each. */
export const jointLogs = table(
  'joint_log',
  {
    id: key(),
    contractId: text()
      .notNull()
      .references(() => contracts.id),
    month: text().notNull(),
    sector: oneOf(linkageSectors).notNull(),
    words: text().notNull(),
    writtenBy: text().notNull(),
    at: instant().notNull(),
  },
  (t) => [uniqueIndex('joint_log_once').on(t.contractId, t.month, t.sector)],
)

/** An open matter of a post: its sentence on a desk (`desk.<key>`), what it is about, where it is done, by when; `named`: it is in the holder's own name. */
export type HandoverMatter = {
  key: string
  params: Record<string, string | number>
  matter: string
  link: string
  due: number | null
  kind: 'act' | 'wait' | 'named'
}

/** 任职交接: what a post had open when its holder left, signed by who left and by who follows. */
export const handovers = table(
  'handover',
  {
    id: key(),
    refNo: text().notNull(),
    seatId: text()
      .notNull()
      .references(() => seats.id),
    role: oneOf(roles).notNull(),
    partyId: text()
      .notNull()
      .references(() => parties.id),
    fromId: text()
      .notNull()
      .references(() => persons.id),
    toId: text()
      .notNull()
      .references(() => persons.id),
    matters: json<HandoverMatter[]>().notNull(),
    words: text().notNull(),
    hash: text().notNull(),
    signedAt: instant().notNull(),
    receivedAt: instant(),
    state: oneOf(handoverStates).notNull().default('signed'),
    /** Who signed: the leaver, or who appoints where he is gone, and then why. */
    signedBy: text(),
    ground: text(),
    returnedAt: instant(),
    returnWords: text(),
  },
  (t) => [
    uniqueIndex('handover_ref').on(t.refNo),
    index('handover_seat').on(t.seatId),
    index('handover_party').on(t.partyId),
  ],
)

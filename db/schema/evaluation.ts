import { fen, index, instant, int, json, key, oneOf, real, table, text, uniqueIndex } from '../dialect.ts'
import { consultationStates, evaluationGrounds, expertStandingKinds, sealPlaces } from '../vocabulary.ts'
import { panelSeats, proposals, scoreSheets, tenders } from './buy.ts'
import { persons } from './who.ts'

/** 专家库管理: suspension, penalty and removal, each with its ground and dates; who is under one is not drawn. */
export const expertStandings = table(
  'expert_standing',
  {
    id: key(),
    expertId: text()
      .notNull()
      .references(() => persons.id),
    kind: oneOf(expertStandingKinds).notNull(),
    ground: text().notNull(),
    from: text('from_date').notNull(),
    to: text('to_date'),
    notedBy: text().notNull(),
    at: instant().notNull(),
  },
  (t) => [index('expert_standing_expert').on(t.expertId)],
)
/** 申报亲属: whom an expert declares as near kin; where that person sits or works, the expert does not judge. */
export const expertKin = table(
  'expert_kin',
  {
    id: key(),
    expertId: text()
      .notNull()
      .references(() => persons.id),
    personId: text()
      .notNull()
      .references(() => persons.id),
    relation: text().notNull(),
    at: instant().notNull(),
  },
  (t) => [uniqueIndex('expert_kin_once').on(t.expertId, t.personId)],
)

export type PoolLine = { code: string; kind: 'expert' | 'resident' }
export type Passed = { code: string; ground: string; at: number }
/** 抽取记录: the seed and the list a panel was drawn from, frozen; a stranger with both draws the same panel. */
export const panelDraws = table(
  'panel_draw',
  {
    id: key(),
    tenderId: text()
      .notNull()
      .references(() => tenders.id),
    seed: text().notNull(),
    /** Codes that name nobody: a hash of tender and person. */
    pool: json<PoolLine[]>().notNull(),
    listHash: text().notNull(),
    /** How many were left out of the list, by ground. */
    leftOut: json<Record<string, number>>().notNull(),
    /** Whom the lot fell on but who was passed by, and why. */
    passed: json<Passed[]>().notNull(),
    experts: int().notNull(),
    field: text(),
    drawnBy: text().notNull(),
    drawnAt: instant().notNull(),
  },
  (t) => [uniqueIndex('panel_draw_tender').on(t.tenderId)],
)

/** 采购人资格审查: where the route has the buyer look at who may take part (87号令 第四十四条). */
export const buyerChecks = table(
  'buyer_check',
  {
    id: key(),
    tenderId: text()
      .notNull()
      .references(() => tenders.id),
    proposalId: text()
      .notNull()
      .references(() => proposals.id),
    /** Numbers of the listed conditions that are not met. */
    failed: json<number[]>().notNull(),
    words: text(),
    checkedBy: text().notNull(),
    at: instant().notNull(),
  },
  (t) => [uniqueIndex('buyer_check_once').on(t.proposalId), index('buyer_check_tender').on(t.tenderId)],
)

/** 澄清补正: once a proposal, listed items only, never the price and nothing that is scored. */
export const supplements = table(
  'supplement',
  {
    id: key(),
    tenderId: text()
      .notNull()
      .references(() => tenders.id),
    proposalId: text()
      .notNull()
      .references(() => proposals.id),
    items: json<string[]>().notNull(),
    /** What is missing, in the panel's words, item by item. */
    wanted: text().notNull(),
    askedBy: text()
      .notNull()
      .references(() => panelSeats.id),
    askedAt: instant().notNull(),
    dueAt: instant().notNull(),
    words: text(),
    fileId: text(),
    answeredBy: text(),
    answeredAt: instant(),
  },
  (t) => [uniqueIndex('supplement_once').on(t.proposalId), index('supplement_tender').on(t.tenderId)],
)

/** 报价修正: what the papers say where they say two things, put right in the legal order; the bidder confirms or is out. */
export const priceCorrections = table(
  'price_correction',
  {
    id: key(),
    tenderId: text()
      .notNull()
      .references(() => tenders.id),
    proposalId: text()
      .notNull()
      .references(() => proposals.id),
    readings: json<Record<string, unknown>>().notNull(),
    steps: json<string[]>().notNull(),
    was: fen().notNull(),
    corrected: fen().notNull(),
    words: text().notNull(),
    foundBy: text()
      .notNull()
      .references(() => panelSeats.id),
    foundAt: instant().notNull(),
    /** Once a majority of the panel reads the papers the same way. */
    agreedAt: instant(),
    agreedBy: json<string[]>().notNull(),
    dueAt: instant(),
    answer: text(),
    answeredBy: text(),
    answeredAt: instant(),
  },
  (t) => [
    uniqueIndex('price_correction_once').on(t.proposalId),
    index('price_correction_tender').on(t.tenderId),
  ],
)

/** A score moved after its sheet had been locked: what it was stays beside what it is, with the listed ground. */
export const scoreChanges = table(
  'score_change',
  {
    id: key(),
    tenderId: text().notNull(),
    sheetId: text()
      .notNull()
      .references(() => scoreSheets.id),
    proposalId: text()
      .notNull()
      .references(() => proposals.id),
    criterionId: text().notNull(),
    ground: oneOf(evaluationGrounds).notNull(),
    was: real().notNull(),
    now: real().notNull(),
    at: instant().notNull(),
  },
  (t) => [index('score_change_tender').on(t.tenderId)],
)
/** 修改评审结果的原报告: kept whole with its hash and signatures when a listed ground reopens the evaluation. */
export const evaluationVersions = table(
  'evaluation_version',
  {
    id: key(),
    tenderId: text()
      .notNull()
      .references(() => tenders.id),
    version: int().notNull(),
    ground: oneOf(evaluationGrounds).notNull(),
    words: text().notNull(),
    report: json<Record<string, unknown>>().notNull(),
    reportHash: text().notNull(),
    reportAt: instant().notNull(),
    signatures: json<Array<{ ordinal: number; signedAt: number | null; dissent: string | null }>>().notNull(),
    reopenedBy: text().notNull(),
    reopenedAt: instant().notNull(),
  },
  (t) => [uniqueIndex('evaluation_version_order').on(t.tenderId, t.version)],
)

/** 磋商: what was said to every bidder who remains, in the same words and at the same moment, and by when each seals its final offer (财库〔2014〕214号 第二十条、第二十一条). */
export const consultations = table(
  'consultation',
  {
    id: key(),
    tenderId: text()
      .notNull()
      .references(() => tenders.id),
    state: oneOf(consultationStates).notNull(),
    words: text().notNull(),
    /** 实质性变动 of what is asked; none: nothing changed. */
    changes: text(),
    /** Working days given for the final offer. */
    days: int().notNull(),
    writtenBy: text()
      .notNull()
      .references(() => panelSeats.id),
    writtenAt: instant().notNull(),
    confirmedBy: text().references(() => panelSeats.id),
    askedAt: instant(),
    dueAt: instant(),
    /** The proposals that were in when it was asked: theirs alone is the round. */
    askedIds: json<string[]>(),
  },
  (t) => [uniqueIndex('consultation_tender').on(t.tenderId)],
)
/** 最后报价: one of each bidder who remains, sealed to the call's second key; before its deadline not even their number is visible. */
export const finalOffers = table(
  'final_offer',
  {
    id: key(),
    tenderId: text()
      .notNull()
      .references(() => tenders.id),
    proposalId: text()
      .notNull()
      .references(() => proposals.id),
    version: int().notNull().default(0),
    /** What is written and not sent, sealed with the server's own key. */
    draftSealed: text(),
    sealed: text(),
    sealHash: text(),
    sealSalt: text(),
    wordsHash: json<Record<string, string>>(),
    sealedIn: oneOf(sealPlaces),
    receiptNo: text(),
    submittedBy: text(),
    submittedAt: instant(),
    /** From the opening on. */
    price: fen(),
    createdAt: instant().notNull(),
  },
  (t) => [uniqueIndex('final_offer_once').on(t.proposalId), index('final_offer_tender').on(t.tenderId)],
)

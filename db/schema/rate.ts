import { bool, index, instant, int, json, key, oneOf, table, text, uniqueIndex } from '../dialect.ts'
import {
  flagLookOutcomes,
  hideGrounds,
  meritKinds,
  oversightMatters,
  oversightStates,
  type RankLine,
  rankKinds,
  rankObjectionStates,
  ratingAlarms,
  ratingStates,
  rectificationStates,
} from '../vocabulary.ts'
import { contracts, serviceUsers } from './deliver.ts'
import { orders } from './framework.ts'
import { minorWorks } from './minor.ts'
import { roundItems, rounds } from './vote.ts'
import { places } from './where.ts'
import { parties } from './who.ts'

/** 评价: only who was served rates, once for each service. */
export const ratings = table(
  'rating',
  {
    id: key(),
    contractId: text()
      .notNull()
      .references(() => contracts.id),
    serviceUserId: text()
      .notNull()
      .references(() => serviceUsers.id),
    tokenHash: text().notNull(),
    state: oneOf(ratingStates).notNull(),
    level: int(),
    words: text(),
    photoId: text(),
    /** The recording it came with, and what somebody of the community wrote down of it. */
    voiceId: text(),
    heardWords: text(),
    heardBy: text(),
    heardAt: instant(),
    channel: text(),
    enteredBy: text(),
    invitedAt: instant().notNull(),
    givenAt: instant(),
    reply: text(),
    repliedBy: text(),
    repliedAt: instant(),
    hiddenReason: text(),
    /** 屏蔽理由 by the list; and why 居务监督 put the words back. */
    hiddenGround: oneOf(hideGrounds),
    restoredReason: text(),
  },
  (t) => [
    uniqueIndex('rating_once').on(t.contractId, t.serviceUserId),
    uniqueIndex('rating_token').on(t.tokenHash),
    index('rating_contract_state').on(t.contractId, t.state),
  ],
)
/** 整改: what a rating of 2 or less opens (好差评: 差评整改). */
export const rectifications = table(
  'rectification',
  {
    id: key(),
    ratingId: text()
      .notNull()
      .references(() => ratings.id),
    contractId: text().notNull(),
    state: oneOf(rectificationStates).notNull(),
    dueAt: instant().notNull(),
    answer: text(),
    answeredBy: text(),
    answeredAt: instant(),
    raterWords: text(),
    closedAt: instant(),
    openedAt: instant().notNull(),
  },
  (t) => [uniqueIndex('rectification_rating').on(t.ratingId)],
)

/** 订单评价: one order of an agreement, rated once by whom it was for or her family, when it is confirmed. */
export const orderRatings = table(
  'order_rating',
  {
    id: key(),
    orderId: text()
      .notNull()
      .references(() => orders.id),
    frameworkId: text().notNull(),
    supplierId: text().notNull(),
    level: int().notNull(),
    /** For the body that served and the office that pays; never public. */
    words: text(),
    givenBy: text().notNull(),
    givenAt: instant().notNull(),
  },
  (t) => [
    uniqueIndex('order_rating_once').on(t.orderId),
    index('order_rating_supplier').on(t.supplierId, t.level),
    index('order_rating_framework').on(t.frameworkId, t.supplierId, t.level),
  ],
)
/** 订单整改: what a rating of 2 or less of an order opens, as of any service. */
export const orderFixes = table(
  'order_fix',
  {
    id: key(),
    ratingId: text()
      .notNull()
      .references(() => orderRatings.id),
    frameworkId: text().notNull(),
    supplierId: text().notNull(),
    state: oneOf(rectificationStates).notNull(),
    dueAt: instant().notNull(),
    answer: text(),
    answeredBy: text(),
    answeredAt: instant(),
    raterWords: text(),
    closedAt: instant(),
    openedAt: instant().notNull(),
  },
  (t) => [
    uniqueIndex('order_fix_rating').on(t.ratingId),
    index('order_fix_supplier').on(t.supplierId, t.state),
    index('order_fix_framework').on(t.frameworkId, t.openedAt),
  ],
)

/** 居务监督异议 (村民委员会组织法 第三十二条): one objection of the supervision committee to one thing its community decided, bought or paid. */
export const oversights = table(
  'oversight',
  {
    id: key(),
    refNo: text().notNull(),
    communityId: text()
      .notNull()
      .references(() => places.id),
    committeeId: text().notNull(),
    streetId: text().notNull(),
    /** Who rules: the street, or the district where the street itself bought. */
    rulerId: text().notNull(),
    matter: oneOf(oversightMatters).notNull(),
    matterId: text().notNull(),
    /** Its name as it stood when the objection was raised. */
    matterTitle: text().notNull(),
    words: text().notNull(),
    state: oneOf(oversightStates).notNull(),
    raisedBy: text().notNull(),
    raisedAt: instant().notNull(),
    answerDueAt: instant().notNull(),
    answer: text(),
    answeredBy: text(),
    answeredAt: instant(),
    settledAt: instant(),
    /** 上报: why the answer, or its absence, is not accepted. */
    escalation: text(),
    escalatedAt: instant(),
    rulingDueAt: instant(),
    upheld: bool(),
    ruling: text(),
    ruledBy: text(),
    ruledAt: instant(),
  },
  (t) => [uniqueIndex('oversight_ref').on(t.refNo), index('oversight_committee').on(t.committeeId, t.state)],
)

/** 评价预警核看: a person looked at a signal in the ratings, and what it came to. */
export const ratingLooks = table(
  'rating_look',
  {
    id: key(),
    kind: oneOf(ratingAlarms).notNull(),
    subject: text().notNull(),
    outcome: oneOf(flagLookOutcomes).notNull(),
    words: text().notNull(),
    personId: text().notNull(),
    at: instant().notNull(),
  },
  (t) => [index('rating_look_subject').on(t.kind, t.subject)],
)

/** 年度评议: an advisory round of a community over what was delivered to it in a year. */
export const appraisals = table(
  'appraisal',
  {
    id: key(),
    roundId: text()
      .notNull()
      .references(() => rounds.id),
    communityId: text()
      .notNull()
      .references(() => places.id),
    year: int().notNull(),
    createdAt: instant().notNull(),
  },
  (t) => [
    uniqueIndex('appraisal_round').on(t.roundId),
    index('appraisal_community').on(t.communityId, t.year),
  ],
)
export const appraisalItems = table(
  'appraisal_item',
  {
    roundItemId: text()
      .primaryKey()
      .references(() => roundItems.id),
    appraisalId: text()
      .notNull()
      .references(() => appraisals.id),
    contractId: text()
      .notNull()
      .references(() => contracts.id),
  },
  (t) => [index('appraisal_item_contract').on(t.contractId)],
)
/** 民生微实事 on the ballot of an appraisal, beside what was done by contract. */
export const appraisalWorks = table(
  'appraisal_work',
  {
    roundItemId: text()
      .primaryKey()
      .references(() => roundItems.id),
    appraisalId: text()
      .notNull()
      .references(() => appraisals.id),
    workId: text()
      .notNull()
      .references(() => minorWorks.id),
  },
  (t) => [index('appraisal_work_of').on(t.appraisalId), index('appraisal_work_work').on(t.workId)],
)

/** 评分公式: versions laid down by the district, each with its first day; version 1 is the house's own. */
export const rankFormulas = table(
  'rank_formula',
  {
    id: key(),
    kind: oneOf(rankKinds).notNull(),
    version: int().notNull(),
    weights: json<Record<string, number>>().notNull(),
    words: text().notNull(),
    from: text('from_date').notNull(),
    adoptedBy: text().notNull(),
    adoptedAt: instant().notNull(),
  },
  (t) => [uniqueIndex('rank_formula_version').on(t.kind, t.version)],
)
/** 评分排名, as published: kept whole; a corrected one stands beside it. */
export const rankings = table(
  'ranking',
  {
    id: key(),
    refNo: text().notNull(),
    kind: oneOf(rankKinds).notNull(),
    /** 2026Q1 */
    period: text().notNull(),
    formulaVersion: int().notNull(),
    weights: json<Record<string, number>>().notNull(),
    lines: json<RankLine[]>().notNull(),
    /** The published one that an upheld objection made this one correct. */
    corrects: text(),
    publishedBy: text().notNull(),
    publishedAt: instant().notNull(),
    objectionsUntil: instant().notNull(),
  },
  (t) => [uniqueIndex('ranking_ref').on(t.refNo), index('ranking_period').on(t.kind, t.period)],
)
/** 对排名的异议: of a body that stands on it, within its days. */
export const rankObjections = table(
  'rank_objection',
  {
    id: key(),
    rankingId: text()
      .notNull()
      .references(() => rankings.id),
    partyId: text()
      .notNull()
      .references(() => parties.id),
    words: text().notNull(),
    state: oneOf(rankObjectionStates).notNull(),
    raisedBy: text().notNull(),
    raisedAt: instant().notNull(),
    answer: text(),
    decidedBy: text(),
    decidedAt: instant(),
  },
  (t) => [uniqueIndex('rank_objection_once').on(t.rankingId, t.partyId)],
)
/** 奖惩登记: a reward or a penalty that rests on a ranking nobody objects to any more. */
export const merits = table(
  'merit',
  {
    id: key(),
    refNo: text().notNull(),
    kind: oneOf(meritKinds).notNull(),
    rankingId: text()
      .notNull()
      .references(() => rankings.id),
    partyId: text()
      .notNull()
      .references(() => parties.id),
    words: text().notNull(),
    decidedBy: text().notNull(),
    decidedAt: instant().notNull(),
  },
  (t) => [uniqueIndex('merit_once').on(t.rankingId, t.partyId, t.kind), index('merit_party').on(t.partyId)],
)

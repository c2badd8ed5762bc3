import {
  bool,
  fen,
  index,
  instant,
  int,
  json,
  key,
  oneOf,
  real,
  table,
  text,
  uniqueIndex,
} from '../dialect.ts'
import {
  amendmentStates,
  type approvalSteps,
  awardStates,
  type categories,
  challengeMatters,
  challengeStates,
  challengeSteps,
  complaintOutcomes,
  complaintStates,
  criterionKinds,
  panelKinds,
  panelSeatStates,
  panelVoteKinds,
  planStates,
  proposalStates,
  questionStates,
  remedies,
  scoreSheetStates,
  sealModes,
  sealPlaces,
  signedSteps,
  tenderStates,
} from '../vocabulary.ts'
import { needs } from './ask.ts'
import { files } from './record.ts'
import { budgetLines } from './treasury.ts'
import { places } from './where.ts'
import { parties, persons } from './who.ts'

/** 采购方式: one row a route and version; a project keeps the version it began under. */
export const methods = table(
  'method',
  {
    id: key(),
    code: text().notNull(),
    version: int().notNull(),
    name: text().notNull(),
    nameEn: text().notNull(),
    minAmount: fen().notNull(),
    maxAmount: fen(),
    /** A licensed social worker may bid alone (102号令 第六条). */
    individuals: bool().notNull(),
    groups: bool().notNull(),
    minProposals: int().notNull(),
    /** Shortest time from publication to the deadline, in `bidUnit` (working or calendar days). */
    bidDays: int().notNull(),
    bidUnit: text().notNull(),
    /** A material change needs at least this many days left, else the deadline moves. */
    amendDays: int().notNull(),
    /** A late answer to a question moves the deadline by the route's rule (`extends`), or only stands in the way of the opening (`blocks`). */
    lateAnswer: text().notNull().default('blocks'),
    /** 评估等级 may be scored (only below the threshold, 财库〔2019〕38号). */
    gradeScored: bool().notNull().default(false),
    priceMin: int(),
    priceMax: int(),
    panelMin: int().notNull(),
    expertShareMin: int().notNull(),
    /** Above nought where the route asks 采购意向公开; how long it stands is the figure INTENTION_NOTICE. */
    intentionDays: int().notNull(),
    /** Working days for objections on the routes below the threshold; where the law governs, the figures CHALLENGE_WINDOW say. */
    objectionDays: int().notNull(),
    /** Kept as it was first written; the days of signing are the figure SIGN_CONTRACT. */
    signDays: int().notNull(),
    noPrice: bool().notNull(),
    /** Whether a plan may be drafted on this route. */
    offered: bool().notNull().default(true),
    /** How a new tender proposes to seal: a key split among holders, or the simple wrapped key. */
    sealMode: oneOf(sealModes).notNull().default('simple'),
    /** Quality is opened and scored before any price is. */
    twoEnvelopes: bool().notNull().default(false),
    /** 最后报价: after the talks everybody who is left seals one more offer, and that one counts. */
    finalOffers: bool().notNull().default(false),
    /** 联合体: several bodies may bid as one, jointly liable. */
    consortium: bool().notNull().default(false),
    /** Without competition: needs a listed ground and a notice. */
    direct: bool().notNull().default(false),
    /** Admits providers to an agreement; those served choose among them, order by order. */
    framework: bool().notNull().default(false),
    /** False for works and goods: not a purchase of service (102号令 第十条). */
    service: bool().notNull().default(true),
    /** 资格审查由采购人负责 (87号令 第四十四条); elsewhere the panel looks at it. */
    buyerQualifies: bool().notNull().default(false),
    /** Working days a bidder has to confirm its proposal after a material amendment. */
    reconfirmDays: int().notNull().default(2),
    /** Kept as it was first written; the days of confirming are the figure CONFIRM_WINNER. */
    confirmDays: int().notNull().default(5),
    /** The longest contract on this route, in months. */
    termMonths: int().notNull().default(12),
    /** The place whose buyers may use it; null: every place. */
    placeId: text(),
    /** The route whose usual score sheet it begins with, where it has none of its own. */
    sheetOf: text(),
    certainty: text().notNull().default('M'),
    /** Who added this version, when and on what ground; null for the first. */
    addedBy: text(),
    addedAt: instant(),
    ground: text(),
    basis: text().notNull(),
    mark: text().notNull(),
    from: text('from_date').notNull(),
  },
  (t) => [uniqueIndex('method_version').on(t.code, t.version)],
)

/** 采购计划: the project's thread from here on. Its public page is `/projects/:id`. */
export const plans = table(
  'plan',
  {
    id: key(),
    refNo: text().notNull(),
    title: text().notNull(),
    titleEn: text(),
    buyerId: text()
      .notNull()
      .references(() => parties.id),
    communityId: text(),
    methodId: text()
      .notNull()
      .references(() => methods.id),
    lineId: text()
      .notNull()
      .references(() => budgetLines.id),
    amount: fen().notNull(),
    from: text('from_date').notNull(),
    to: text('to_date').notNull(),
    whoseDuty: text().notNull(),
    whyNotDirect: text().notNull(),
    goals: text().notNull(),
    quantity: text().notNull(),
    /** Its service users are in a sensitive condition: the public page shows totals only. */
    sensitive: bool().notNull().default(false),
    /** Why a person alone is suited, where the route lets one bid (102号令 第六条). */
    individualReason: text(),
    /** 不变相用工: the buyer's own statement, where a person alone may bid. */
    noEmployment: bool().notNull().default(false),
    /** The entry of the guidance catalogue it is bought under. */
    catalogueId: text(),
    /** 1+1+1: how many years the service is meant to go on, one contract a year, and why (102号令 第二十四条). */
    years: int().notNull().default(1),
    yearsReason: text(),
    /** 事前绩效评估: answers by question. */
    exAnte: json<Record<string, string>>(),
    /** 单一来源: the listed ground, what it rests on, the only supplier, and the last day of the notice. */
    directGround: text(),
    directWords: text(),
    soleSupplierId: text(),
    directNoticeOn: text(),
    directNoticeUntil: text(),
    state: oneOf(planStates).notNull(),
    version: int().notNull(),
    /** The version of the buyer's chain of approvals it began under; 0 is the usual one. */
    chainVersion: int().notNull().default(0),
    /** The delegation in whose bounds it was sent for approval; null: the office signs to the end. */
    delegationId: text(),
    draftedBy: text().notNull(),
    reason: text(),
    intentionOn: text(),
    createdAt: instant().notNull(),
    approvedAt: instant(),
  },
  (t) => [uniqueIndex('plan_ref').on(t.refNo), index('plan_buyer').on(t.buyerId, t.state)],
)
export const planNeeds = table(
  'plan_need',
  {
    id: key(),
    planId: text()
      .notNull()
      .references(() => plans.id),
    needId: text()
      .notNull()
      .references(() => needs.id),
  },
  (t) => [uniqueIndex('plan_need_once').on(t.planId, t.needId), index('plan_need_need').on(t.needId)],
)
/** 采购内容明细: unit × price × quality; the lines sum to the plan's amount. */
export const planLines = table(
  'plan_line',
  {
    id: key(),
    planId: text()
      .notNull()
      .references(() => plans.id),
    ordinal: int().notNull(),
    item: text().notNull(),
    unit: text().notNull(),
    quantity: int().notNull(),
    unitPrice: fen().notNull(),
    quality: text().notNull(),
  },
  (t) => [uniqueIndex('plan_line_order').on(t.planId, t.ordinal)],
)
/** 单一来源公示异议: what somebody had against buying without competition, and the buyer's reasoned answer. */
export const directObjections = table(
  'direct_objection',
  {
    id: key(),
    planId: text()
      .notNull()
      .references(() => plans.id),
    partyId: text().notNull(),
    raisedBy: text().notNull(),
    words: text().notNull(),
    raisedAt: instant().notNull(),
    upheld: bool(),
    answer: text(),
    answeredBy: text(),
    answeredAt: instant(),
  },
  (t) => [uniqueIndex('direct_objection_once').on(t.planId, t.partyId)],
)
export const planApprovals = table(
  'plan_approval',
  {
    id: key(),
    planId: text()
      .notNull()
      .references(() => plans.id),
    version: int().notNull(),
    step: oneOf(signedSteps).notNull(),
    personId: text().notNull(),
    opinion: text().notNull(),
    at: instant().notNull(),
    voidedAt: instant(),
  },
  (t) => [index('plan_approval_plan').on(t.planId)],
)
/** 审批链: the order in which a buyer's posts sign a plan; every change is a new version. */
export const approvalChains = table(
  'approval_chain',
  {
    id: key(),
    buyerId: text()
      .notNull()
      .references(() => parties.id),
    version: int().notNull(),
    steps: json<Array<(typeof approvalSteps)[number]>>().notNull(),
    ground: text().notNull(),
    setBy: text().notNull(),
    setAt: instant().notNull(),
  },
  (t) => [uniqueIndex('approval_chain_version').on(t.buyerId, t.version)],
)

/** 委托审批: up to which sums a street lets a committee's director sign the last step of its plans for that community; withdrawn or followed by a newer one, never changed. */
export const approvalDelegations = table(
  'approval_delegation',
  {
    id: key(),
    streetId: text()
      .notNull()
      .references(() => parties.id),
    committeeId: text()
      .notNull()
      .references(() => parties.id),
    communityId: text()
      .notNull()
      .references(() => places.id),
    version: int().notNull(),
    lineId: text()
      .notNull()
      .references(() => budgetLines.id),
    perPurchase: fen().notNull(),
    perYear: fen().notNull(),
    categories: json<Array<(typeof categories)[number]>>().notNull(),
    from: text('from_date').notNull(),
    /** The last day it holds. */
    to: text('to_date').notNull(),
    source: text().notNull(),
    /** How sure the product is of the source: `M` until somebody has checked it. */
    mark: text().notNull().default('M'),
    grantedBy: text().notNull(),
    grantedAt: instant().notNull(),
    withdrawnBy: text(),
    withdrawnAt: instant(),
    withdrawGround: text(),
  },
  (t) => [uniqueIndex('approval_delegation_version').on(t.streetId, t.committeeId, t.version)],
)

export type QualificationItem = { kind: string; words: string }
/** 采购项目 */
export const tenders = table(
  'tender',
  {
    id: key(),
    refNo: text().notNull(),
    planId: text()
      .notNull()
      .references(() => plans.id),
    buyerId: text()
      .notNull()
      .references(() => parties.id),
    methodId: text()
      .notNull()
      .references(() => methods.id),
    title: text().notNull(),
    requirement: text().notNull(),
    qualification: json<string[]>().notNull(),
    /** 资格条件 by kind, so that none is scored again; its words are those of `qualification`. */
    qualificationItems: json<QualificationItem[]>(),
    /** 履约验收方案, fixed before the purchase (财库〔2021〕22号). */
    acceptancePlan: text(),
    /** 社会关注度较高、涉及公共利益: asks for the key review and a market survey. */
    publicInterest: bool().notNull().default(false),
    marketSurvey: json<{ respondents: number; finding: string }>(),
    /** When the requirement was last worked out; older than a year it is done anew. */
    requirementAt: instant(),
    documentTemplateId: text(),
    indicators: json<Array<{ code: string; name: string; unit: string; target: number }>>().notNull(),
    ceiling: fen().notNull(),
    paymentTemplate: text().notNull(),
    deadline: instant().notNull(),
    questionsClose: instant().notNull(),
    state: oneOf(tenderStates).notNull(),
    requirementBy: text().notNull(),
    reviewedBy: text(),
    publishedBy: text(),
    publishedAt: instant(),
    openedAt: instant(),
    openedBy: text(),
    /** 开启见证: who else was there; nobody opens alone. */
    witnessId: text(),
    witnessRole: text(),
    witnessedAt: instant(),
    /** One of the listed grounds on which a purchase ends, beside its words. */
    endGround: text(),
    endReason: text(),
    previousId: text(),
    suspended: bool().notNull().default(false),
    /** The tender's own key: proposals are sealed to it until the opening. */
    keyWrapped: text(),
    publicKey: text(),
    /** 抽取种子: sealed here before the call is public, its fingerprint published with the call. */
    drawSealed: text(),
    drawCommit: text(),
    /** 封存方式: who can open what is sent in; fixed when the call is published. */
    sealMode: oneOf(sealModes).notNull().default('simple'),
    /** 价格信封: opened after the scores for quality are signed, where the route has two. */
    pricesOpenedAt: instant(),
    /** 最后报价: opened together, where the route has a round of them. */
    finalsOpenedAt: instant(),
    report: json<Record<string, unknown>>(),
    reportHash: text(),
    reportAt: instant(),
    createdAt: instant().notNull(),
  },
  (t) => [
    uniqueIndex('tender_ref').on(t.refNo),
    index('tender_plan').on(t.planId),
    index('tender_state').on(t.state, t.deadline),
  ],
)
export type Bands = Record<string, number>
export const criteria = table(
  'criterion',
  {
    id: key(),
    tenderId: text()
      .notNull()
      .references(() => tenders.id),
    ordinal: int().notNull(),
    code: text().notNull(),
    name: text().notNull(),
    kind: oneOf(criterionKinds).notNull(),
    max: real().notNull(),
    items: int().notNull().default(1),
    bands: json<Bands>(),
    /** What each band asks of a proposal. */
    levels: json<Record<string, string>>(),
    guidance: text().notNull(),
  },
  (t) => [uniqueIndex('criterion_code').on(t.tenderId, t.code)],
)
/** 询问: the asker is unseen; the answer is everyone's. */
export const questions = table(
  'question',
  {
    id: key(),
    tenderId: text()
      .notNull()
      .references(() => tenders.id),
    askedBy: text().notNull(),
    partyId: text(),
    words: text().notNull(),
    state: oneOf(questionStates).notNull(),
    dueAt: instant().notNull(),
    answer: text(),
    answeredBy: text(),
    answeredAt: instant(),
    /** 可能影响响应文件编制: the answer is part of the document, and leaves the route's own days. */
    affects: bool().notNull().default(false),
    createdAt: instant().notNull(),
  },
  (t) => [index('question_tender').on(t.tenderId)],
)
export const amendments = table(
  'amendment',
  {
    id: key(),
    tenderId: text()
      .notNull()
      .references(() => tenders.id),
    ordinal: int().notNull(),
    field: text().notNull(),
    was: text().notNull(),
    now: text().notNull(),
    /** 更正评分表: the whole sheet as it will read. */
    sheet: json<ReadonlyArray<Record<string, unknown>>>(),
    reason: text().notNull(),
    material: bool().notNull(),
    newDeadline: instant(),
    /** Made by the route's own rule in the breath of an answer: nobody chose it. */
    byRule: bool().notNull().default(false),
    state: oneOf(amendmentStates).notNull(),
    draftedBy: text(),
    publishedBy: text(),
    publishedAt: instant(),
  },
  (t) => [uniqueIndex('amendment_order').on(t.tenderId, t.ordinal)],
)
/** 采购文件范本: one row a route and version; a tender keeps the version it began under. */
export const documentTemplates = table(
  'document_template',
  {
    id: key(),
    methodCode: text().notNull(),
    version: int().notNull(),
    parts: json<DocumentPart[]>().notNull(),
    basis: text().notNull(),
    from: text('from_date').notNull(),
  },
  (t) => [uniqueIndex('document_template_version').on(t.methodCode, t.version)],
)
export type DocumentPart = { code: string; title: string; clauses: string[] }
/** 采购文件, as published and after each amendment: the exact text, whose SHA-256 is its fingerprint. */
export const tenderVersions = table(
  'tender_version',
  {
    id: key(),
    tenderId: text()
      .notNull()
      .references(() => tenders.id),
    ordinal: int().notNull(),
    amendmentId: text(),
    content: text().notNull(),
    hash: text().notNull(),
    at: instant().notNull(),
  },
  (t) => [uniqueIndex('tender_version_order').on(t.tenderId, t.ordinal)],
)
/** 采购需求审查: who read which text, item by item, and what they said (财库〔2021〕22号). */
export const tenderReviews = table(
  'tender_review',
  {
    id: key(),
    tenderId: text()
      .notNull()
      .references(() => tenders.id),
    kind: text().notNull(),
    checklistVersion: int().notNull(),
    answers: json<Array<{ code: string; says: string; note: string }>>().notNull(),
    passes: bool().notNull(),
    opinion: text().notNull(),
    hash: text().notNull(),
    reviewedBy: text().notNull(),
    at: instant().notNull(),
  },
  (t) => [index('tender_review_tender').on(t.tenderId)],
)
/** 订阅: what a person wants to hear of when it is published; nobody else reads it. */
export const tenderSearches = table(
  'tender_search',
  {
    id: key(),
    personId: text()
      .notNull()
      .references(() => persons.id),
    words: text().notNull(),
    methodCode: text(),
    buyerId: text(),
    at: instant().notNull(),
  },
  (t) => [index('tender_search_person').on(t.personId)],
)
/** 采购文件附件: part of the document's fingerprint; after publication only an amendment replaces one. */
export const tenderDocuments = table(
  'tender_document',
  {
    id: key(),
    tenderId: text()
      .notNull()
      .references(() => tenders.id),
    fileId: text()
      .notNull()
      .references(() => files.id),
    addedBy: text().notNull(),
    addedAt: instant().notNull(),
    /** The amendment that brings it, and what it takes the place of. */
    amendmentId: text(),
    replacesId: text(),
    liveAt: instant(),
    replacedAt: instant(),
  },
  (t) => [index('tender_document_tender').on(t.tenderId)],
)
/** 关注: who wants to hear of a tender. Nobody is told who they are or how many: it would hint at the bidders. */
export const tenderFollows = table(
  'tender_follow',
  {
    id: key(),
    tenderId: text()
      .notNull()
      .references(() => tenders.id),
    personId: text()
      .notNull()
      .references(() => persons.id),
    at: instant().notNull(),
  },
  (t) => [uniqueIndex('tender_follow_once').on(t.tenderId, t.personId)],
)

/** 响应文件: sealed until the opening; before it not even their number is visible. */
export const proposals = table(
  'proposal',
  {
    id: key(),
    tenderId: text()
      .notNull()
      .references(() => tenders.id),
    /** The bidder; a social worker alone bids as a party of kind `individual`. */
    supplierId: text()
      .notNull()
      .references(() => parties.id),
    state: oneOf(proposalStates).notNull(),
    version: int().notNull(),
    /** Draft of work over many sittings, sealed with the server's own key. */
    draftSealed: text(),
    /** The submitted version, sealed to the tender's key. */
    sealed: text(),
    /** 报价信封, where the route has two. */
    sealedPrice: text(),
    sealHash: text(),
    /** Goes into the fingerprint with what is sealed; on the receipt, and public from the opening on. */
    sealSalt: text(),
    /** Fingerprints of the words that were checked when it was sent; what is opened must be these. */
    wordsHash: json<Record<string, string>>(),
    sealedIn: oneOf(sealPlaces),
    receiptNo: text(),
    submittedBy: text(),
    /** 递交来源: tells only whether two of one call were sent from one network and browser; looked at after the opening. */
    sentFrom: text(),
    submittedAt: instant(),
    withdrawnAt: instant(),
    /** Somebody named in what was sent took his word back: it counts only once it is sent anew. */
    brokenAt: instant(),
    /** From the opening on. */
    body: json<Record<string, unknown>>(),
    price: fen(),
    /** 首次报价, once a final offer has taken its place. */
    firstPrice: fen(),
    alias: text(),
    /** Why it was put aside: one of the listed grounds, and the panel's words. */
    endGround: text(),
    endReason: text(),
    total: real(),
    rank: int(),
    createdBy: text().notNull(),
    createdAt: instant().notNull(),
  },
  (t) => [uniqueIndex('proposal_supplier').on(t.tenderId, t.supplierId)],
)
/** A social worker named in a team says yes first, and sits in one team of a tender. */
export const teamMembers = table(
  'team_member',
  {
    id: key(),
    proposalId: text()
      .notNull()
      .references(() => proposals.id),
    tenderId: text().notNull(),
    personId: text()
      .notNull()
      .references(() => persons.id),
    leads: bool().notNull(),
    consentedAt: instant(),
    /** Filled on consent: several bodies may ask one person, unknown to each other, and one hears yes. */
    sitsIn: text(),
  },
  (t) => [
    uniqueIndex('team_member_once').on(t.proposalId, t.personId),
    uniqueIndex('team_member_sits').on(t.sitsIn),
    index('team_member_person').on(t.personId),
  ],
)

/** 评审小组 */
export const panelSeats = table(
  'panel_seat',
  {
    id: key(),
    tenderId: text()
      .notNull()
      .references(() => tenders.id),
    personId: text()
      .notNull()
      .references(() => persons.id),
    kind: oneOf(panelKinds).notNull(),
    ordinal: int().notNull(),
    state: oneOf(panelSeatStates).notNull(),
    drawSeed: text(),
    /** The seat of one who stood down, which this one fills. */
    replaces: text(),
    declaredAt: instant(),
    reason: text(),
    signedAt: instant(),
    dissent: text(),
  },
  (t) => [uniqueIndex('panel_seat_once').on(t.tenderId, t.personId)],
)
export const scoreSheets = table(
  'score_sheet',
  {
    id: key(),
    panelSeatId: text()
      .notNull()
      .references(() => panelSeats.id),
    tenderId: text().notNull(),
    state: oneOf(scoreSheetStates).notNull(),
    submittedAt: instant(),
    /** 先承诺后公开: the hash of what was locked, taken before anybody could see another's points. */
    hash: text(),
    /** Why it was handed back, and, unless it is for its facts, which scores alone may move. */
    returnGround: text(),
    returnedFor: json<Array<{ proposalId: string; criterionId: string }>>(),
  },
  (t) => [uniqueIndex('score_sheet_seat').on(t.panelSeatId), index('score_sheet_tender').on(t.tenderId)],
)
export const scores = table(
  'score',
  {
    id: key(),
    sheetId: text()
      .notNull()
      .references(() => scoreSheets.id),
    proposalId: text()
      .notNull()
      .references(() => proposals.id),
    criterionId: text()
      .notNull()
      .references(() => criteria.id),
    points: real().notNull(),
    /** The band chosen for each thing judged, where there are bands. */
    bands: json<string[]>(),
    comment: text(),
  },
  (t) => [
    uniqueIndex('score_once').on(t.sheetId, t.proposalId, t.criterionId),
    index('score_proposal').on(t.proposalId),
  ],
)

/** What the panel decides by majority: qualification, and a very low price. Never a score. */
export const panelVotes = table(
  'panel_vote',
  {
    id: key(),
    tenderId: text().notNull(),
    panelSeatId: text()
      .notNull()
      .references(() => panelSeats.id),
    proposalId: text()
      .notNull()
      .references(() => proposals.id),
    about: oneOf(panelVoteKinds).notNull(),
    passes: bool().notNull(),
    ground: text(),
    words: text(),
    /** Numbers of the listed conditions this member finds not met; the others he finds met. */
    failed: json<number[]>(),
    at: instant().notNull(),
  },
  (t) => [
    uniqueIndex('panel_vote_once').on(t.panelSeatId, t.proposalId, t.about),
    index('panel_vote_tender').on(t.tenderId),
  ],
)
/** 低价说明: a very low price is asked about before it is judged; the bidder's words and paper, by a set time. */
export const lowPriceAsks = table(
  'low_price_ask',
  {
    id: key(),
    tenderId: text()
      .notNull()
      .references(() => tenders.id),
    proposalId: text()
      .notNull()
      .references(() => proposals.id),
    askedAt: instant().notNull(),
    dueAt: instant().notNull(),
    words: text(),
    fileId: text(),
    answeredBy: text(),
    answeredAt: instant(),
  },
  (t) => [uniqueIndex('low_price_ask_once').on(t.proposalId), index('low_price_ask_tender').on(t.tenderId)],
)

/** 成交 */
export const awards = table(
  'award',
  {
    id: key(),
    tenderId: text()
      .notNull()
      .references(() => tenders.id),
    proposalId: text()
      .notNull()
      .references(() => proposals.id),
    /** Which evaluation it rests on: a second one begins where the first was opened again. */
    run: int().notNull().default(1),
    rank: int().notNull(),
    price: fen().notNull(),
    state: oneOf(awardStates).notNull(),
    proposedBy: text().notNull(),
    confirmedBy: text(),
    confirmedAt: instant(),
    /** Why not the first in rank. */
    reason: text(),
    /** 个人承接: why a person alone, and what was answered of each sign of employment. */
    alone: json<Record<string, unknown>>(),
    noticeNo: text(),
    notifiedAt: instant(),
    /** The last moment an objection is taken. */
    windowEndsAt: instant(),
    /** Why it was confirmed after its days had run out. */
    lateReason: text(),
    endReason: text(),
    endedAt: instant(),
    createdAt: instant().notNull(),
  },
  (t) => [uniqueIndex('award_proposal').on(t.proposalId, t.run), index('award_tender').on(t.tenderId)],
)
/** 质疑 */
export const challenges = table(
  'challenge',
  {
    id: key(),
    refNo: text().notNull(),
    tenderId: text()
      .notNull()
      .references(() => tenders.id),
    awardId: text(),
    challengerId: text().notNull(),
    submittedBy: text().notNull(),
    about: oneOf(challengeMatters).notNull().default('result'),
    /** The step of the course it is against. */
    step: oneOf(challengeSteps),
    items: text().notNull(),
    state: oneOf(challengeStates).notNull(),
    submittedAt: instant().notNull(),
    replyDueAt: instant().notNull(),
    reply: text(),
    repliedBy: text(),
    repliedAt: instant(),
    complaintEndsAt: instant(),
    remedy: oneOf(remedies),
  },
  (t) => [index('challenge_tender').on(t.tenderId)],
)
/** 投诉: to the district, by who was not content with the reply to a challenge. */
export const complaints = table(
  'complaint',
  {
    id: key(),
    refNo: text().notNull(),
    challengeId: text()
      .notNull()
      .references(() => challenges.id),
    tenderId: text()
      .notNull()
      .references(() => tenders.id),
    complainantId: text().notNull(),
    filedBy: text().notNull(),
    items: text().notNull(),
    /** Which of the challenge's items it takes up, by their number; none of its own. */
    points: json<number[]>(),
    state: oneOf(complaintStates).notNull(),
    filedAt: instant().notNull(),
    acceptedBy: text(),
    acceptedAt: instant(),
    dueAt: instant(),
    outcome: oneOf(complaintOutcomes),
    remedy: oneOf(remedies),
    /** 暂停采购活动 by the district, at most thirty days in all. */
    suspendedAt: instant(),
    suspendedUntil: instant(),
    suspendedBy: text(),
    suspendGround: text(),
    /** 投诉书副本: when it went to the buyer and to whom the award concerns. */
    copiesAt: instant(),
    resumedAt: instant(),
    decision: text(),
    decidedBy: text(),
    decidedAt: instant(),
  },
  (t) => [uniqueIndex('complaint_challenge').on(t.challengeId), index('complaint_tender').on(t.tenderId)],
)

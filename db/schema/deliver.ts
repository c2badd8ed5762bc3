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
  real,
  table,
  text,
  uniqueIndex,
} from '../dialect.ts'
import {
  acceptanceStates,
  bankLineStates,
  bankLineWhys,
  bankOutcomes,
  changeRationales,
  changeStates,
  contractStates,
  diaryKinds,
  type Fen,
  findingKinds,
  findingStates,
  linkageSectors,
  milestoneGates,
  milestoneStates,
  opinionChannels,
  paymentStates,
  terminationCauses,
  voucherKinds,
} from '../vocabulary.ts'
import { awards, plans, tenders } from './buy.ts'
import { budgetLines } from './treasury.ts'
import { parties, persons } from './who.ts'

/** 合同 */
export const contracts = table(
  'contract',
  {
    id: key(),
    refNo: text().notNull(),
    planId: text()
      .notNull()
      .references(() => plans.id),
    tenderId: text()
      .notNull()
      .references(() => tenders.id),
    awardId: text()
      .notNull()
      .references(() => awards.id),
    buyerId: text()
      .notNull()
      .references(() => parties.id),
    supplierId: text()
      .notNull()
      .references(() => parties.id),
    /** Who receives the money: the supplier, or the custodian of a group or a person. */
    payeeId: text().references(() => parties.id),
    lineId: text()
      .notNull()
      .references(() => budgetLines.id),
    title: text().notNull(),
    price: fen().notNull(),
    from: text('from_date').notNull(),
    to: text('to_date').notNull(),
    template: text().notNull(),
    clauses: json<Array<{ heading: string; words: string; secret?: boolean }>>().notNull(),
    bodyHash: text(),
    state: oneOf(contractStates).notNull(),
    draftedBy: text().notNull(),
    supplierSignerId: text(),
    supplierSignedAt: instant(),
    buyerSignerId: text(),
    buyerSignedAt: instant(),
    publishedAt: instant(),
    endReason: text(),
    endedAt: instant(),
    /** What the supplier owes back after a termination, and why it is not what the rule computes. */
    recovered: fen(),
    recoveryGround: text(),
    terminatedBy: text(),
    /** 主体、关键性工作: codes of the indicators that may not be subcontracted. */
    core: json<string[]>(),
    /** 解除原因, and the finding it stands on where that is 转包. */
    endCause: oneOf(terminationCauses),
    endFindingId: text(),
    /** 1+1+1: which year of its plan it is for, and the contract of the year before. */
    year: int().notNull().default(1),
    renewsId: text(),
    createdAt: instant().notNull(),
  },
  (t) => [
    uniqueIndex('contract_ref').on(t.refNo),
    uniqueIndex('contract_award').on(t.awardId, t.year),
    index('contract_plan').on(t.planId),
    check('contract_price', sql`${t.price} > 0`),
  ],
)
export const indicators = table(
  'indicator',
  {
    id: key(),
    contractId: text()
      .notNull()
      .references(() => contracts.id),
    code: text().notNull(),
    name: text().notNull(),
    unit: text().notNull(),
    target: real().notNull(),
  },
  (t) => [uniqueIndex('indicator_code').on(t.contractId, t.code)],
)
/** 联动卡: goal, duty and contribution of each sector, confirmed by each before signing. */
export const linkages = table(
  'linkage',
  {
    id: key(),
    contractId: text()
      .notNull()
      .references(() => contracts.id),
    sector: oneOf(linkageSectors).notNull(),
    partyId: text(),
    personId: text(),
    goal: text().notNull(),
    duty: text().notNull(),
    contribution: text().notNull(),
    confirmedBy: text(),
    confirmedAt: instant(),
  },
  (t) => [uniqueIndex('linkage_sector').on(t.contractId, t.sector)],
)

/** One deliverable of a contract, paid for when its gate is passed. */
export const milestones = table(
  'milestone',
  {
    id: key(),
    contractId: text()
      .notNull()
      .references(() => contracts.id),
    ordinal: int().notNull(),
    title: text().notNull(),
    gate: oneOf(milestoneGates).notNull(),
    percent: int().notNull(),
    price: fen().notNull(),
    withheld: fen(),
    dueOn: text().notNull(),
    state: oneOf(milestoneStates).notNull(),
    claimedBy: text(),
    claimedAt: instant(),
    claim: text(),
    checkedBy: text(),
    checkedAt: instant(),
    finding: text(),
    acceptedAt: instant(),
    returnReason: text(),
  },
  (t) => [
    uniqueIndex('milestone_order').on(t.contractId, t.ordinal),
    check('milestone_price', sql`${t.price} > 0`),
  ],
)
/** What the indicators stood at when a milestone was claimed. */
export const indicatorReadings = table(
  'indicator_reading',
  {
    id: key(),
    milestoneId: text()
      .notNull()
      .references(() => milestones.id),
    indicatorId: text()
      .notNull()
      .references(() => indicators.id),
    value: real().notNull(),
  },
  (t) => [uniqueIndex('indicator_reading_once').on(t.milestoneId, t.indicatorId)],
)

/** 服务对象: someone served, known to the project only; never on a public page. */
export const serviceUsers = table(
  'service_user',
  {
    id: key(),
    contractId: text()
      .notNull()
      .references(() => contracts.id),
    personId: text().references(() => persons.id),
    label: text().notNull(),
    phoneHash: text(),
    addedBy: text().notNull(),
    createdAt: instant().notNull(),
  },
  (t) => [index('service_user_contract').on(t.contractId), index('service_user_person').on(t.personId)],
)
/** 服务日志 */
export const diaryEntries = table(
  'diary_entry',
  {
    id: key(),
    contractId: text()
      .notNull()
      .references(() => contracts.id),
    kind: oneOf(diaryKinds).notNull(),
    heldOn: text().notNull(),
    title: text().notNull(),
    words: text().notNull(),
    personTimes: int().notNull(),
    minutes: int().notNull(),
    recordedBy: text().notNull(),
    /** Made when the form was opened: the same form sent again is the same entry. */
    formId: text(),
    /** 个案: the file it belongs to; then nothing but the count stands here. */
    caseId: text(),
    createdAt: instant().notNull(),
  },
  (t) => [
    index('diary_entry_contract').on(t.contractId, t.heldOn),
    uniqueIndex('diary_entry_form').on(t.contractId, t.formId),
  ],
)
export const attendances = table(
  'attendance',
  {
    id: key(),
    diaryEntryId: text()
      .notNull()
      .references(() => diaryEntries.id),
    serviceUserId: text()
      .notNull()
      .references(() => serviceUsers.id),
  },
  (t) => [uniqueIndex('attendance_once').on(t.diaryEntryId, t.serviceUserId)],
)

/** What an acceptance was concluded on: the part's price and what is payable of it, the centre's finding, each indicator as it was claimed. */
export type AcceptanceFound = {
  price: Fen
  payable: Fen
  finding: string | null
  readings: Array<{ id: string; code: string; name: string; unit: string; target: number; value: number }>
}
/** 验收 (实施条例 第四十五条) */
export const acceptances = table(
  'acceptance',
  {
    id: key(),
    milestoneId: text()
      .notNull()
      .references(() => milestones.id),
    state: oneOf(acceptanceStates).notNull(),
    required: int().notNull(),
    openedBy: text().notNull(),
    openedAt: instant().notNull(),
    met: int(),
    satisfaction: real(),
    finding: text(),
    concludedAt: instant(),
    publishedAt: instant(),
    /** What it was concluded on: later changes of the contract, and later claims, leave it as it was. Empty on one from before it was kept. */
    found: json<AcceptanceFound>(),
    /** What the order of whom to hear was drawn with; empty on one from before there was a draw. */
    seed: text(),
    /** 重新验收: a result that no longer stands, why and since when. */
    reopenedAt: instant(),
    reopenReason: text(),
  },
  (t) => [index('acceptance_milestone').on(t.milestoneId)],
)
export const acceptanceOpinions = table(
  'acceptance_opinion',
  {
    id: key(),
    acceptanceId: text()
      .notNull()
      .references(() => acceptances.id),
    serviceUserId: text()
      .notNull()
      .references(() => serviceUsers.id),
    channel: oneOf(opinionChannels).notNull(),
    level: int().notNull(),
    words: text(),
    enteredBy: text(),
    at: instant().notNull(),
  },
  (t) => [uniqueIndex('acceptance_opinion_once').on(t.acceptanceId, t.serviceUserId)],
)
/** The acceptance group: street_acceptor, committee_director and centre_officer sign each for himself. */
export const acceptanceSigns = table(
  'acceptance_sign',
  {
    id: key(),
    acceptanceId: text()
      .notNull()
      .references(() => acceptances.id),
    role: text().notNull(),
    personId: text().notNull(),
    met: int().notNull(),
    words: text().notNull(),
    at: instant().notNull(),
  },
  (t) => [uniqueIndex('acceptance_sign_role').on(t.acceptanceId, t.role)],
)

/** 检查发现 */
export const findings = table(
  'finding',
  {
    id: key(),
    contractId: text()
      .notNull()
      .references(() => contracts.id),
    raisedBy: text().notNull(),
    raisedRole: text().notNull(),
    raisedPartyId: text().notNull(),
    words: text().notNull(),
    kind: oneOf(findingKinds).notNull().default('ordinary'),
    /** 暂缓拨付: no money of the contract moves on until it is put right and verified. */
    freezes: bool().notNull().default(false),
    state: oneOf(findingStates).notNull(),
    dueAt: instant(),
    proof: text(),
    closing: text(),
    createdAt: instant().notNull(),
  },
  (t) => [index('finding_contract').on(t.contractId)],
)

/** 资金拨付: one request a milestone that lives; different people at each step. */
export const payments = table(
  'payment',
  {
    id: key(),
    refNo: text().notNull(),
    contractId: text()
      .notNull()
      .references(() => contracts.id),
    milestoneId: text()
      .notNull()
      .references(() => milestones.id),
    amount: fen().notNull(),
    state: oneOf(paymentStates).notNull(),
    invoiceNo: text().notNull(),
    payeeName: text().notNull(),
    accountTail: text().notNull(),
    requestedBy: text().notNull(),
    requestedAt: instant().notNull(),
    dueAt: instant().notNull(),
    checkedBy: text(),
    checkedAt: instant(),
    approvedBy: text(),
    approvedAt: instant(),
    submittedBy: text(),
    submittedAt: instant(),
    voucherYear: int(),
    voucherNo: text(),
    voucherOn: text(),
    bankReceiptNo: text(),
    paidAt: instant(),
    confirmedBy: text(),
    correctedBy: text(),
    correctedAt: instant(),
    /** When its account was last made another one. */
    accountChangedAt: instant(),
    reason: text(),
    /** The invoice's own bytes: what their hash is, and which file holds them. */
    invoiceHash: text(),
    invoiceFileId: text(),
    /** 支付申请表 as it was signed: sha256 of what stands on it. */
    applicationHash: text(),
    /** The day the bank says it paid, where its list told it. */
    paidOn: text(),
    /** The online provider it was last sent out by; null: by the treasury's voucher. */
    provider: text(),
    /** The call by which its money, held at the provider, is sent on to the payee; null: none is held. */
    releaseKey: text(),
    /** How often the payer's bank took it back after it was paid. */
    losses: int().notNull().default(0),
  },
  (t) => [
    uniqueIndex('payment_ref').on(t.refNo),
    index('payment_voucher').on(t.voucherYear, t.voucherNo),
    uniqueIndex('payment_live').on(t.milestoneId).where(sql`state <> 'declined'`),
    index('payment_contract').on(t.contractId),
    index('payment_milestone').on(t.milestoneId),
    index('payment_invoice').on(t.invoiceNo),
    index('payment_invoice_hash').on(t.invoiceHash),
    check('payment_amount', sql`${t.amount} > 0`),
  ],
)
/** 国库支付凭证: every voucher ever issued for a payment; a number serves once, even if the bank sent it back. */
export const vouchers = table(
  'voucher',
  {
    id: key(),
    paymentId: text()
      .notNull()
      .references(() => payments.id),
    year: int().notNull(),
    no: text().notNull(),
    dated: text().notNull(),
    issuedBy: text().notNull(),
    issuedAt: instant().notNull(),
    accountTail: text().notNull(),
    returnedAt: instant(),
    returnReason: text(),
    /** Whose zero-balance account pays; empty only on a voucher from before this was asked. */
    payerId: text().notNull().default(''),
    /** When the application went to the payment centre. */
    sentOn: text(),
    kind: oneOf(voucherKinds),
    payerTail: text(),
    amount: fen(),
    /** 凭证扫描件: what the bytes' hash is, and which file holds them. */
    scanHash: text(),
    scanFileId: text(),
  },
  (t) => [
    uniqueIndex('voucher_once').on(t.year, t.no, t.payerId),
    index('voucher_payment').on(t.paymentId),
    index('voucher_scan').on(t.scanHash),
  ],
)
/** 银行明细表: one file the bank gave, brought in whole or not at all. */
export const bankLists = table(
  'bank_list',
  {
    id: key(),
    refNo: text().notNull(),
    buyerId: text()
      .notNull()
      .references(() => parties.id),
    hash: text().notNull(),
    lines: int().notNull(),
    matched: int().notNull(),
    broughtBy: text().notNull(),
    at: instant().notNull(),
  },
  (t) => [uniqueIndex('bank_list_ref').on(t.refNo), uniqueIndex('bank_list_once').on(t.buyerId, t.hash)],
)
/** A line of it: matched on voucher, sum and payee, or waiting until a person matches it or sets it aside. */
export const bankLines = table(
  'bank_line',
  {
    id: key(),
    listId: text()
      .notNull()
      .references(() => bankLists.id),
    buyerId: text().notNull(),
    lineNo: int().notNull(),
    voucherYear: int().notNull(),
    voucherNo: text().notNull(),
    payeeName: text().notNull(),
    amount: fen().notNull(),
    outcome: oneOf(bankOutcomes).notNull(),
    /** 回单号, and for what came back the bank's own number of it. */
    receiptNo: text().notNull(),
    on: text('on_date').notNull(),
    reason: text(),
    state: oneOf(bankLineStates).notNull(),
    why: oneOf(bankLineWhys),
    paymentId: text().references(() => payments.id),
    /** 订单月结 instead of a payment of a contract. */
    settlementId: text(),
    settledBy: text(),
    settledAt: instant(),
    settleReason: text(),
  },
  (t) => [
    uniqueIndex('bank_line_once').on(t.buyerId, t.receiptNo),
    index('bank_line_list').on(t.listId),
    index('bank_line_waiting').on(t.buyerId, t.state),
    check('bank_line_amount', sql`${t.amount} > 0`),
  ],
)
/** 追回款: what came back to the treasury after a termination, each with its receipt. */
export const recoveries = table(
  'recovery',
  {
    id: key(),
    refNo: text().notNull(),
    contractId: text()
      .notNull()
      .references(() => contracts.id),
    amount: fen().notNull(),
    year: int().notNull(),
    no: text().notNull(),
    receivedOn: text().notNull(),
    registeredBy: text().notNull(),
    at: instant().notNull(),
  },
  (t) => [
    uniqueIndex('recovery_ref').on(t.refNo),
    uniqueIndex('recovery_receipt').on(t.year, t.no),
    index('recovery_contract').on(t.contractId),
    check('recovery_amount', sql`${t.amount} > 0`),
  ],
)

/** 合同变更: price, term, indicators or the named social worker; never the subject, never the supplier. */
export const contractChanges = table(
  'contract_change',
  {
    id: key(),
    refNo: text().notNull(),
    contractId: text()
      .notNull()
      .references(() => contracts.id),
    state: oneOf(changeStates).notNull(),
    /** Null in what was drafted before there were codes. */
    rationale: oneOf(changeRationales),
    reason: text().notNull(),
    /** 分, signed: what the price grows or falls by. */
    priceBy: fen(),
    toWas: text(),
    to: text('to_date'),
    indicators: json<Array<{ code: string; was: number; target: number }>>().notNull(),
    workerWas: text(),
    workerId: text(),
    draftedBy: text().notNull(),
    draftedParty: text().notNull(),
    draftedAt: instant().notNull(),
    opinion: text(),
    opinionFor: int(),
    opinionBy: text(),
    opinionAt: instant(),
    decision: text(),
    decidedBy: text(),
    decidedAt: instant(),
    hash: text(),
    /** 居委会知悉: where another social worker is named, the committee on the card acknowledges it first. */
    acknowledgedBy: text(),
    acknowledgedAt: instant(),
  },
  (t) => [
    uniqueIndex('contract_change_ref').on(t.refNo),
    uniqueIndex('contract_change_live').on(t.contractId).where(sql`state = 'draft'`),
    index('contract_change_contract').on(t.contractId),
  ],
)

import { sql } from 'drizzle-orm'
import {
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
  giftKinds,
  giftStates,
  potStates,
  providerCallKinds,
  providerCallStates,
  providerEventStates,
} from '../vocabulary.ts'
import { contracts, milestones, payments } from './deliver.ts'
import { budgetLines } from './treasury.ts'
import { parties } from './who.ts'

/** 公开募捐资格证书 of an organisation, as the civil affairs office entered it. */
export const fundraisingCertificates = table(
  'fundraising_certificate',
  {
    id: key(),
    partyId: text()
      .notNull()
      .references(() => parties.id),
    no: text().notNull(),
    from: text('from_date').notNull(),
    to: text('to_date').notNull(),
    enteredBy: text().notNull(),
    at: instant().notNull(),
  },
  (t) => [uniqueIndex('fundraising_certificate_no').on(t.no)],
)

/** 共建需求: what a project under way could use beside its contract, for one part of the work; its money has a line of its own. */
export const pots = table(
  'pot',
  {
    id: key(),
    refNo: text().notNull(),
    contractId: text()
      .notNull()
      .references(() => contracts.id),
    milestoneId: text()
      .notNull()
      .references(() => milestones.id),
    /** 受赠人: the body that signs the agreements and is paid when the part is accepted. */
    receiverId: text()
      .notNull()
      .references(() => parties.id),
    lineId: text()
      .notNull()
      .references(() => budgetLines.id),
    title: text().notNull(),
    purpose: text().notNull(),
    wanted: fen().notNull(),
    state: oneOf(potStates).notNull(),
    openedBy: text().notNull(),
    openedAt: instant().notNull(),
    closedAt: instant(),
    /** 公开募捐: where it is held, by which certificate and filing; empty: gifts by named agreement only. */
    certificateNo: text(),
    filingNo: text(),
    platform: text(),
    platformUrl: text(),
  },
  (t) => [
    uniqueIndex('pot_ref').on(t.refNo),
    index('pot_contract').on(t.contractId),
    check('pot_wanted', sql`${t.wanted} > 0`),
  ],
)
/** 共同出资、定向捐赠: one agreement between who gives and who receives. */
export const gifts = table(
  'gift',
  {
    id: key(),
    refNo: text().notNull(),
    potId: text()
      .notNull()
      .references(() => pots.id),
    kind: oneOf(giftKinds).notNull(),
    payerId: text().notNull(),
    payerPartyId: text().references(() => parties.id),
    /** What the public page calls the giver; null: a giver who would not be named. */
    shownAs: text(),
    amount: fen().notNull(),
    /** The agreement as both signed it, and its sha256. */
    agreement: json<Array<{ heading: string; words: string }>>().notNull(),
    agreementHash: text().notNull(),
    state: oneOf(giftStates).notNull(),
    pledgedAt: instant().notNull(),
    answeredBy: text(),
    answeredAt: instant(),
    declineReason: text(),
    withdrawnAt: instant(),
    /** When its money was first told to be there. */
    receivedAt: instant(),
    releasedBy: text(),
    releasedAt: instant(),
    refundedBy: text(),
    refundedAt: instant(),
    refundReason: text(),
  },
  (t) => [
    uniqueIndex('gift_ref').on(t.refNo),
    index('gift_pot').on(t.potId),
    index('gift_payer').on(t.payerId),
    check('gift_amount', sql`${t.amount} > 0`),
  ],
)
/** What is asked of a provider, written in the transaction that decided it and asked after: its key stays for every retry. */
export const providerCalls = table(
  'provider_call',
  {
    id: key(),
    provider: text().notNull(),
    callKey: text().notNull(),
    kind: oneOf(providerCallKinds).notNull(),
    giftId: text().references(() => gifts.id),
    paymentId: text().references(() => payments.id),
    partyId: text().references(() => parties.id),
    amount: fen(),
    /** The release that a reversal takes back. */
    of: text('of_key'),
    reason: text(),
    state: oneOf(providerCallStates).notNull(),
    attempts: int().notNull().default(0),
    ref: text(),
    /** Where the payer goes, or where a payee is asked for what is missing. */
    goTo: text(),
    lastError: text(),
    notBefore: instant(),
    createdAt: instant().notNull(),
    doneAt: instant(),
  },
  (t) => [
    uniqueIndex('provider_call_key').on(t.provider, t.callKey),
    index('provider_call_state').on(t.state),
    index('provider_call_gift').on(t.giftId),
    index('provider_call_payment').on(t.paymentId),
  ],
)
/** What a provider told, once by its own id; nothing in it is believed before the provider was read again. */
export const providerEvents = table(
  'provider_event',
  {
    id: key(),
    provider: text().notNull(),
    eventId: text().notNull(),
    type: text().notNull(),
    /** Our key, or the provider's own reference of what it is about; null: nothing of ours. */
    about: text(),
    state: oneOf(providerEventStates).notNull(),
    attempts: int().notNull().default(0),
    lastError: text(),
    at: instant().notNull(),
    doneAt: instant(),
  },
  (t) => [
    uniqueIndex('provider_event_once').on(t.provider, t.eventId),
    index('provider_event_state').on(t.state),
  ],
)
/** One thing that happened outside, booked once however often and by whichever event it was told. */
export const providerFacts = table(
  'provider_fact',
  {
    id: key(),
    provider: text().notNull(),
    factId: text().notNull(),
    kind: text().notNull(),
    factKey: text().notNull(),
    giftId: text()
      .notNull()
      .references(() => gifts.id),
    amount: fen().notNull(),
    fee: fen(),
    proof: text().notNull(),
    happenedAt: instant().notNull(),
    settledAmount: int(),
    settledCurrency: text(),
    rate: real(),
    reason: text(),
    bookedAt: instant().notNull(),
  },
  (t) => [
    uniqueIndex('provider_fact_once').on(t.provider, t.factId),
    index('provider_fact_gift').on(t.giftId),
    index('provider_fact_at').on(t.happenedAt),
  ],
)
/** One thing that happened outside to a contract's payment that a buyer sent out online, booked once. */
export const paymentFacts = table(
  'payment_fact',
  {
    id: key(),
    provider: text().notNull(),
    factId: text().notNull(),
    kind: text().notNull(),
    factKey: text().notNull(),
    paymentId: text()
      .notNull()
      .references(() => payments.id),
    amount: fen().notNull(),
    fee: fen(),
    proof: text().notNull(),
    happenedAt: instant().notNull(),
    reason: text(),
    bookedAt: instant().notNull(),
  },
  (t) => [
    uniqueIndex('payment_fact_once').on(t.provider, t.factId),
    index('payment_fact_payment').on(t.paymentId),
    index('payment_fact_at').on(t.happenedAt),
  ],
)
/** The account of a body at a provider, where its share is paid to. */
export const payeeAccounts = table(
  'payee_account',
  {
    id: key(),
    provider: text().notNull(),
    partyId: text()
      .notNull()
      .references(() => parties.id),
    ref: text(),
    ready: int().notNull().default(0),
    askedBy: text().notNull(),
    at: instant().notNull(),
  },
  (t) => [uniqueIndex('payee_account_once').on(t.provider, t.partyId)],
)
/** 对账: our books of a day against the provider's. */
export const reconciliations = table(
  'reconciliation',
  {
    id: key(),
    provider: text().notNull(),
    day: text().notNull(),
    matched: int().notNull(),
    differing: int().notNull(),
    rows: json<
      Array<{ kind: string; key: string; proof: string; ours: number | null; theirs: number | null }>
    >().notNull(),
    at: instant().notNull(),
  },
  (t) => [uniqueIndex('reconciliation_day').on(t.provider, t.day)],
)
/** What the demonstration's stand-in for a provider remembers. */
export const standIns = table('stand_in', {
  id: text().primaryKey(),
  state: json<Record<string, unknown>>().notNull(),
})

import { sql } from 'drizzle-orm'
import { bool, check, fen, index, instant, int, key, oneOf, table, text, uniqueIndex } from '../dialect.ts'
import {
  bookingStates,
  hourAccountKinds,
  hourCloseCauses,
  hourEntryKinds,
  hourServiceKinds,
  hourServiceStates,
  hourTasks,
  offerKinds,
  offerStates,
  offerUseStates,
  resourceKinds,
} from '../vocabulary.ts'
import { plans } from './buy.ts'
import { frameworks } from './framework.ts'
import { parties, persons } from './who.ts'

/** 义工银行的承办单位: one registered organisation at a time, appointed by the district. */
export const hourBanks = table(
  'hour_bank',
  {
    id: key(),
    /** What it is the bank of: one word, so that the database refuses a second that is open. */
    scope: text().notNull().default('district'),
    partyId: text()
      .notNull()
      .references(() => parties.id),
    ground: text().notNull(),
    appointedBy: text().notNull(),
    since: instant().notNull(),
    until: instant(),
  },
  (t) => [uniqueIndex('hour_bank_open').on(t.scope).where(sql`until is null`)],
)
/** 时长账户: of a person, and the bank's own three: the pool, what is kept for an agreed service, what was issued. */
export const hourAccounts = table(
  'hour_account',
  {
    id: key(),
    kind: oneOf(hourAccountKinds).notNull(),
    personId: text().references(() => persons.id),
    /** What stands here, in minutes, moved with every posting: the database refuses to go below nothing. */
    minutes: int().notNull().default(0),
    openedAt: instant().notNull(),
    /** 志愿服务条例 第十七条: insured until this day, and by which policy. */
    insuredUntil: text(),
    policyNo: text(),
    heirId: text(),
    closedAt: instant(),
    closedCause: oneOf(hourCloseCauses),
    closedGround: text(),
    closedBy: text(),
  },
  (t) => [
    uniqueIndex('hour_account_person').on(t.personId),
    check('hour_account_not_overdrawn', sql`${t.kind} = 'issued' or ${t.minutes} >= 0`),
    check('hour_account_owner', sql`(${t.kind} = 'person') = (${t.personId} is not null)`),
  ],
)
/** One fact of the bank; its postings sum to nought. */
export const hourEntries = table(
  'hour_entry',
  {
    id: key(),
    kind: oneOf(hourEntryKinds).notNull(),
    /** The fact that made it, once: `confirm:<service>`. */
    source: text().notNull(),
    serviceId: text(),
    /** 更正: the entry this one takes back. */
    reversesId: text(),
    memo: text(),
    by: text('by_id').notNull(),
    at: instant().notNull(),
  },
  (t) => [
    uniqueIndex('hour_entry_source').on(t.source),
    uniqueIndex('hour_entry_reversed').on(t.reversesId),
    index('hour_entry_service').on(t.serviceId),
  ],
)
export const hourPostings = table(
  'hour_posting',
  {
    id: key(),
    entryId: text()
      .notNull()
      .references(() => hourEntries.id),
    accountId: text()
      .notNull()
      .references(() => hourAccounts.id),
    /** Minutes, signed: into the account is positive. */
    minutes: int().notNull(),
  },
  (t) => [
    index('hour_posting_entry').on(t.entryId),
    index('hour_posting_account').on(t.accountId),
    check('hour_posting_minutes', sql`${t.minutes} <> 0`),
  ],
)
/** 一次志愿服务: for a body that hosts it, or for a neighbour who asked; counted when the other side said so. */
export const hourServices = table(
  'hour_service',
  {
    id: key(),
    refNo: text().notNull(),
    kind: oneOf(hourServiceKinds).notNull(),
    task: oneOf(hourTasks).notNull(),
    words: text().notNull(),
    communityId: text(),
    hostId: text().references(() => parties.id),
    askerId: text().references(() => persons.id),
    volunteerId: text().references(() => persons.id),
    servedOn: text().notNull(),
    /** Asked for, and kept of the asker's hours. */
    planned: int(),
    minutes: int(),
    state: oneOf(hourServiceStates).notNull(),
    madeAt: instant().notNull(),
    takenAt: instant(),
    claimedAt: instant(),
    decidedBy: text(),
    decidedAt: instant(),
    reason: text(),
    /** 重复申报核查: what whoever audits found. */
    auditedBy: text(),
    auditedAt: instant(),
    auditWords: text(),
  },
  (t) => [
    uniqueIndex('hour_service_ref').on(t.refNo),
    index('hour_service_volunteer').on(t.volunteerId, t.servedOn),
    index('hour_service_asker').on(t.askerId),
    index('hour_service_host').on(t.hostId, t.state),
    index('hour_service_state').on(t.state),
    check('hour_service_minutes', sql`${t.minutes} > 0`),
    check('hour_service_planned', sql`${t.planned} > 0`),
  ],
)

/** 爱心商家、实物捐助: what a body gives beside the public purse, for one project or one agreement. */
export const offers = table(
  'partner_offer',
  {
    id: key(),
    refNo: text().notNull(),
    partyId: text()
      .notNull()
      .references(() => parties.id),
    kind: oneOf(offerKinds).notNull(),
    title: text().notNull(),
    words: text().notNull(),
    planId: text().references(() => plans.id),
    frameworkId: text().references(() => frameworks.id),
    /** How many times it may be used, or how many pieces are pledged. */
    quantity: int().notNull(),
    /** 申报价值, 分 for each: never booked with fiscal money. */
    unitValue: fen().notNull(),
    valueGround: text().notNull(),
    from: text('from_date').notNull(),
    to: text('to_date').notNull(),
    state: oneOf(offerStates).notNull(),
    postedBy: text().notNull(),
    postedAt: instant().notNull(),
    decidedBy: text(),
    decidedAt: instant(),
    reason: text(),
    endedAt: instant(),
    /** How many of them are spoken for: the database refuses one past the last. */
    taken: int().notNull().default(0),
  },
  (t) => [
    uniqueIndex('partner_offer_ref').on(t.refNo),
    index('partner_offer_party').on(t.partyId),
    index('partner_offer_plan').on(t.planId),
    index('partner_offer_framework').on(t.frameworkId),
    check('partner_offer_quantity', sql`${t.quantity} > 0`),
    check('partner_offer_taken', sql`${t.taken} >= 0 and ${t.taken} <= ${t.quantity}`),
    check('partner_offer_value', sql`${t.unitValue} > 0`),
  ],
)
/** One use of a discount by a person, or one delivery of pledged goods to the body that received them. */
export const offerUses = table(
  'partner_offer_use',
  {
    id: key(),
    offerId: text()
      .notNull()
      .references(() => offers.id),
    personId: text().references(() => persons.id),
    receiverId: text().references(() => parties.id),
    /** Pieces; a use is one. */
    quantity: int().notNull(),
    code: text(),
    receiptNo: text(),
    state: oneOf(offerUseStates).notNull(),
    takenAt: instant().notNull(),
    countedBy: text(),
    countedAt: instant(),
  },
  (t) => [
    uniqueIndex('partner_offer_use_once').on(t.offerId, t.personId),
    uniqueIndex('partner_offer_use_code').on(t.offerId, t.code),
    uniqueIndex('partner_offer_use_receipt').on(t.offerId, t.receiptNo),
    check('partner_offer_use_quantity', sql`${t.quantity} > 0`),
  ],
)

/** 资源清单: rooms, equipment, trainers and facilities that a body lends. */
export const resources = table(
  'resource',
  {
    id: key(),
    refNo: text().notNull(),
    ownerId: text()
      .notNull()
      .references(() => parties.id),
    kind: oneOf(resourceKinds).notNull(),
    name: text().notNull(),
    words: text().notNull(),
    address: text().notNull(),
    /** Lent by the hour between these two; null: by the day. */
    opens: int(),
    closes: int(),
    listed: bool().notNull().default(true),
    addedBy: text().notNull(),
    addedAt: instant().notNull(),
  },
  (t) => [uniqueIndex('resource_ref').on(t.refNo), index('resource_owner').on(t.ownerId)],
)
/** 借用、预约: asked for, lent, brought back. */
export const bookings = table(
  'resource_booking',
  {
    id: key(),
    refNo: text().notNull(),
    resourceId: text()
      .notNull()
      .references(() => resources.id),
    personId: text()
      .notNull()
      .references(() => persons.id),
    /** The body he asks for, where he sits at one. */
    partyId: text(),
    purpose: text().notNull(),
    /** First and last slot: `2026-04-10T09` by the hour, `2026-04-10` by the day. */
    first: text('first_slot').notNull(),
    last: text('last_slot').notNull(),
    state: oneOf(bookingStates).notNull(),
    askedAt: instant().notNull(),
    decidedBy: text(),
    decidedAt: instant(),
    reason: text(),
    returnedAt: instant(),
    condition: text(),
  },
  (t) => [
    uniqueIndex('resource_booking_ref').on(t.refNo),
    index('resource_booking_resource').on(t.resourceId, t.state),
    index('resource_booking_person').on(t.personId),
  ],
)
/** 占用: one row a slot, so that the database itself refuses a second booking of it. */
export const bookingSlots = table(
  'resource_slot',
  {
    id: key(),
    resourceId: text()
      .notNull()
      .references(() => resources.id),
    bookingId: text()
      .notNull()
      .references(() => bookings.id),
    slot: text().notNull(),
  },
  (t) => [
    uniqueIndex('resource_slot_once').on(t.resourceId, t.slot),
    index('resource_slot_booking').on(t.bookingId),
  ],
)

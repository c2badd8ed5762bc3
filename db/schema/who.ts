import { bool, index, instant, int, json, key, oneOf, table, text, uniqueIndex } from '../dialect.ts'
import {
  ageBands,
  certLevels,
  creditStates,
  inspectionResults,
  listKinds,
  organisationForms,
  partyKinds,
  registrationKinds,
  roles,
  sanctionStates,
} from '../vocabulary.ts'
import { places } from './where.ts'

/** Any body that can hold a seat: office, centre, committee, station, organisation, group. */
export const parties = table(
  'party',
  {
    id: key(),
    kind: oneOf(partyKinds).notNull(),
    name: text().notNull(),
    nameEn: text(),
    uscc: text(),
    /** Why a credit code that fails its check digit was accepted all the same. */
    usccOverride: text(),
    placeId: text().references(() => places.id),
    /** The street office a committee, station or centre answers to. */
    streetId: text(),
    form: oneOf(organisationForms),
    grade: text(),
    gradeUntil: text(),
    registeredYear: int(),
    credit: oneOf(creditStates).notNull().default('normal'),
    creditSince: text(),
    creditNote: text(),
    custodianId: text(),
    /** 登记证书有效期, and when it was struck off the register. */
    certificateUntil: text(),
    deregisteredOn: text(),
    registration: oneOf(registrationKinds),
    /** 业务主管单位, of a body under dual management. */
    supervisorName: text(),
    decoupledOn: text(),
    /** 备案: of a community group, which has no legal person of its own. */
    filedWith: text(),
    filedOn: text(),
    /** 年度确认: when its signer last confirmed what is registered of it. */
    reconfirmedOn: text(),
    /** Of an `individual` party: the licensed social worker who bids alone. */
    personId: text(),
    fields: json<string[]>(),
    profile: json<Record<string, unknown>>(),
    createdAt: instant().notNull(),
  },
  (t) => [uniqueIndex('party_uscc').on(t.uscc), index('party_place').on(t.placeId)],
)

/** 年度检查: one result a year, from the day it was concluded. */
export const inspections = table(
  'annual_inspection',
  {
    id: key(),
    partyId: text()
      .notNull()
      .references(() => parties.id),
    year: int().notNull(),
    result: oneOf(inspectionResults).notNull(),
    concludedOn: text().notNull(),
    enteredBy: text(),
    at: instant().notNull(),
  },
  (t) => [uniqueIndex('annual_inspection_year').on(t.partyId, t.year)],
)
/** 名录: a body stands on a list from a date until it is taken off. */
export const listings = table(
  'listing',
  {
    id: key(),
    partyId: text()
      .notNull()
      .references(() => parties.id),
    list: oneOf(listKinds).notNull(),
    from: text('from_date').notNull(),
    ground: text().notNull(),
    enteredBy: text(),
    /** The first day it no longer stands there. */
    to: text('to_date'),
    liftGround: text(),
    liftedBy: text(),
    at: instant().notNull(),
  },
  (t) => [index('listing_party').on(t.partyId)],
)
/** 禁止参加采购 (政府采购法 第七十七条): reported, heard, decided by separate people; in force by its dates. */
export const sanctions = table(
  'sanction',
  {
    id: key(),
    refNo: text().notNull(),
    partyId: text()
      .notNull()
      .references(() => parties.id),
    ground: text().notNull(),
    facts: text().notNull(),
    state: oneOf(sanctionStates).notNull(),
    reportedBy: text().notNull(),
    reporterId: text().notNull(),
    reportedAt: instant().notNull(),
    servedBy: text(),
    servedAt: instant(),
    defenceEndsAt: instant(),
    defence: text(),
    defendedBy: text(),
    defendedAt: instant(),
    decidedBy: text(),
    decidedAt: instant(),
    decision: text(),
    from: text('from_date'),
    /** The last day it is in force. */
    to: text('to_date'),
    liftedBy: text(),
    liftedOn: text(),
    liftGround: text(),
  },
  (t) => [uniqueIndex('sanction_ref').on(t.refNo), index('sanction_party').on(t.partyId)],
)

/** A person: surname and title only; the telephone is stored sealed, found by a keyed hash. */
export const persons = table(
  'person',
  {
    id: key(),
    name: text().notNull(),
    phoneHash: text(),
    phoneSealed: text(),
    phoneTail: text(),
    communityId: text().references(() => places.id),
    gridId: text().references(() => places.id),
    householdKey: text(),
    ageBand: oneOf(ageBands),
    elder: bool().notNull().default(false),
    lang: text().notNull().default('zh-CN'),
    messages: bool().notNull().default(false),
    passwordHash: text(),
    totpSealed: text(),
    totpLastStep: int(),
    login: text(),
    failedSince: instant(),
    failedCount: int().notNull().default(0),
    createdAt: instant().notNull(),
  },
  (t) => [
    uniqueIndex('person_phone').on(t.phoneHash),
    uniqueIndex('person_login').on(t.login),
    index('person_community').on(t.communityId),
  ],
)

/** 持证社工 */
export const socialWorkers = table('social_worker', {
  id: text()
    .primaryKey()
    .references(() => persons.id),
  level: oneOf(certLevels).notNull(),
  certNo: text().notNull(),
  registeredUntil: text().notNull(),
  employerId: text().references(() => parties.id),
  specialties: json<string[]>(),
  /** 督导: who reads this worker's case files beside him. */
  supervisorId: text(),
})

/** 评审专家 and what ties each to a bidder (实施条例 第九条). */
export const experts = table('expert', {
  id: text()
    .primaryKey()
    .references(() => persons.id),
  fields: json<string[]>(),
  employer: text(),
  /** The same employer as the register knows it, where it does. */
  employerId: text(),
  title: text(),
  /** What he can judge, in words: specialities, years of practice. */
  expertise: text(),
})
export const expertTies = table(
  'expert_tie',
  {
    id: key(),
    expertId: text()
      .notNull()
      .references(() => persons.id),
    partyId: text()
      .notNull()
      .references(() => parties.id),
    relation: text().notNull(),
    until: text(),
  },
  (t) => [index('expert_tie_expert').on(t.expertId)],
)

/** 任职: person · role · organisation · from–to · ground. */
export const seats = table(
  'seat',
  {
    id: key(),
    personId: text()
      .notNull()
      .references(() => persons.id),
    role: oneOf(roles).notNull(),
    partyId: text()
      .notNull()
      .references(() => parties.id),
    from: text('from_date').notNull(),
    to: text('to_date'),
    ground: text().notNull(),
    grantedBy: text(),
    withdrawnBy: text(),
    /** An office's seat waits for a second person; a seat older than that rule waits for nobody. */
    awaits: bool().notNull().default(false),
    confirmedBy: text(),
    confirmedAt: instant(),
    createdAt: instant().notNull(),
  },
  (t) => [index('seat_person').on(t.personId), index('seat_party_role').on(t.partyId, t.role)],
)

/** A sign-in, kept on the server; the cookie's token is stored hashed. */
export const sessions = table(
  'session',
  {
    id: text().primaryKey(),
    publicId: text()
      .notNull()
      .$defaultFn(() => crypto.randomUUID()),
    personId: text()
      .notNull()
      .references(() => persons.id),
    seatId: text().references(() => seats.id),
    strength: text().notNull(),
    device: text(),
    createdAt: instant().notNull(),
    seenAt: instant().notNull(),
    endsAt: instant().notNull(),
    endedAt: instant(),
  },
  (t) => [index('session_person').on(t.personId)],
)

/** 一次性验证码: bound to the request that asked for it. */
export const signInCodes = table(
  'sign_in_code',
  {
    id: key(),
    phoneHash: text().notNull(),
    address: text().notNull(),
    codeHash: text().notNull(),
    tries: int().notNull().default(0),
    createdAt: instant().notNull(),
    expiresAt: instant().notNull(),
    usedAt: instant(),
  },
  (t) => [index('sign_in_code_phone').on(t.phoneHash, t.createdAt), index('sign_in_code_at').on(t.createdAt)],
)

/** Tries at a password, by account and by address, both hashed; the same row whether or not anyone has that name. */
export const signInTries = table(
  'sign_in_try',
  { id: key(), loginHash: text().notNull(), address: text().notNull(), at: instant().notNull() },
  (t) => [index('sign_in_try_at').on(t.at), index('sign_in_try_login').on(t.loginHash, t.at)],
)

/** 登记口令: the word handed over with a seat, without which a message alone would make a key of staff; hashed. */
export const enrolments = table(
  'enrolment',
  {
    id: key(),
    personId: text()
      .notNull()
      .references(() => persons.id),
    wordHash: text().notNull(),
    tries: int().notNull().default(0),
    issuedBy: text(),
    createdAt: instant().notNull(),
    expiresAt: instant().notNull(),
    usedAt: instant(),
  },
  (t) => [index('enrolment_person').on(t.personId, t.createdAt)],
)

import { bool, index, instant, int, json, key, oneOf, table, text, uniqueIndex } from '../dialect.ts'
import { ageBands, certLevels, creditStates, organisationForms, partyKinds, roles } from '../vocabulary.ts'
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
    /** Of an `individual` party: the licensed social worker who bids alone. */
    personId: text(),
    fields: json<string[]>(),
    profile: json<Record<string, unknown>>(),
    createdAt: instant().notNull(),
  },
  (t) => [uniqueIndex('party_uscc').on(t.uscc), index('party_place').on(t.placeId)],
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
})

/** 评审专家 and what ties each to a bidder (实施条例 第九条). */
export const experts = table('expert', {
  id: text()
    .primaryKey()
    .references(() => persons.id),
  fields: json<string[]>(),
  employer: text(),
  title: text(),
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

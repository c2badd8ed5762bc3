import { index, instant, int, key, oneOf, table, text, uniqueIndex } from '../dialect.ts'
import { arrivalChannels, caseFileStates, diaryKinds } from '../vocabulary.ts'
import { contracts, diaryEntries, serviceUsers } from './deliver.ts'
import { persons } from './who.ts'

/** 个案档案: read by its social worker and his supervisor, and by nobody else. */
export const caseFiles = table(
  'case_file',
  {
    id: key(),
    refNo: text().notNull(),
    contractId: text()
      .notNull()
      .references(() => contracts.id),
    supplierId: text().notNull(),
    serviceUserId: text()
      .notNull()
      .references(() => serviceUsers.id),
    workerId: text()
      .notNull()
      .references(() => persons.id),
    state: oneOf(caseFileStates).notNull(),
    goalSealed: text().notNull(),
    closingSealed: text(),
    openedAt: instant().notNull(),
    closedAt: instant(),
  },
  (t) => [
    uniqueIndex('case_file_ref').on(t.refNo),
    index('case_file_worker').on(t.workerId, t.state),
    index('case_file_contract').on(t.contractId),
  ],
)
/** 个案记录: one talk, one visit, one telephone call. */
export const caseNotes = table(
  'case_note',
  {
    id: key(),
    caseId: text()
      .notNull()
      .references(() => caseFiles.id),
    entryId: text()
      .notNull()
      .references(() => diaryEntries.id),
    wordsSealed: text().notNull(),
    authorId: text().notNull(),
    at: instant().notNull(),
  },
  (t) => [index('case_note_case').on(t.caseId), uniqueIndex('case_note_entry').on(t.entryId)],
)
/** 继续教育: written down by the worker, confirmed by his organisation. */
export const cpdRecords = table(
  'cpd_record',
  {
    id: key(),
    workerId: text()
      .notNull()
      .references(() => persons.id),
    heldOn: text().notNull(),
    title: text().notNull(),
    hours: int().notNull(),
    recordedAt: instant().notNull(),
    confirmedBy: text(),
    confirmedAt: instant(),
  },
  (t) => [index('cpd_record_worker').on(t.workerId, t.heldOn)],
)
/** 活动场次: announced before it is held, with a code at its door. */
export const activitySessions = table(
  'activity_session',
  {
    id: key(),
    contractId: text()
      .notNull()
      .references(() => contracts.id),
    code: text().notNull(),
    kind: oneOf(diaryKinds).notNull(),
    title: text().notNull(),
    heldOn: text().notNull(),
    place: text().notNull(),
    /** Wrong codes typed at its door so far. */
    tries: int().notNull().default(0),
    /** The diary entry it became. */
    entryId: text().references(() => diaryEntries.id),
    madeBy: text().notNull(),
    createdAt: instant().notNull(),
  },
  (t) => [
    uniqueIndex('activity_session_code').on(t.code),
    index('activity_session_contract').on(t.contractId),
  ],
)
/** 到场: one person once a session. */
export const sessionArrivals = table(
  'session_arrival',
  {
    id: key(),
    sessionId: text()
      .notNull()
      .references(() => activitySessions.id),
    serviceUserId: text()
      .notNull()
      .references(() => serviceUsers.id),
    via: oneOf(arrivalChannels).notNull(),
    at: instant().notNull(),
  },
  (t) => [uniqueIndex('session_arrival_once').on(t.sessionId, t.serviceUserId)],
)

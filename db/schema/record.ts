import { bool, index, instant, int, json, key, table, text, uniqueIndex } from '../dialect.ts'

/** 日志: every act, in the transaction that did it. */
export const journal = table(
  'journal',
  {
    id: key(),
    at: instant().notNull(),
    actorId: text(),
    seatId: text(),
    role: text(),
    partyId: text(),
    action: text().notNull(),
    subject: text().notNull(),
    /** The need or plan whose public page tells this act; null where it is nobody else's. */
    threadId: text(),
    detail: json<Record<string, unknown>>(),
  },
  (t) => [
    index('journal_subject').on(t.subject),
    index('journal_thread').on(t.threadId),
    index('journal_at').on(t.at),
  ],
)

/** 封存: the lines of the journal up to an instant, hashed on top of the seal before. */
export const journalSeals = table('journal_seal', {
  ordinal: int().primaryKey(),
  upTo: instant().notNull(),
  lines: int().notNull(),
  hash: text().notNull(),
  at: instant().notNull(),
})

/** What a form already did: a repeated submission gets the same answer and does nothing. */
export const doneRequests = table('done_request', {
  key: text().primaryKey(),
  actorId: text(),
  answer: json<unknown>(),
  at: instant().notNull(),
})

/** What must leave the house, written in the transaction that decided it. */
export const outbox = table(
  'outbox',
  {
    id: key(),
    channel: text().notNull(),
    recipient: text().notNull(),
    sealedBody: text().notNull(),
    createdAt: instant().notNull(),
    sentAt: instant(),
    attempts: int().notNull().default(0),
    lastError: text(),
  },
  (t) => [index('outbox_sent').on(t.sentAt), index('outbox_recipient').on(t.recipient)],
)

/** What concerns a person or whoever sits in a seat, told in the product. */
export const notices = table(
  'notice',
  {
    id: key(),
    personId: text(),
    role: text(),
    partyId: text(),
    message: text().notNull(),
    params: json<Record<string, string>>(),
    link: text().notNull(),
    createdAt: instant().notNull(),
  },
  (t) => [index('notice_person').on(t.personId), index('notice_seat').on(t.partyId, t.role)],
)
export const noticeReads = table(
  'notice_read',
  { id: key(), noticeId: text().notNull(), personId: text().notNull(), at: instant().notNull() },
  (t) => [uniqueIndex('notice_read_once').on(t.noticeId, t.personId)],
)

/** A figure of the law or of the place, with its source: versions are added, never edited. */
export const parameters = table(
  'parameter',
  {
    id: key(),
    code: text().notNull(),
    version: int().notNull(),
    value: int().notNull(),
    unit: text().notNull(),
    source: text().notNull(),
    /** 法定 statute · 参照 reference · 区内 local */
    mark: text().notNull(),
    /** How sure the source is: T, E, R, S or M (M: an editable default, never "the law says"). */
    certainty: text().notNull(),
    from: text('from_date').notNull(),
  },
  (t) => [uniqueIndex('parameter_version').on(t.code, t.version)],
)

/** 节假日安排: holidays and make-up working days of one year, as the yearly notice gives them. */
export const calendarYears = table('calendar_year', {
  year: int().primaryKey(),
  holidays: json<string[]>().notNull(),
  workdays: json<string[]>().notNull(),
  source: text().notNull(),
  version: int().notNull().default(1),
  enteredBy: text(),
  at: instant().notNull(),
})
/** Every version of a year's holidays, as it was entered. */
export const calendarChanges = table(
  'calendar_change',
  {
    id: key(),
    year: int().notNull(),
    version: int().notNull(),
    holidays: json<string[]>().notNull(),
    workdays: json<string[]>().notNull(),
    source: text().notNull(),
    enteredBy: text(),
    at: instant().notNull(),
  },
  (t) => [uniqueIndex('calendar_change_version').on(t.year, t.version)],
)

/** Counters behind reference numbers, one a kind and year. */
export const counters = table('counter', { id: text().primaryKey(), value: int().notNull() })

/** Where the shown clock stands beside the real one; only a demonstration has a row. */
export const clockOffsets = table('clock_offset', { id: text().primaryKey(), milliseconds: int().notNull() })

/** An uploaded or produced document; its bytes lie under its hash. */
export const files = table(
  'file',
  {
    id: key(),
    sha256: text().notNull(),
    mime: text().notNull(),
    size: int().notNull(),
    name: text().notNull(),
    isPublic: bool().notNull().default(false),
    ownerId: text(),
    subject: text().notNull(),
    createdAt: instant().notNull(),
    /** Put away by its owner: its bytes go a day later. */
    droppedAt: instant(),
  },
  (t) => [
    index('file_subject').on(t.subject),
    index('file_owner').on(t.ownerId),
    index('file_bytes').on(t.sha256),
  ],
)

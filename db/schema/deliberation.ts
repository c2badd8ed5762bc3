import {
  bool,
  index,
  instant,
  int,
  json,
  key,
  oneOf,
  primaryKey,
  table,
  text,
  uniqueIndex,
} from '../dialect.ts'
import {
  attendanceChannels,
  attendanceSources,
  callerBases,
  communityKinds,
  majorityBases,
  meetingEffects,
  meetingStates,
  topicSources,
  topicStates,
} from '../vocabulary.ts'
import { needs } from './ask.ts'
import { places } from './where.ts'
import { parties, persons } from './who.ts'

/** Where a figure of a rule comes from, what binds it, and how sure we are of it. */
export type RuleGround = {
  source: string
  mark: 'statute' | 'reference' | 'local'
  certainty: 'T' | 'E' | 'R' | 'S' | 'M'
  /** The text it was read in has been replaced by a newer law. */
  superseded?: boolean
}
export type RuleFigure = 'composition' | 'notice' | 'quorum' | 'majority' | 'women' | 'caller' | 'proxy'

/** 议事规则: what holds for one kind of meeting, by version; a meeting keeps the version it was called under. */
export const meetingRules = table(
  'meeting_rule',
  {
    id: key(),
    code: text().notNull(),
    /** A community's id where it made its own; `*` for every community. */
    scope: text().notNull(),
    version: int().notNull(),
    name: text().notNull(),
    nameEn: text().notNull(),
    /** Only for this kind of community; null: for both. */
    communityKind: oneOf(communityKinds),
    effect: oneOf(meetingEffects).notNull(),
    composition: text().notNull(),
    chair: text().notNull(),
    /** Everybody may come: attendance is counted and not called by name. */
    counted: bool().notNull(),
    noticeValue: int().notNull(),
    noticeUnit: text().notNull(),
    /** More than this share, or at least it. */
    quorumOver: bool().notNull(),
    quorumNum: int().notNull(),
    quorumDen: int().notNull(),
    majorityOver: bool().notNull(),
    majorityNum: int().notNull(),
    majorityDen: int().notNull(),
    majorityBase: oneOf(majorityBases).notNull(),
    womenNum: int(),
    womenDen: int(),
    callerNum: int(),
    callerDen: int(),
    callerBase: oneOf(callerBases),
    /** 委托: for how many absent members one present member may speak; 0: not allowed. */
    proxies: int().notNull(),
    from: text('from_date').notNull(),
    grounds: json<Partial<Record<RuleFigure, RuleGround>>>().notNull(),
    adoptedBy: text(),
    createdAt: instant().notNull(),
  },
  (t) => [uniqueIndex('meeting_rule_version').on(t.code, t.scope, t.version)],
)

/** 议事组织: a body of one community that meets under one kind of rule. */
export const hallBodies = table(
  'hall_body',
  {
    id: key(),
    communityId: text()
      .notNull()
      .references(() => places.id),
    committeeId: text()
      .notNull()
      .references(() => parties.id),
    ruleCode: text().notNull(),
    name: text().notNull(),
    /** Of a body that is counted: how many it is, and where that number is from. */
    size: int(),
    sizeSource: text(),
    createdBy: text().notNull(),
    createdAt: instant().notNull(),
  },
  (t) => [index('hall_body_community').on(t.communityId)],
)
/** 成员名册: surname and title only. */
export const hallMembers = table(
  'hall_member',
  {
    id: key(),
    bodyId: text()
      .notNull()
      .references(() => hallBodies.id),
    ordinal: int().notNull(),
    name: text().notNull(),
    /** For whom he sits: a grid, a group, an office. */
    sector: text().notNull(),
    woman: bool().notNull(),
    endedAt: instant(),
  },
  (t) => [index('hall_member_body').on(t.bodyId)],
)

/** 议题: what somebody wants talked through. */
export const hallTopics = table(
  'hall_topic',
  {
    id: key(),
    refNo: text().notNull(),
    communityId: text()
      .notNull()
      .references(() => places.id),
    committeeId: text()
      .notNull()
      .references(() => parties.id),
    source: oneOf(topicSources).notNull(),
    title: text().notNull(),
    words: text().notNull(),
    needId: text().references(() => needs.id),
    personId: text().references(() => persons.id),
    state: oneOf(topicStates).notNull(),
    dueAt: instant().notNull(),
    reason: text(),
    answeredBy: text(),
    answeredAt: instant(),
    createdAt: instant().notNull(),
  },
  (t) => [
    uniqueIndex('hall_topic_ref').on(t.refNo),
    index('hall_topic_community').on(t.communityId, t.state),
    index('hall_topic_person').on(t.personId),
  ],
)
export const topicSupports = table(
  'topic_support',
  {
    topicId: text()
      .notNull()
      .references(() => hallTopics.id),
    personId: text()
      .notNull()
      .references(() => persons.id),
    at: instant().notNull(),
  },
  (t) => [primaryKey({ columns: [t.topicId, t.personId] })],
)

/** 议事会议: called by notice, held when enough came, decided in the open, carried out and reported back. */
export const meetings = table(
  'meeting',
  {
    id: key(),
    refNo: text().notNull(),
    communityId: text()
      .notNull()
      .references(() => places.id),
    committeeId: text()
      .notNull()
      .references(() => parties.id),
    streetId: text().notNull(),
    bodyId: text()
      .notNull()
      .references(() => hallBodies.id),
    ruleId: text()
      .notNull()
      .references(() => meetingRules.id),
    title: text().notNull(),
    chair: text().notNull(),
    place: text().notNull(),
    startsAt: instant().notNull(),
    state: oneOf(meetingStates).notNull(),
    /** The meeting without quorum that this one repeats. */
    againOf: text(),
    /** How many the body was when it was called. */
    size: int(),
    noticedAt: instant(),
    reason: text(),
    attendanceSource: oneOf(attendanceSources),
    /** Of a counted body: how many came, by channel. */
    counts: json<{ in_person: number; remote: number; proxy: number }>(),
    present: int(),
    heldAt: instant(),
    minutes: text(),
    minutesBy: text(),
    publishedAt: instant(),
    executedAt: instant(),
    report: text(),
    reportedAt: instant(),
    createdBy: text().notNull(),
    createdAt: instant().notNull(),
  },
  (t) => [
    uniqueIndex('meeting_ref').on(t.refNo),
    index('meeting_community').on(t.communityId, t.state),
    index('meeting_starts').on(t.startsAt),
  ],
)
/** 会议通知, each as it was posted: the call, every postponement, the cancelling. */
export const meetingNotices = table(
  'meeting_notice',
  {
    id: key(),
    meetingId: text()
      .notNull()
      .references(() => meetings.id),
    kind: text().notNull(),
    at: instant().notNull(),
    startsAt: instant().notNull(),
    place: text().notNull(),
    reason: text(),
  },
  (t) => [index('meeting_notice_meeting').on(t.meetingId)],
)
export const meetingItems = table(
  'meeting_item',
  {
    id: key(),
    meetingId: text()
      .notNull()
      .references(() => meetings.id),
    ordinal: int().notNull(),
    title: text().notNull(),
    topicId: text().references(() => hallTopics.id),
    needId: text().references(() => needs.id),
  },
  (t) => [index('meeting_item_meeting').on(t.meetingId), index('meeting_item_need').on(t.needId)],
)
/** The body's roll as it stood when the meeting was called, and who came. */
export const meetingMembers = table(
  'meeting_member',
  {
    id: key(),
    meetingId: text()
      .notNull()
      .references(() => meetings.id),
    ordinal: int().notNull(),
    name: text().notNull(),
    sector: text().notNull(),
    woman: bool().notNull(),
    channel: oneOf(attendanceChannels),
    /** 受托人: the present member who speaks for him. */
    holderId: text(),
  },
  (t) => [index('meeting_member_meeting').on(t.meetingId)],
)
export const meetingQuestions = table(
  'meeting_question',
  {
    id: key(),
    meetingId: text()
      .notNull()
      .references(() => meetings.id),
    personId: text().references(() => persons.id),
    words: text().notNull(),
    askedAt: instant().notNull(),
    /** As published, without names and telephones. */
    shown: text(),
    answer: text(),
    answeredBy: text(),
    answeredAt: instant(),
  },
  (t) => [index('meeting_question_meeting').on(t.meetingId)],
)
export const meetingResolutions = table(
  'meeting_resolution',
  {
    id: key(),
    meetingId: text()
      .notNull()
      .references(() => meetings.id),
    itemId: text()
      .notNull()
      .references(() => meetingItems.id),
    ordinal: int().notNull(),
    words: text().notNull(),
    inFavour: int().notNull(),
    against: int().notNull(),
    abstained: int().notNull(),
    passed: bool().notNull(),
  },
  (t) => [index('meeting_resolution_meeting').on(t.meetingId)],
)
/** 执行: one step of a resolution, its body and its day. */
export const meetingSteps = table(
  'meeting_step',
  {
    id: key(),
    meetingId: text()
      .notNull()
      .references(() => meetings.id),
    resolutionId: text()
      .notNull()
      .references(() => meetingResolutions.id),
    words: text().notNull(),
    partyId: text()
      .notNull()
      .references(() => parties.id),
    dueOn: text().notNull(),
    done: text(),
    doneBy: text(),
    doneAt: instant(),
  },
  (t) => [index('meeting_step_meeting').on(t.meetingId), index('meeting_step_party').on(t.partyId)],
)
export const meetingFiles = table(
  'meeting_file',
  {
    id: key(),
    meetingId: text()
      .notNull()
      .references(() => meetings.id),
    sha256: text().notNull(),
    mime: text().notNull(),
    name: text().notNull(),
    size: int().notNull(),
    /** Read by everybody once the minutes are out; a signed attendance sheet never is. */
    open: bool().notNull(),
    createdAt: instant().notNull(),
  },
  (t) => [index('meeting_file_meeting').on(t.meetingId)],
)

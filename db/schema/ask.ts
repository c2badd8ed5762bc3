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
  answerChannels,
  answerLimits,
  burdenKinds,
  categories,
  dutyKinds,
  evidenceKinds,
  heatDecisions,
  itemTypes,
  needStates,
  petitionStates,
  proxyRelations,
  type questionKinds,
  raisers,
  roles,
  suggestionKinds,
  suggestionStates,
  surveyStates,
} from '../vocabulary.ts'
import { places } from './where.ts'
import { parties, persons } from './who.ts'

export type SurveyQuestion = {
  id: string
  kind: (typeof questionKinds)[number]
  text: string
  /** Must be answered by whoever answers on his own; a sheet of paper comes as it comes. */
  needed?: boolean
  /** The report shows the other questions by this one too, e.g. by age band. */
  breakdown?: boolean
  options?: string[]
  /** Beside each option of a question about wishes: the category a need of that wish would have. */
  categories?: Array<(typeof categories)[number] | null>
  max?: number
}

/** 名册上的户: households by the last sealed roll of electors, at the moment of the report. */
export type SurveyRoll = {
  refNo: string
  households: number
  grids: Array<{ id: string; households: number }>
  buildings: Array<{ building: string; households: number }>
}

/** The counts of a survey: by channel and by grid, and of each question by mark, within each group asked for. */
export type SurveyTally = {
  sample: number
  /** What it is held against where the community had a roll when it was reported. */
  roll?: SurveyRoll | null
  groups: Record<string, Record<string, number>>
  questions: Record<
    string,
    {
      answered: number
      marks: Record<string, number>
      sum?: number
      /** Of a ranking: the places an option took, added up, and how often it was placed. */
      places?: Record<string, { sum: number; n: number }>
      /** By group, e.g. `grid`, then by its value: how many answered, and what they marked. */
      by: Record<string, Record<string, { answered: number; marks: Record<string, number> }>>
    }
  >
}

/** 问卷模板: an answered version is never edited, only copied to the next. */
export const surveyTemplates = table(
  'survey_template',
  {
    id: key(),
    code: text().notNull(),
    version: int().notNull(),
    title: text().notNull(),
    minCell: int().notNull(),
    questions: json<SurveyQuestion[]>().notNull(),
    createdAt: instant().notNull(),
    /** Whose it is; null: brought by the product, for every committee to use and none to change. */
    committeeId: text().references(() => parties.id),
    /** The version it was copied from. */
    basedOn: text(),
  },
  (t) => [uniqueIndex('survey_template_version').on(t.code, t.version)],
)
export const surveys = table(
  'survey',
  {
    id: key(),
    refNo: text().notNull(),
    templateId: text()
      .notNull()
      .references(() => surveyTemplates.id),
    name: text().notNull(),
    communityId: text()
      .notNull()
      .references(() => places.id),
    committeeId: text()
      .notNull()
      .references(() => parties.id),
    state: oneOf(surveyStates).notNull(),
    /** The short code in the link and the QR. */
    shortCode: text().notNull(),
    opensAt: instant().notNull(),
    closesAt: instant().notNull(),
    createdBy: text().notNull(),
    createdAt: instant().notNull(),
    reportedAt: instant(),
    /** 轮次: the first survey of the row of surveys this one continues. */
    waveOf: text(),
    answerLimit: oneOf(answerLimits).notNull().default('open'),
    /** 双人录入: each sheet is typed in by two people. */
    twoEntries: bool().notNull().default(false),
    minAge: int().notNull().default(14),
  },
  (t) => [uniqueIndex('survey_code').on(t.shortCode), index('survey_community').on(t.communityId)],
)
export const surveyAnswers = table(
  'survey_answer',
  {
    id: key(),
    surveyId: text()
      .notNull()
      .references(() => surveys.id),
    gridId: text(),
    channel: oneOf(answerChannels).notNull(),
    /** Who typed a paper or spoken answer in; null where the resident did. */
    enteredBy: text(),
    /** Of an answer given for another: what he is to him. */
    relation: oneOf(proxyRelations),
    answers: json<Record<string, string | string[] | number>>().notNull(),
    receivedAt: instant().notNull(),
  },
  (t) => [index('survey_answer_survey').on(t.surveyId)],
)

/** 抽样与印卷: the sheets printed for one building, and how many households it has. */
export const surveyBatches = table(
  'survey_batch',
  {
    id: key(),
    surveyId: text()
      .notNull()
      .references(() => surveys.id),
    gridId: text().references(() => places.id),
    building: text().notNull(),
    households: int().notNull(),
    first: int().notNull(),
    sheets: int().notNull(),
    createdBy: text().notNull(),
    createdAt: instant().notNull(),
  },
  (t) => [uniqueIndex('survey_batch_first').on(t.surveyId, t.first)],
)
/** 问卷码: one a printed sheet; used up once, without saying by which answer or when. */
export const surveySheets = table(
  'survey_sheet',
  {
    id: key(),
    surveyId: text()
      .notNull()
      .references(() => surveys.id),
    batchId: text()
      .notNull()
      .references(() => surveyBatches.id),
    no: int().notNull(),
    codeHash: text().notNull(),
    used: bool().notNull().default(false),
  },
  (t) => [
    uniqueIndex('survey_sheet_no').on(t.surveyId, t.no),
    uniqueIndex('survey_sheet_code').on(t.surveyId, t.codeHash),
    index('survey_sheet_batch').on(t.batchId, t.used),
  ],
)
/** 双人录入: what two people typed from one sheet, kept until they agree; then it becomes one answer and is gone. */
export const surveyEntries = table(
  'survey_entry',
  {
    id: key(),
    surveyId: text()
      .notNull()
      .references(() => surveys.id),
    sheetId: text()
      .notNull()
      .references(() => surveySheets.id),
    enteredBy: text().notNull(),
    channel: oneOf(answerChannels).notNull(),
    relation: oneOf(proxyRelations),
    answers: json<Record<string, string | string[] | number>>().notNull(),
  },
  (t) => [
    uniqueIndex('survey_entry_once').on(t.sheetId, t.enteredBy),
    index('survey_entry_survey').on(t.surveyId),
  ],
)
/** 答到一半的问卷: found by the hash of a word only the phone holds; gone once sent, or when the survey is over. */
export const surveyDrafts = table(
  'survey_draft',
  {
    id: text().primaryKey(),
    surveyId: text()
      .notNull()
      .references(() => surveys.id),
    sheetId: text().references(() => surveySheets.id),
    relation: oneOf(proxyRelations),
    gridId: text(),
    typed: json<Record<string, string | string[]>>().notNull(),
  },
  (t) => [index('survey_draft_survey').on(t.surveyId)],
)
/** 原话: what somebody wrote, as the committee lets it be read; null: kept back. */
export const surveyWords = table(
  'survey_words',
  {
    id: key(),
    surveyId: text()
      .notNull()
      .references(() => surveys.id),
    questionId: text().notNull(),
    answerId: text()
      .notNull()
      .references(() => surveyAnswers.id),
    shown: text('shown_words'),
    decidedBy: text().notNull(),
    decidedAt: instant().notNull(),
  },
  (t) => [
    uniqueIndex('survey_words_once').on(t.answerId, t.questionId),
    index('survey_words_survey').on(t.surveyId),
  ],
)
/** 统计: every count of a reported survey, taken once from its answers; what is small is hidden when it is read. */
export const surveyTallies = table('survey_tally', {
  surveyId: text()
    .primaryKey()
    .references(() => surveys.id),
  tally: json<SurveyTally>().notNull(),
})

/** 权责清单: whose duty a matter is and which desks may do it; an ask keeps the version it was referred by. */
export const duties = table(
  'duty',
  {
    id: key(),
    code: text().notNull(),
    version: int().notNull(),
    kind: oneOf(dutyKinds).notNull(),
    title: text().notNull(),
    ground: text().notNull(),
    /** The desks of a community, or the street, that may be given it. */
    desks: json<Array<'committee' | 'station' | 'grid' | 'street'>>().notNull(),
    /** The office whose duty it is, where it is no duty of a community. */
    office: text(),
    from: text('from_date').notNull(),
    to: text('to_date'),
  },
  (t) => [uniqueIndex('duty_version').on(t.code, t.version)],
)

/** 提议: a resident's ask; what is no need still gets a person, a clock and a reply. */
export const suggestions = table(
  'suggestion',
  {
    id: key(),
    refNo: text().notNull(),
    kind: oneOf(suggestionKinds).notNull(),
    category: oneOf(categories),
    title: text().notNull(),
    words: text().notNull(),
    communityId: text()
      .notNull()
      .references(() => places.id),
    gridId: text().references(() => places.id),
    where: text('where_text'),
    personId: text().references(() => persons.id),
    phoneHash: text(),
    phoneTail: text(),
    state: oneOf(suggestionStates).notNull(),
    /** The body whose turn it is. */
    handlerPartyId: text()
      .notNull()
      .references(() => parties.id),
    handlerRole: text().notNull(),
    dueAt: instant().notNull(),
    reply: text(),
    repliedBy: text(),
    repliedAt: instant(),
    needId: text(),
    raisedBy: oneOf(raisers),
    /** Photographs made new and a recording as it came, by their hash; for whose turn it is alone. */
    photos: json<string[]>(),
    voice: text(),
    voiceMime: text(),
    /** The row of the responsibility list it was last handed on by, and the office it went to. */
    dutyId: text().references(() => duties.id),
    /** Whoever decided it found no row of the list for it (清单外事项). */
    dutyOutside: bool().notNull().default(false),
    office: text(),
    referReason: text(),
    referredAt: instant(),
    /** When the grid gave it back as outside what a grid may do (退回越权事项). */
    returnedAt: instant(),
    createdAt: instant().notNull(),
  },
  (t) => [
    uniqueIndex('suggestion_ref').on(t.refNo),
    index('suggestion_community').on(t.communityId, t.state),
    index('suggestion_recent').on(t.communityId, t.createdAt),
    index('suggestion_due').on(t.state, t.dueAt),
    index('suggestion_need').on(t.needId),
    index('suggestion_person').on(t.personId),
  ],
)
export const supports = table(
  'support',
  {
    id: key(),
    suggestionId: text().references(() => suggestions.id),
    needId: text(),
    personId: text()
      .notNull()
      .references(() => persons.id),
    at: instant().notNull(),
  },
  (t) => [
    uniqueIndex('support_suggestion_once').on(t.suggestionId, t.personId),
    uniqueIndex('support_need_once').on(t.needId, t.personId),
  ],
)

/** 信访事项: an ask on its own road by law; the days are written down as they were reckoned. */
export const petitions = table(
  'petition',
  {
    id: key(),
    suggestionId: text()
      .notNull()
      .references(() => suggestions.id),
    state: oneOf(petitionStates).notNull(),
    /** Why it is a petition; for whose turn it is and who asked. */
    reason: text().notNull(),
    /** The desk it was referred from, for an office that says it is not its own. */
    fromPartyId: text()
      .notNull()
      .references(() => parties.id),
    fromRole: oneOf(roles).notNull(),
    referredBy: text().notNull(),
    referredAt: instant().notNull(),
    notifyDueOn: text().notNull(),
    objectDueOn: text().notNull(),
    /** The office that handles it, once taken up. */
    office: text(),
    acceptedAt: instant(),
    finishDueOn: text(),
    extendedAt: instant(),
    extendReason: text(),
    finishedAt: instant(),
    /** 处理意见书编号. */
    opinionNo: text(),
  },
  (t) => [index('petition_suggestion').on(t.suggestionId, t.referredAt)],
)

/** 减负: what a department asked a community to fill in or keep, in one month. */
export const burdenForms = table(
  'burden_form',
  {
    id: key(),
    communityId: text()
      .notNull()
      .references(() => places.id),
    committeeId: text()
      .notNull()
      .references(() => parties.id),
    month: text().notNull(),
    kind: oneOf(burdenKinds).notNull(),
    /** The department that asked for it. */
    office: text().notNull(),
    name: text().notNull(),
    copies: int().notNull(),
    minutes: int().notNull(),
    dutyId: text().references(() => duties.id),
    dutyOutside: bool().notNull().default(false),
    enteredBy: text().notNull(),
    enteredAt: instant().notNull(),
    struckBy: text(),
    struckAt: instant(),
    struckReason: text(),
  },
  (t) => [index('burden_form_month').on(t.communityId, t.month)],
)

/** 指导性目录, by version. */
export const catalogueEntries = table(
  'catalogue_entry',
  {
    id: key(),
    code: text().notNull(),
    version: int().notNull(),
    name: text().notNull(),
    category: oneOf(categories),
    source: text().notNull(),
    /** The street office whose own catalogue it is of; null: the district's. */
    ownerId: text(),
    unit: text(),
    /** Figures a place made up to show the product. */
    demo: bool().notNull().default(false),
    from: text('from_date').notNull().default('2025-01-01'),
    /** From then on no plan may pick it. */
    until: text('until_date'),
    enteredBy: text(),
    enteredAt: instant(),
  },
  (t) => [uniqueIndex('catalogue_entry_version').on(t.code, t.version)],
)

/** 需求: what a community needs, with its evidence. */
export const needs = table(
  'need',
  {
    id: key(),
    refNo: text().notNull(),
    communityId: text()
      .notNull()
      .references(() => places.id),
    committeeId: text()
      .notNull()
      .references(() => parties.id),
    streetId: text()
      .notNull()
      .references(() => parties.id),
    gridIds: json<string[]>().notNull(),
    category: oneOf(categories).notNull(),
    itemType: oneOf(itemTypes).notNull(),
    title: text().notNull(),
    titleEn: text(),
    evidence: text().notNull(),
    targetGroup: text().notNull(),
    beneficiaries: int().notNull(),
    outcome: text().notNull(),
    estimate: fen().notNull(),
    urgency: int().notNull(),
    severity: int().notNull(),
    catalogueId: text().references(() => catalogueEntries.id),
    /** The row of the responsibility list it is done under; outside every row, it is bought. */
    dutyId: text().references(() => duties.id),
    dutyOutside: bool().notNull().default(false),
    /** Answers to the negative list's questions (102号令 第十条). */
    negativeAnswers: json<Record<string, boolean>>().notNull(),
    state: oneOf(needStates).notNull(),
    draftedBy: text().notNull(),
    publishedBy: text(),
    publishedAt: instant(),
    /** When the street must have answered. */
    dueAt: instant(),
    decidedBy: text(),
    decidedAt: instant(),
    reason: text(),
    redirectTo: text(),
    mergedInto: text(),
    /** The need this one was parted from. */
    splitFrom: text(),
    /** 样板: the project elsewhere it was written after. */
    likePlanId: text(),
    /** When the service is wanted, where that is known: what two needs of the same dates would pay twice. */
    startsOn: text(),
    endsOn: text(),
    /** Title and target group as they are searched: one width, one case, no signs. */
    searched: text(),
    createdAt: instant().notNull(),
  },
  (t) => [
    uniqueIndex('need_ref').on(t.refNo),
    index('need_community').on(t.communityId, t.state),
    index('need_state').on(t.state, t.publishedAt),
    index('need_published').on(t.publishedAt, t.id),
    index('need_community_published').on(t.communityId, t.publishedAt, t.id),
    index('need_category_published').on(t.category, t.publishedAt, t.id),
    index('need_merged').on(t.mergedInto),
  ],
)
export const needEvidence = table(
  'need_evidence',
  {
    id: key(),
    needId: text()
      .notNull()
      .references(() => needs.id),
    kind: oneOf(evidenceKinds).notNull(),
    refId: text().notNull(),
    /** Figures as they stood when cited: share of answers, sample, supporters. */
    share: real(),
    sample: int(),
    count: int(),
    note: text(),
  },
  (t) => [index('need_evidence_need').on(t.needId)],
)

/** The pairs of characters a need's title and target group hold, so that a word is found without reading every need. */
export const needTerms = table(
  'need_term',
  {
    id: key(),
    needId: text()
      .notNull()
      .references(() => needs.id),
    communityId: text().notNull(),
    /** Two UTF-16 units in one whole number of 32 bits. */
    term: int().notNull(),
    at: instant().notNull(),
  },
  (t) => [
    index('need_term_word').on(t.term, t.at, t.needId),
    index('need_term_near').on(t.communityId, t.term, t.needId),
    index('need_term_need').on(t.needId),
  ],
)

/** 议题热度: what a committee made of asks that repeat. */
export const heatTopics = table(
  'heat_topic',
  {
    id: key(),
    communityId: text()
      .notNull()
      .references(() => places.id),
    kind: oneOf(suggestionKinds).notNull(),
    category: oneOf(categories),
    suggestionIds: json<string[]>().notNull(),
    decision: oneOf(heatDecisions).notNull(),
    needId: text().references(() => needs.id),
    reason: text().notNull(),
    decidedBy: text().notNull(),
    decidedAt: instant().notNull(),
  },
  (t) => [index('heat_topic_community').on(t.communityId, t.decidedAt)],
)

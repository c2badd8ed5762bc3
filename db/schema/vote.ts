import {
  bool,
  fen,
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
  ageBands,
  type BlocWeight,
  ballotKinds,
  type CountedFile,
  claimOutcomes,
  countCompletions,
  countRules,
  countUtilities,
  type Mark,
  residenceRules,
  rollUnits,
  roundLevels,
  roundStates,
  spoiledReasons,
  tieOrders,
  voteBlocs,
  voteChannels,
} from '../vocabulary.ts'
import { needs } from './ask.ts'
import { fundPools } from './treasury.ts'
import { places } from './where.ts'

/** 投票轮次: everything that decides the outcome is fixed and hashed before it opens. */
export const rounds = table(
  'round',
  {
    id: key(),
    refNo: text().notNull(),
    name: text().notNull(),
    communityId: text()
      .notNull()
      .references(() => places.id),
    committeeId: text().notNull(),
    streetId: text().notNull(),
    poolId: text().references(() => fundPools.id),
    budget: fen().notNull(),
    maxChoices: int().notNull(),
    /** Whether one ballot's choices must fit in the budget together. */
    budgetCapped: bool().notNull(),
    unit: oneOf(rollUnits).notNull(),
    electorate: text().notNull(),
    /** 入选门槛: share of valid ballots a need must pass, in percent. */
    thresholdPercent: int().notNull(),
    /** 参与门槛: share of the community's households, in percent. */
    quorumPercent: int().notNull(),
    level: oneOf(roundLevels).notNull().default('L1'),
    ballotKind: oneOf(ballotKinds).notNull().default('approval'),
    rule: oneOf(countRules).notNull().default('greedy_threshold'),
    utility: oneOf(countUtilities).notNull().default('cost'),
    completion: oneOf(countCompletions).notNull().default('none'),
    /** 分 by which everybody's share grows at each run of add1. */
    addStep: fen(),
    /** Points ballots: how many one ballot spreads, and how many of them one item may get. */
    pointsTotal: int(),
    pointsEach: int(),
    tieOrder: oneOf(tieOrders).notNull().default('cost_votes_id'),
    /** 抽签: drawn and published after the close, before a ballot is opened. */
    lotSeed: text(),
    lotAt: instant(),
    minAge: int().notNull().default(18),
    residence: oneOf(residenceRules).notNull().default('registered_or_living'),
    /** Months somebody registered elsewhere must have lived here. */
    residenceMonths: int().notNull().default(12),
    /** 联合评选: who votes with how many percent; null: residents only. */
    blocs: json<BlocWeight[]>(),
    /** Each unsealing begins another version. */
    version: int().notNull().default(1),
    /** 依据: the resolution of a meeting that asked for this vote. */
    resolutionId: text(),
    /** The void round that this one repeats. */
    rerunOf: text(),
    households: int().notNull(),
    opensAt: instant().notNull(),
    closesAt: instant().notNull(),
    state: oneOf(roundStates).notNull(),
    /** When the slips with the codes were made; a new roll needs new slips. */
    slipsAt: instant(),
    /** Everything fixed before the opening, as canonical JSON; its SHA-256 is the seal. */
    manifest: text(),
    sealHash: text(),
    sealedAt: instant(),
    /** The round's key, wrapped by the server's own; used at the count, then forgotten. */
    keyWrapped: text(),
    publicKey: text(),
    /** 监票: the member of 居务监督委员会 who came to the count. */
    witnessId: text(),
    witnessedAt: instant(),
    countedAt: instant(),
    countHash: text(),
    announcedAt: instant(),
    voidReason: text(),
    createdBy: text().notNull(),
    createdAt: instant().notNull(),
  },
  (t) => [uniqueIndex('round_ref').on(t.refNo), index('round_community').on(t.communityId)],
)
export const roundItems = table(
  'round_item',
  {
    id: key(),
    roundId: text()
      .notNull()
      .references(() => rounds.id),
    /** Null: an item of an advisory round that is no need of ours and stands by its own number and name. */
    needId: text().references(() => needs.id),
    refNo: text(),
    title: text(),
    ordinal: int().notNull(),
    cost: fen().notNull(),
    /** Filled at the announcement. */
    outcome: text(),
    reason: text(),
  },
  (t) => [uniqueIndex('round_item_once').on(t.roundId, t.needId)],
)

/** 来自文件: where the items of an advisory round come from, and what both rules make of the file's own ballots. */
export const roundFiles = table('round_file', {
  roundId: text()
    .primaryKey()
    .references(() => rounds.id),
  name: text().notNull(),
  country: text().notNull(),
  unit: text().notNull(),
  instance: text().notNull(),
  /** What the file's amounts are in; they are shown as they stand and never converted. */
  currency: text(),
  /** 示范计票: null where nobody asked for it. */
  counted: json<CountedFile>(),
})

/** 旧版本: what was sealed before and opened up again to be changed; kept and shown. */
export const roundVersions = table(
  'round_version',
  {
    roundId: text()
      .notNull()
      .references(() => rounds.id),
    version: int().notNull(),
    manifest: text().notNull(),
    sealHash: text().notNull(),
    sealedAt: instant().notNull(),
    unsealedAt: instant().notNull(),
    reason: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.roundId, t.version] })],
)

/** 参与联合评选的单位: which bodies vote beside the residents, each with its open ballot or its abstention. */
export const roundBodies = table(
  'round_body',
  {
    id: key(),
    roundId: text()
      .notNull()
      .references(() => rounds.id),
    bloc: oneOf(voteBlocs).notNull(),
    partyId: text().notNull(),
    /** The signed ballot: item numbers; null until it is in, or when the body abstains. */
    choices: json<string[]>(),
    /** 回避: why the body does not vote. */
    abstained: text(),
    /** Declared before the seal, and so written in the manifest; null in what was sealed without such words. */
    abstainsSealed: bool(),
    castBy: text(),
    castAt: instant(),
  },
  (t) => [uniqueIndex('round_body_once').on(t.roundId, t.partyId), index('round_body_party').on(t.partyId)],
)

/** 名册: one entry an elector or household; sealed by hash before the round opens. */
export const rollEntries = table(
  'roll_entry',
  {
    id: key(),
    roundId: text()
      .notNull()
      .references(() => rounds.id),
    /** Hash of the code printed on the slip. */
    codeHash: text().notNull(),
    label: text().notNull(),
    householdKey: text().notNull(),
    personId: text(),
    phoneHash: text(),
    ageBand: oneOf(ageBands),
    /** 户代表: who votes for the household; null: whoever the label names. */
    representative: text(),
    /** 非户籍居民: registered elsewhere, and for how many months here. */
    nonlocal: bool().notNull().default(false),
    livedMonths: int(),
    /** Where the slip is delivered: a grid of the community, a building. */
    gridId: text(),
    building: text(),
  },
  (t) => [
    uniqueIndex('roll_entry_code').on(t.roundId, t.codeHash),
    index('roll_entry_phone').on(t.roundId, t.phoneHash),
    index('roll_entry_person').on(t.personId),
  ],
)

/** Who has voted and by which channel: never how. */
export const participations = table(
  'participation',
  {
    rollEntryId: text()
      .primaryKey()
      .references(() => rollEntries.id),
    roundId: text()
      .notNull()
      .references(() => rounds.id),
    channel: oneOf(voteChannels).notNull(),
    helperId: text(),
    receiptNo: text().notNull(),
    /** 作废: why a paper sheet counts as taking part and not as a ballot. */
    spoiled: oneOf(spoiledReasons),
  },
  (t) => [index('participation_round').on(t.roundId, t.receiptNo)],
)

/** 户内争议: another of the household says the vote is his to cast; the first one is held until staff settle it with a ground. */
export const householdClaims = table(
  'household_claim',
  {
    id: key(),
    roundId: text()
      .notNull()
      .references(() => rounds.id),
    rollEntryId: text()
      .notNull()
      .references(() => rollEntries.id),
    claimant: text().notNull(),
    reason: text().notNull(),
    raisedBy: text(),
    raisedAt: instant().notNull(),
    outcome: oneOf(claimOutcomes),
    ground: text(),
    settledBy: text(),
    settledAt: instant(),
  },
  (t) => [index('household_claim_round').on(t.roundId), index('household_claim_entry').on(t.rollEntryId)],
)

/** A sealed ballot: a random key, a ciphertext, no time and no order. */
export const ballots = table(
  'ballot',
  {
    id: text().primaryKey(),
    roundId: text().notNull(),
    sealed: text().notNull(),
    sealHash: text().notNull(),
  },
  (t) => [index('ballot_round').on(t.roundId, t.id)],
)

/** Which ballot a voter may still replace; destroyed at the count, before any ballot is opened. */
export const ballotLinks = table('ballot_link', {
  rollEntryId: text().primaryKey(),
  ballotId: text().notNull(),
})

/** 公开的选票: the opened ballots, sorted, with nothing beside them. */
export const openedBallots = table(
  'opened_ballot',
  {
    roundId: text().notNull(),
    ordinal: int().notNull(),
    choices: json<Mark[]>().notNull(),
  },
  (t) => [primaryKey({ columns: [t.roundId, t.ordinal] })],
)

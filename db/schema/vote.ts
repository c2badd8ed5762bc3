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
import { ageBands, rollUnits, roundStates, spoiledReasons, voteChannels } from '../vocabulary.ts'
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
    households: int().notNull(),
    opensAt: instant().notNull(),
    closesAt: instant().notNull(),
    state: oneOf(roundStates).notNull(),
    /** When the slips with the codes were made; a new roll needs new slips. */
    slipsAt: instant(),
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
    needId: text()
      .notNull()
      .references(() => needs.id),
    ordinal: int().notNull(),
    cost: fen().notNull(),
    /** Filled at the announcement. */
    outcome: text(),
    reason: text(),
  },
  (t) => [uniqueIndex('round_item_once').on(t.roundId, t.needId)],
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
    choices: json<string[]>().notNull(),
  },
  (t) => [primaryKey({ columns: [t.roundId, t.ordinal] })],
)

import { bool, index, instant, int, key, oneOf, table, text, uniqueIndex } from '../dialect.ts'
import { flagLookOutcomes, printoutKinds, redFlagCodes } from '../vocabulary.ts'

/** 公开数据的发布设置: under which prefix, name and address releases are made; every change is a new version. */
export const ocdsProfiles = table('ocds_profile', {
  version: int().primaryKey(),
  prefix: text().notNull(),
  /** Whether Open Contracting Partnership entered the prefix in its register; the product never says so by itself. */
  registered: bool().notNull(),
  publisher: text().notNull(),
  /** Where this site is reached: links in a release begin with it. */
  origin: text().notNull(),
  license: text().notNull(),
  setBy: text(),
  setAt: instant().notNull(),
})

/** 公开数据: one release an event, written with the event itself and never changed. `ordinal` is the order of the feed. */
export const ocdsReleases = table(
  'ocds_release',
  {
    ordinal: int().primaryKey(),
    id: text().notNull(),
    ocid: text().notNull(),
    seq: int().notNull(),
    /** Its tags, by comma. */
    tag: text().notNull(),
    planId: text().notNull(),
    tenderId: text(),
    at: instant().notNull(),
    json: text().notNull(),
    sha256: text().notNull(),
  },
  (t) => [
    uniqueIndex('ocds_release_id').on(t.id),
    uniqueIndex('ocds_release_seq').on(t.ocid, t.seq),
    index('ocds_release_plan').on(t.planId, t.ordinal),
  ],
)

/** 预警核看: who looked at a red flag, and what he found; a flag is a signal, never a verdict. */
export const flagLooks = table(
  'flag_look',
  {
    id: key(),
    code: oneOf(redFlagCodes).notNull(),
    /** What the flag is about: an ocid, or a party and its role. */
    subject: text().notNull(),
    outcome: oneOf(flagLookOutcomes).notNull(),
    words: text().notNull(),
    personId: text().notNull(),
    at: instant().notNull(),
  },
  (t) => [index('flag_look_subject').on(t.code, t.subject)],
)

/** 纸质件编号: the hash of what a paper said when its number was given; the words themselves stay where they are. */
export const printouts = table(
  'printout',
  {
    id: key(),
    kind: oneOf(printoutKinds).notNull(),
    subject: text().notNull(),
    hash: text().notNull(),
    issuedAt: instant().notNull(),
  },
  (t) => [uniqueIndex('printout_hash').on(t.hash), index('printout_subject').on(t.kind, t.subject)],
)

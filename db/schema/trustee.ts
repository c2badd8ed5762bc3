import { index, instant, int, key, oneOf, table, text, uniqueIndex } from '../dialect.ts'
import { trusteeKinds } from '../vocabulary.ts'
import { rounds } from './vote.ts'

/** 密钥保管人: three people, any two of whom open a round's ballots; each holds one share under his own passphrase. */
export const trustees = table(
  'trustee',
  {
    id: key(),
    roundId: text()
      .notNull()
      .references(() => rounds.id),
    ordinal: int().notNull(),
    kind: oneOf(trusteeKinds).notNull(),
    personId: text().notNull(),
    /** As published in the manifest: his name and the body he was named from. */
    name: text().notNull(),
    body: text().notNull(),
    namedAt: instant().notNull(),
    confirmedAt: instant(),
    publicKey: text(),
    /** His private half under his passphrase (scrypt, AES-GCM); the passphrase is nowhere. */
    keyLocked: text(),
    /** His share of the round's key, sealed to his public half. */
    shareSealed: text(),
    /** 远程: his share while it waits for another one, under the server's own key; one of the three at most. */
    shareOffered: text(),
    offeredAt: instant(),
    /** 演练: when his share last helped to open the test ballot. */
    triedAt: instant(),
    /** When he took the printed share for the safe. */
    printedAt: instant(),
  },
  (t) => [
    uniqueIndex('trustee_order').on(t.roundId, t.ordinal),
    uniqueIndex('trustee_once').on(t.roundId, t.personId),
    index('trustee_person').on(t.personId),
  ],
)

/** 票箱: the key ballots are sealed to, and how the box stood when it was closed. */
export const roundBoxes = table('round_box', {
  roundId: text()
    .primaryKey()
    .references(() => rounds.id),
  publicKey: text().notNull(),
  keyMadeAt: instant().notNull(),
  /** With which receipts are signed; in the manifest, so that it is fixed before the opening. */
  signingKey: text(),
  /** 演练: a test ballot, sealed like any other, and when two trustees opened it. */
  probe: text().notNull(),
  triedAt: instant(),
  closedAt: instant(),
  /** RFC 6962 root over the sorted hashes of the sealed ballots. */
  root: text(),
  leaves: int(),
  replaced: int(),
  /** SHA-256 of the published list of replaced ballots. */
  replacedHash: text(),
})

/** The hashes of ballots that a later one took the place of: no voter, no time. */
export const supersededBallots = table(
  'superseded_ballot',
  {
    leaf: text().primaryKey(),
    roundId: text().notNull(),
  },
  (t) => [index('superseded_ballot_round').on(t.roundId, t.leaf)],
)

import { index, instant, int, json, key, oneOf, table, text, uniqueIndex } from '../dialect.ts'
import { envelopes, keeperKinds } from '../vocabulary.ts'
import { tenders } from './buy.ts'

/** 密钥保管人 of one tender: three people of three bodies, any two of whom open its proposals. */
export const tenderKeepers = table(
  'tender_keeper',
  {
    id: key(),
    tenderId: text()
      .notNull()
      .references(() => tenders.id),
    ordinal: int().notNull(),
    kind: oneOf(keeperKinds).notNull(),
    personId: text().notNull(),
    /** As the call names him: his name and the body he was named from. */
    name: text().notNull(),
    body: text().notNull(),
    namedAt: instant().notNull(),
    confirmedAt: instant(),
    publicKey: text(),
    /** His private half under his passphrase (scrypt, AES-GCM); the passphrase is nowhere. */
    keyLocked: text(),
    /** 演练: when his share last helped to open the test words. */
    triedAt: instant(),
    printedAt: instant(),
    /** 按季验证: when he last proved, alone, that his share is still whole. */
    provedAt: instant(),
    /** When he said that neither passphrase nor printed share is left. */
    lostAt: instant(),
    /** When he lent his share to the other two for the opening; it holds for minutes. */
    lentAt: instant(),
    /** When he took part in the opening, and when he signed its record. */
    openedAt: instant(),
    signedAt: instant(),
  },
  (t) => [
    uniqueIndex('tender_keeper_order').on(t.tenderId, t.ordinal),
    uniqueIndex('tender_keeper_once').on(t.tenderId, t.personId),
    index('tender_keeper_person').on(t.personId),
  ],
)

/** A tender's public key, one an envelope; its private half is in shares, and nowhere whole. */
export const tenderKeys = table(
  'tender_key',
  {
    id: key(),
    tenderId: text()
      .notNull()
      .references(() => tenders.id),
    envelope: oneOf(envelopes).notNull(),
    publicKey: text().notNull(),
    /** 演练: test words sealed like a proposal, and when two keepers last opened them. */
    probe: text().notNull(),
    madeAt: instant().notNull(),
    triedAt: instant(),
    /** 开启记录 as it was drawn up, its fingerprint, and the server's signature over it. */
    openedAt: instant(),
    record: text(),
    recordHash: text(),
    recordSignature: text(),
    /** When two keepers opened everything once more, and the record came out the same. */
    recheckedAt: instant(),
  },
  (t) => [uniqueIndex('tender_key_envelope').on(t.tenderId, t.envelope)],
)

export const tenderShares = table(
  'tender_share',
  {
    id: key(),
    keeperId: text()
      .notNull()
      .references(() => tenderKeepers.id, { onDelete: 'cascade' }),
    envelope: oneOf(envelopes).notNull(),
    /** The share, sealed to its keeper's public half. */
    shareSealed: text().notNull(),
    /** Test words under a key of the share itself: with them a keeper proves alone that his share is whole. */
    shareProbe: text().notNull(),
    /** The share sealed to each of the other keepers, for the minutes of the opening. */
    lent: json<Record<string, string>>(),
  },
  (t) => [uniqueIndex('tender_share_envelope').on(t.keeperId, t.envelope)],
)

/** 封存日志: the fingerprint of each sealed proposal by its day; no call, no bidder, no hour. */
export const sealLeaves = table('seal_leaf', { leaf: text().primaryKey(), day: text().notNull() }, (t) => [
  index('seal_leaf_day').on(t.day, t.leaf),
])

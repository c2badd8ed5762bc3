import { index, instant, int, key, table, text, uniqueIndex } from '../dialect.ts'
import { proposals } from './buy.ts'
import { parties } from './who.ts'

/** 机构资料库: what a body says of itself in every proposal, kept once and sealed with the server's own key. */
export const cabinets = table(
  'cabinet',
  {
    id: key(),
    partyId: text()
      .notNull()
      .references(() => parties.id),
    sealed: text().notNull(),
    savedAt: instant().notNull(),
    savedBy: text().notNull(),
  },
  (t) => [uniqueIndex('cabinet_party').on(t.partyId)],
)

/** 联合体成员: a body that bids together with the lead; its own signer agrees to the very terms it is held to. */
export const consortiumMembers = table(
  'consortium_member',
  {
    id: key(),
    proposalId: text()
      .notNull()
      .references(() => proposals.id),
    tenderId: text().notNull(),
    partyId: text()
      .notNull()
      .references(() => parties.id),
    ordinal: int().notNull(),
    consentedAt: instant(),
    consentedBy: text(),
    /** The fingerprint of the agreement said yes to: other terms, and the yes is void. */
    termsHash: text(),
    /** Filled on consent: one body stands in one proposal of a tender. */
    sitsIn: text(),
  },
  (t) => [
    uniqueIndex('consortium_member_once').on(t.proposalId, t.partyId),
    uniqueIndex('consortium_member_sits').on(t.sitsIn),
    index('consortium_member_party').on(t.partyId),
  ],
)

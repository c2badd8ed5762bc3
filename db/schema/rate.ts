import { index, instant, int, key, oneOf, table, text, uniqueIndex } from '../dialect.ts'
import { hideGrounds, ratingStates, rectificationStates } from '../vocabulary.ts'
import { contracts, serviceUsers } from './deliver.ts'

/** 评价: only who was served rates, once for each service. */
export const ratings = table(
  'rating',
  {
    id: key(),
    contractId: text()
      .notNull()
      .references(() => contracts.id),
    serviceUserId: text()
      .notNull()
      .references(() => serviceUsers.id),
    tokenHash: text().notNull(),
    state: oneOf(ratingStates).notNull(),
    level: int(),
    words: text(),
    photoId: text(),
    channel: text(),
    enteredBy: text(),
    invitedAt: instant().notNull(),
    givenAt: instant(),
    reply: text(),
    repliedBy: text(),
    repliedAt: instant(),
    hiddenReason: text(),
    /** 屏蔽理由 by the list; and why 居务监督 put the words back. */
    hiddenGround: oneOf(hideGrounds),
    restoredReason: text(),
  },
  (t) => [
    uniqueIndex('rating_once').on(t.contractId, t.serviceUserId),
    uniqueIndex('rating_token').on(t.tokenHash),
    index('rating_contract_state').on(t.contractId, t.state),
  ],
)
/** 整改: what a rating of 2 or less opens (好差评: 差评整改). */
export const rectifications = table(
  'rectification',
  {
    id: key(),
    ratingId: text()
      .notNull()
      .references(() => ratings.id),
    contractId: text().notNull(),
    state: oneOf(rectificationStates).notNull(),
    dueAt: instant().notNull(),
    answer: text(),
    answeredBy: text(),
    answeredAt: instant(),
    raterWords: text(),
    closedAt: instant(),
    openedAt: instant().notNull(),
  },
  (t) => [uniqueIndex('rectification_rating').on(t.ratingId)],
)

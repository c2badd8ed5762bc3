import { fen, index, instant, int, key, oneOf, table, text, uniqueIndex } from '../dialect.ts'
import { frameworkStates, orderStates, providerStates } from '../vocabulary.ts'
import { plans } from './buy.ts'
import { parties, persons } from './who.ts'

/** 开放式框架协议: published price and conditions; providers join at any time, those served choose among them. */
export const frameworks = table(
  'framework',
  {
    id: key(),
    refNo: text().notNull(),
    planId: text()
      .notNull()
      .references(() => plans.id),
    buyerId: text()
      .notNull()
      .references(() => parties.id),
    title: text().notNull(),
    /** What a provider must be able to do, and how it is paid. */
    conditions: text().notNull(),
    forWhom: text().notNull(),
    /** The least age band served; null: everybody. */
    ageFrom: int(),
    /** All orders together never exceed it. */
    ceiling: fen().notNull(),
    /** What one person may order in a calendar month; null: no limit. */
    perPerson: fen(),
    from: text('from_date').notNull(),
    to: text('to_date').notNull(),
    state: oneOf(frameworkStates).notNull(),
    draftedBy: text().notNull(),
    publishedBy: text(),
    publishedAt: instant(),
    closedReason: text(),
    createdAt: instant().notNull(),
  },
  (t) => [
    uniqueIndex('framework_ref').on(t.refNo),
    uniqueIndex('framework_plan').on(t.planId),
    index('framework_state').on(t.state),
  ],
)
/** One service of an agreement at its published price. */
export const frameworkItems = table(
  'framework_item',
  {
    id: key(),
    frameworkId: text()
      .notNull()
      .references(() => frameworks.id),
    ordinal: int().notNull(),
    name: text().notNull(),
    unit: text().notNull(),
    price: fen().notNull(),
    quality: text().notNull(),
    /** How long one unit takes, where the agreement says so. */
    minutes: int(),
  },
  (t) => [uniqueIndex('framework_item_order').on(t.frameworkId, t.ordinal)],
)
/** 入围供应商: a body that asked to join, and what became of it. */
export const frameworkProviders = table(
  'framework_provider',
  {
    id: key(),
    frameworkId: text()
      .notNull()
      .references(() => frameworks.id),
    supplierId: text()
      .notNull()
      .references(() => parties.id),
    words: text().notNull(),
    state: oneOf(providerStates).notNull(),
    appliedBy: text().notNull(),
    appliedAt: instant().notNull(),
    /** The last day of the review of an application. */
    reviewBy: text().notNull(),
    decidedBy: text(),
    decidedAt: instant(),
    reason: text(),
    /** Both signatures make the agreement: the buyer's by admission, the provider's here. */
    signedBy: text(),
    signedAt: instant(),
    endedAt: instant(),
  },
  (t) => [uniqueIndex('framework_provider_once').on(t.frameworkId, t.supplierId)],
)
/** 服务订单: one service ordered by or for a resident, of the provider chosen. */
export const orders = table(
  'service_order',
  {
    id: key(),
    refNo: text().notNull(),
    frameworkId: text()
      .notNull()
      .references(() => frameworks.id),
    itemId: text()
      .notNull()
      .references(() => frameworkItems.id),
    providerId: text()
      .notNull()
      .references(() => frameworkProviders.id),
    supplierId: text().notNull(),
    /** Whom it is for, and who ordered: the same person, or a family member who may act. */
    personId: text()
      .notNull()
      .references(() => persons.id),
    placedBy: text().notNull(),
    quantity: int().notNull(),
    amount: fen().notNull(),
    wishedOn: text().notNull(),
    /** What the provider should know; sealed, opened for the provider and the family only. */
    wordsSealed: text(),
    state: oneOf(orderStates).notNull(),
    placedAt: instant().notNull(),
    acceptedAt: instant(),
    acceptedBy: text(),
    doneAt: instant(),
    doneBy: text(),
    doneOn: text(),
    closedAt: instant(),
    closedBy: text(),
    reason: text(),
    /** 居家服务: the grant that pays for it; such an order is carried by its visit. */
    careId: text(),
    /** The month's claim it was paid in. */
    settlementId: text(),
  },
  (t) => [
    uniqueIndex('service_order_ref').on(t.refNo),
    // Read from the index alone: what all orders come to, how many a provider had confirmed, and the last of them.
    index('service_order_framework').on(t.frameworkId, t.state, t.amount),
    index('service_order_person').on(t.personId, t.frameworkId),
    index('service_order_supplier').on(t.supplierId, t.state, t.frameworkId, t.closedAt),
  ],
)
/** 家属代办: a family member whom the committee has written down as acting for a resident, until either ends it. */
export const kinships = table(
  'kinship',
  {
    id: key(),
    personId: text()
      .notNull()
      .references(() => persons.id),
    agentId: text()
      .notNull()
      .references(() => persons.id),
    relation: text().notNull(),
    /** How the resident agreed: in person, by telephone, by a signed paper. */
    consent: text().notNull(),
    communityId: text().notNull(),
    writtenBy: text().notNull(),
    writtenAt: instant().notNull(),
    endedAt: instant(),
    endedBy: text(),
  },
  (t) => [index('kinship_person').on(t.personId), index('kinship_agent').on(t.agentId)],
)

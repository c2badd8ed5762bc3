import { and, desc, eq, inArray, isNotNull, ne } from 'drizzle-orm'
import {
  bookEntries,
  contracts,
  meetingResolutions,
  meetings,
  needs,
  parties,
  payments,
  rounds,
} from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import { oversightMatters } from '#db/vocabulary.ts'
import type { Fen } from '../../money.ts'
import { contractIdsOf } from '../record/contracts-of-community.ts'

export type MatterKind = (typeof oversightMatters)[number]
/** One thing a community decided, bought or paid, as its supervision committee sees it. */
export type Matter = {
  id: string
  title: string
  at: Date
  amount: Fen | null
  /** Where whoever watches reads of it. */
  href: string
  /** Whose purchase it is: who bought does not rule on it. */
  buyerId: string | null
}
type Of = (db: Reader, communityId: string) => Promise<Matter[]>
const MOST = 200
const plain = { amount: null, buyerId: null }

const resolutions: Of = async (db, communityId) => {
  const rows = await db
    .select({ r: meetingResolutions, m: meetings })
    .from(meetingResolutions)
    .innerJoin(meetings, eq(meetings.id, meetingResolutions.meetingId))
    .where(and(eq(meetings.communityId, communityId), isNotNull(meetings.heldAt)))
    .orderBy(desc(meetings.heldAt), meetingResolutions.ordinal)
    .limit(MOST)
  return rows.map(({ r, m }) => ({
    ...plain,
    ...{ id: r.id, title: `${m.title}：${r.words}`, at: m.heldAt!, href: `/meetings/${m.id}` },
  }))
}

const votes: Of = async (db, communityId) => {
  const rows = await db
    .select()
    .from(rounds)
    .where(and(eq(rounds.communityId, communityId), isNotNull(rounds.sealedAt)))
    .orderBy(desc(rounds.closesAt))
    .limit(MOST)
  return rows.map((r) => ({
    ...plain,
    ...{
      id: r.id,
      title: r.name,
      at: r.announcedAt ?? r.sealedAt!,
      amount: r.budget,
      href: `/votes/${r.id}`,
    },
  }))
}

const asks: Of = async (db, communityId) => {
  const rows = await db
    .select()
    .from(needs)
    .where(and(eq(needs.communityId, communityId), ne(needs.state, 'draft')))
    .orderBy(desc(needs.createdAt))
    .limit(MOST)
  return rows.map((n) => ({
    ...plain,
    ...{ id: n.id, title: n.title, at: n.createdAt, amount: n.estimate, href: `/needs/${n.id}` },
  }))
}

const signed: Of = async (db, communityId) => {
  const ids = await contractIdsOf(db, communityId)
  const rows = ids.length
    ? await db
        .select({ c: contracts, supplier: parties.name })
        .from(contracts)
        .innerJoin(parties, eq(parties.id, contracts.supplierId))
        .where(inArray(contracts.id, ids))
        .orderBy(desc(contracts.createdAt), contracts.id)
        .limit(MOST)
    : []
  return rows.map(({ c, supplier }) => ({
    ...{ id: c.id, title: `${c.title}（${supplier}）`, at: c.publishedAt ?? c.createdAt },
    ...{ amount: c.price, href: `/projects/${c.planId}`, buyerId: c.buyerId },
  }))
}

const paid: Of = async (db, communityId) => {
  const ids = await contractIdsOf(db, communityId)
  const rows = ids.length
    ? await db
        .select({ p: payments, c: contracts })
        .from(payments)
        .innerJoin(contracts, eq(contracts.id, payments.contractId))
        .where(inArray(payments.contractId, ids))
        .orderBy(desc(payments.requestedAt), payments.id)
        .limit(MOST)
    : []
  return rows.map(({ p, c }) => ({
    ...{ id: p.id, title: `${p.refNo} ${c.title}`, at: p.paidAt ?? p.requestedAt, amount: p.amount },
    ...{ href: `/open/ledger?plan=${c.planId}`, buyerId: c.buyerId },
  }))
}

const booked: Of = async (db, communityId) => {
  const rows = await db
    .select({ b: bookEntries })
    .from(bookEntries)
    .innerJoin(parties, eq(parties.id, bookEntries.ownerId))
    .where(and(eq(parties.placeId, communityId), isNotNull(bookEntries.approvedAt)))
    .orderBy(desc(bookEntries.on), bookEntries.refNo)
    .limit(MOST)
  return rows.map(({ b }) => ({
    ...plain,
    ...{ id: b.id, title: `${b.refNo} ${b.title}`, at: b.approvedAt!, amount: b.amount },
    ...{ href: `/desk/books/${b.id}` },
  }))
}

const of: Record<MatterKind, Of> = {
  resolution: resolutions,
  round: votes,
  need: asks,
  contract: signed,
  payment: paid,
  book: booked,
}
export const isMatter = (word: string): word is MatterKind =>
  (oversightMatters as readonly string[]).includes(word)

/** 监督事项 of one kind in a community, the newest first. */
export const mattersOf = (db: Reader, communityId: string, kind: MatterKind): Promise<Matter[]> =>
  of[kind](db, communityId)

/** One of them, if it is that community's. */
export const matterOf = async (db: Reader, communityId: string, kind: MatterKind, id: string) =>
  (await mattersOf(db, communityId, kind)).find((m) => m.id === id) ?? null

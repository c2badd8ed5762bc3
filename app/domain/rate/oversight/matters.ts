import { and, desc, eq, isNotNull, ne } from 'drizzle-orm'
import { bookEntries, meetingResolutions, meetings, needs, parties, rounds } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import { oversightMatters } from '#db/vocabulary.ts'
import { boughtFor, paidFor } from './bought-matters.ts'
import type { Matter, Wanted } from './matter.ts'

export type MatterKind = (typeof oversightMatters)[number]
type Of = (db: Reader, wanted: Wanted) => Promise<Matter[]>
/** How many stand on one page of the list. */
const PAGE = 50
const plain = { amount: null, buyerId: null }

const resolutions: Of = async (db, { communityId, id }) => {
  const rows = await db
    .select({ r: meetingResolutions, m: meetings })
    .from(meetingResolutions)
    .innerJoin(meetings, eq(meetings.id, meetingResolutions.meetingId))
    .where(
      and(
        eq(meetings.communityId, communityId),
        id ? eq(meetingResolutions.id, id) : undefined,
        isNotNull(meetings.heldAt),
      ),
    )
    .orderBy(desc(meetings.heldAt), meetingResolutions.ordinal)
  return rows.map(({ r, m }) => ({
    ...plain,
    ...{ id: r.id, title: `${m.title}：${r.words}`, at: m.heldAt!, href: `/meetings/${m.id}` },
  }))
}

const votes: Of = async (db, { communityId, id }) => {
  const rows = await db
    .select()
    .from(rounds)
    .where(
      and(
        eq(rounds.communityId, communityId),
        id ? eq(rounds.id, id) : undefined,
        isNotNull(rounds.sealedAt),
      ),
    )
    .orderBy(desc(rounds.closesAt))
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

const asks: Of = async (db, { communityId, id }) => {
  const rows = await db
    .select()
    .from(needs)
    .where(
      and(eq(needs.communityId, communityId), id ? eq(needs.id, id) : undefined, ne(needs.state, 'draft')),
    )
    .orderBy(desc(needs.createdAt))
  return rows.map((n) => ({
    ...plain,
    ...{ id: n.id, title: n.title, at: n.createdAt, amount: n.estimate, href: `/needs/${n.id}` },
  }))
}

const booked: Of = async (db, { communityId, id }) => {
  const rows = await db
    .select({ b: bookEntries })
    .from(bookEntries)
    .innerJoin(parties, eq(parties.id, bookEntries.ownerId))
    .where(
      and(
        eq(parties.placeId, communityId),
        id ? eq(bookEntries.id, id) : undefined,
        isNotNull(bookEntries.approvedAt),
      ),
    )
    .orderBy(desc(bookEntries.on), bookEntries.refNo)
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
  contract: boughtFor,
  payment: paidFor,
  book: booked,
}
export const isMatter = (word: string): word is MatterKind =>
  (oversightMatters as readonly string[]).includes(word)

/** 监督事项 of one kind in a community: every one, the newest first. */
export async function mattersOf(db: Reader, communityId: string, kind: MatterKind): Promise<Matter[]> {
  const found = await of[kind](db, { communityId })
  return found.toSorted((a, b) => +b.at - +a.at)
}

/** One page of them, with how many there are in all. */
export async function mattersPage(db: Reader, at: { communityId: string; kind: MatterKind; page: number }) {
  const all = await mattersOf(db, at.communityId, at.kind)
  const pages = Math.max(1, Math.ceil(all.length / PAGE))
  const page = Math.min(Math.max(1, Math.trunc(at.page) || 1), pages)
  return { matters: all.slice((page - 1) * PAGE, page * PAGE), count: all.length, page, pages }
}

/** One of them, if it is that community's, however old. */
export async function matterOf(db: Reader, communityId: string, kind: MatterKind, id: string) {
  const [found] = await of[kind](db, { communityId, id })
  return found ?? null
}

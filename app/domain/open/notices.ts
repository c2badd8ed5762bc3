import { desc, eq, isNotNull } from 'drizzle-orm'
import {
  acceptances,
  awards,
  contracts,
  meetingNotices,
  milestones,
  places,
  rounds,
  tenders,
} from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import { postedNotices } from '../ask/deliberation/posted-notices.ts'
import { countByRoute, noticesByRoute } from './notices-by-route.ts'

/** One published decision (公示): its kind, its matter, when, where to read it, until when one may object. */
export type PublicNotice = {
  key: string
  kind:
    | 'intention'
    | 'direct'
    | 'objection'
    | 'tender'
    | 'join'
    | 'quotes'
    | 'failed'
    | 'result'
    | 'admission'
    | 'contract'
    | 'acceptance'
    | 'round'
    | 'meeting'
  title: string
  at: Date
  until: Date | null
  link: string
}

type Source = (db: Reader, most: number) => Promise<PublicNotice[]>

const tendersOut: Source = async (db, most) => {
  const rows = await db
    .select()
    .from(tenders)
    .where(isNotNull(tenders.publishedAt))
    .orderBy(desc(tenders.publishedAt), desc(tenders.id))
    .limit(most)
  return rows.map((t) => ({
    key: `t${t.id}`,
    kind: t.state === 'failed' || t.state === 'cancelled' ? 'failed' : 'tender',
    title: t.title,
    at: t.publishedAt!,
    until: t.state === 'published' ? t.deadline : null,
    link: `/tenders/${t.id}`,
  }))
}
const results: Source = async (db, most) => {
  const rows = await db
    .select({ award: awards, title: tenders.title })
    .from(awards)
    .innerJoin(tenders, eq(tenders.id, awards.tenderId))
    .where(isNotNull(awards.notifiedAt))
    .orderBy(desc(awards.notifiedAt), desc(awards.id))
    .limit(most)
  return rows.map(({ award, title }) => ({
    ...{ key: `a${award.id}`, kind: 'result', title, at: award.notifiedAt!, until: award.windowEndsAt },
    link: `/tenders/${award.tenderId}/result`,
  }))
}
const signed: Source = async (db, most) => {
  const rows = await db
    .select({ id: contracts.id, title: contracts.title, at: contracts.publishedAt })
    .from(contracts)
    .where(isNotNull(contracts.publishedAt))
    .orderBy(desc(contracts.publishedAt), desc(contracts.id))
    .limit(most)
  return rows.map(({ id, title, at }) => ({
    ...{ key: `c${id}`, kind: 'contract', title, at: at!, until: null, link: `/contracts/${id}` },
  }))
}
const accepted: Source = async (db, most) => {
  const rows = await db
    .select({
      id: acceptances.id,
      planId: contracts.planId,
      title: contracts.title,
      part: milestones.title,
      at: acceptances.publishedAt,
    })
    .from(acceptances)
    .innerJoin(milestones, eq(milestones.id, acceptances.milestoneId))
    .innerJoin(contracts, eq(contracts.id, milestones.contractId))
    .where(isNotNull(acceptances.publishedAt))
    .orderBy(desc(acceptances.publishedAt), desc(acceptances.id))
    .limit(most)
  return rows.map(({ id, planId, title, part, at }) => ({
    ...{ key: `x${id}`, kind: 'acceptance', title: `${title} · ${part}`, at: at!, until: null },
    link: `/projects/${planId}`,
  }))
}
const announced: Source = async (db, most) => {
  const rows = await db
    .select({ id: rounds.id, name: rounds.name, place: places.name, at: rounds.announcedAt })
    .from(rounds)
    .innerJoin(places, eq(places.id, rounds.communityId))
    .where(isNotNull(rounds.announcedAt))
    .orderBy(desc(rounds.announcedAt), desc(rounds.id))
    .limit(most)
  return rows.map(({ id, name, place, at }) => ({
    ...{ key: `r${id}`, kind: 'round', title: `${place} · ${name}`, at: at!, until: null },
    link: `/votes/${id}/result`,
  }))
}
const sources: readonly Source[] = [
  ...[postedNotices, tendersOut, results, signed, accepted, announced],
  ...noticesByRoute,
]

const PAGE = 60
/** Older pages than this are not turned to: each matter stands on its own page for good. */
const mostPages = 50
const newest = (a: PublicNotice, b: PublicNotice) =>
  b.at.getTime() - a.at.getTime() || (a.key < b.key ? 1 : -1)

async function countOf(db: Reader) {
  const counts = await Promise.all([
    db.$count(meetingNotices),
    db.$count(tenders, isNotNull(tenders.publishedAt)),
    db.$count(awards, isNotNull(awards.notifiedAt)),
    db.$count(contracts, isNotNull(contracts.publishedAt)),
    db.$count(acceptances, isNotNull(acceptances.publishedAt)),
    db.$count(rounds, isNotNull(rounds.announcedAt)),
    ...countByRoute(db),
  ])
  return counts.reduce((all, n) => all + n, 0)
}

const newestOf = async (db: Reader, most: number) =>
  (await Promise.all(sources.map((source) => source(db, most)))).flat().sort(newest)

/** What has been published, the newest first, sixty a page. */
export async function noticesAt(db: Reader, typed: number) {
  const pages = Math.min(mostPages, Math.max(1, Math.ceil((await countOf(db)) / PAGE)))
  const page = Number.isInteger(typed) ? Math.min(Math.max(1, typed), pages) : 1
  const all = await newestOf(db, page * PAGE)
  return { page, pages, notices: all.slice((page - 1) * PAGE, page * PAGE) }
}

/** The newest of what has been published. */
export const listNotices = async (db: Reader) => (await newestOf(db, PAGE)).slice(0, PAGE)

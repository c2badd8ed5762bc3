import { desc, eq, isNotNull } from 'drizzle-orm'
import {
  acceptances,
  awards,
  contracts,
  milestones,
  places,
  plans,
  rounds,
  tenders,
} from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import { postedNotices } from '../ask/deliberation/posted-notices.ts'

/** One published decision (公示): its kind, its matter, when, where to read it, until when one may object. */
export type PublicNotice = {
  key: string
  kind: 'intention' | 'tender' | 'failed' | 'result' | 'contract' | 'acceptance' | 'round' | 'meeting'
  title: string
  at: Date
  until: Date | null
  link: string
}

const most = 40
const tendersOut = (db: Reader) =>
  db
    .select()
    .from(tenders)
    .where(isNotNull(tenders.publishedAt))
    .orderBy(desc(tenders.publishedAt))
    .limit(most)
const results = (db: Reader) =>
  db
    .select({
      id: awards.id,
      tenderId: tenders.id,
      title: tenders.title,
      at: awards.notifiedAt,
      until: awards.windowEndsAt,
    })
    .from(awards)
    .innerJoin(tenders, eq(tenders.id, awards.tenderId))
    .where(isNotNull(awards.notifiedAt))
    .orderBy(desc(awards.notifiedAt))
    .limit(most)
const signed = (db: Reader) =>
  db
    .select({ id: contracts.id, title: contracts.title, at: contracts.publishedAt })
    .from(contracts)
    .where(isNotNull(contracts.publishedAt))
    .orderBy(desc(contracts.publishedAt))
    .limit(most)
const accepted = (db: Reader) =>
  db
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
    .orderBy(desc(acceptances.publishedAt))
    .limit(most)
const announced = (db: Reader) =>
  db
    .select({ id: rounds.id, name: rounds.name, place: places.name, at: rounds.announcedAt })
    .from(rounds)
    .innerJoin(places, eq(places.id, rounds.communityId))
    .where(isNotNull(rounds.announcedAt))
    .orderBy(desc(rounds.announcedAt))
    .limit(most)
const intended = (db: Reader) =>
  db
    .select({ id: plans.id, title: plans.title, on: plans.intentionOn })
    .from(plans)
    .where(isNotNull(plans.intentionOn))
    .orderBy(desc(plans.intentionOn))
    .limit(most)

/** What has been published, the newest first. */
export async function listNotices(db: Reader): Promise<PublicNotice[]> {
  const all: PublicNotice[] = [
    ...(await postedNotices(db, most)),
    ...(await tendersOut(db)).map((t) => ({
      key: `t${t.id}`,
      kind: t.state === 'failed' || t.state === 'cancelled' ? ('failed' as const) : ('tender' as const),
      title: t.title,
      at: t.publishedAt!,
      until: t.state === 'published' ? t.deadline : null,
      link: `/tenders/${t.id}`,
    })),
    ...(await results(db)).map((a) => ({
      key: `a${a.id}`,
      kind: 'result' as const,
      title: a.title,
      at: a.at!,
      until: a.until,
      link: `/tenders/${a.tenderId}/result`,
    })),
    ...(await signed(db)).map((c) => ({
      key: `c${c.id}`,
      kind: 'contract' as const,
      title: c.title,
      at: c.at!,
      until: null,
      link: `/contracts/${c.id}`,
    })),
    ...(await accepted(db)).map((x) => ({
      key: `x${x.id}`,
      kind: 'acceptance' as const,
      title: `${x.title} · ${x.part}`,
      at: x.at!,
      until: null,
      link: `/projects/${x.planId}`,
    })),
    ...(await announced(db)).map((r) => ({
      key: `r${r.id}`,
      kind: 'round' as const,
      title: `${r.place} · ${r.name}`,
      at: r.at!,
      until: null,
      link: `/votes/${r.id}/result`,
    })),
    ...(await intended(db)).map((p) => ({
      key: `i${p.id}`,
      kind: 'intention' as const,
      title: p.title,
      at: new Date(`${p.on}T09:00:00+08:00`),
      until: null,
      link: `/projects/${p.id}`,
    })),
  ]
  return all.sort((a, b) => b.at.getTime() - a.at.getTime()).slice(0, 60)
}

import { and, desc, eq, inArray, isNotNull } from 'drizzle-orm'
import {
  directObjections,
  frameworkProviders,
  frameworks,
  minorWorks,
  parties,
  plans,
} from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import { endOf } from '../dates.ts'
import type { PublicNotice } from './notices.ts'

type Source = (db: Reader, most: number) => Promise<PublicNotice[]>

/** 采购意向公开. */
const intended: Source = async (db, most) => {
  const rows = await db
    .select({ id: plans.id, title: plans.title, on: plans.intentionOn })
    .from(plans)
    .where(isNotNull(plans.intentionOn))
    .orderBy(desc(plans.intentionOn), desc(plans.id))
    .limit(most)
  return rows.map(({ id, title, on }) => ({
    ...{ key: `i${id}`, kind: 'intention', title, at: new Date(`${on}T09:00:00+08:00`), until: null },
    link: `/projects/${id}`,
  }))
}
/** 单一来源公示: open to objection until its last day. */
const single: Source = async (db, most) => {
  const rows = await db
    .select({ id: plans.id, title: plans.title, on: plans.directNoticeOn, until: plans.directNoticeUntil })
    .from(plans)
    .where(isNotNull(plans.directNoticeOn))
    .orderBy(desc(plans.directNoticeOn), desc(plans.id))
    .limit(most)
  return rows.map(({ id, title, on, until }) => ({
    ...{ key: `d${id}`, kind: 'direct', title, at: new Date(`${on}T09:00:00+08:00`) },
    ...{ until: until ? endOf(until) : null, link: `/direct-notices/${id}` },
  }))
}
/** 对单一来源公示的异议: that there was one; by whom and with which words stands on its page, answered. */
const objections: Source = async (db, most) => {
  const rows = await db
    .select({ id: directObjections.id, planId: plans.id, title: plans.title, at: directObjections.raisedAt })
    .from(directObjections)
    .innerJoin(plans, eq(plans.id, directObjections.planId))
    .orderBy(desc(directObjections.raisedAt), desc(directObjections.id))
    .limit(most)
  return rows.map(({ id, planId, title, at }) => ({
    ...{ key: `o${id}`, kind: 'objection', title, at, until: null, link: `/direct-notices/${planId}` },
  }))
}
/** 征集公告: bodies may join as long as the agreement is open. */
const calls: Source = async (db, most) => {
  const rows = await db
    .select()
    .from(frameworks)
    .where(isNotNull(frameworks.publishedAt))
    .orderBy(desc(frameworks.publishedAt), desc(frameworks.id))
    .limit(most)
  return rows.map(({ id, title, publishedAt, to, state }) => ({
    ...{ key: `f${id}`, kind: 'join', title, at: publishedAt!, link: `/frameworks/${id}` },
    until: state === 'published' ? endOf(to) : null,
  }))
}
const admitted = and(
  inArray(frameworkProviders.state, ['admitted', 'signed']),
  isNotNull(frameworkProviders.decidedAt),
)
/** 入围结果公告 (财政部令第110号): each body that was admitted, public in the breath that admits it. */
const admissions: Source = async (db, most) => {
  const rows = await db
    .select({ provider: frameworkProviders, title: frameworks.title, name: parties.name })
    .from(frameworkProviders)
    .innerJoin(frameworks, eq(frameworks.id, frameworkProviders.frameworkId))
    .innerJoin(parties, eq(parties.id, frameworkProviders.supplierId))
    .where(admitted)
    .orderBy(desc(frameworkProviders.decidedAt), desc(frameworkProviders.id))
    .limit(most)
  return rows.map(({ provider: p, title, name }) => ({
    ...{ key: `p${p.id}`, kind: 'admission', title: `${title} · ${name}`, at: p.decidedAt!, until: null },
    link: `/frameworks/${p.frameworkId}`,
  }))
}
/** 民生微实事的询价公告. */
const quotes: Source = async (db, most) => {
  const rows = await db
    .select()
    .from(minorWorks)
    .where(isNotNull(minorWorks.calledAt))
    .orderBy(desc(minorWorks.calledAt), desc(minorWorks.id))
    .limit(most)
  return rows.map(({ id, title, calledAt, quotesUntil, state }) => ({
    ...{ key: `m${id}`, kind: 'quotes', title, at: calledAt!, link: `/minor-works/${id}` },
    until: state === 'calling' ? quotesUntil : null,
  }))
}

/** What is told before any call for proposals, and by the routes that have none. */
export const noticesByRoute: readonly Source[] = [intended, single, objections, calls, admissions, quotes]
export const countByRoute = (db: Reader) => [
  db.$count(plans, isNotNull(plans.intentionOn)),
  db.$count(plans, isNotNull(plans.directNoticeOn)),
  db.$count(directObjections),
  db.$count(frameworks, isNotNull(frameworks.publishedAt)),
  db.$count(frameworkProviders, admitted),
  db.$count(minorWorks, isNotNull(minorWorks.calledAt)),
]

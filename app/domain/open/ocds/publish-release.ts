import { sql } from 'drizzle-orm'
import { sha256 } from '#app/ports/vault.ts'
import { counters, ocdsReleases } from '#db/schema/index.ts'
import type { Reader, Tx } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { dateOf } from '../../dates.ts'
import { complaintsOf } from './compose-complaints.ts'
import { amendmentOf } from './compose-enquiries.ts'
import { partiesOf } from './compose-parties.ts'
import { plannedTenderOf, planningOf } from './compose-planning.ts'
import { ratingsOf } from './compose-ratings.ts'
import { events, type Section, type Told } from './events.ts'
import { findProcess, type Process } from './find-process.ts'
import { reached, wayOf } from './ways.ts'
import { allOf } from './whole.ts'
import { instantOf, type Json, joined, known } from './words.ts'

type Clocks = Pick<Context, 'clock' | 'calendar'>

const relatedOf = ({ failed, profile: { origin } }: Process) =>
  failed && [
    {
      id: '1',
      relationship: ['unsuccessfulProcess'],
      scheme: 'ocid',
      identifier: failed,
      uri: `${origin}/open/ocds/records/${failed}.json`,
    },
  ]

async function sectionsOf(db: Reader, ctx: Clocks, p: Process, told: Told, id: string): Promise<Json> {
  const who = await partiesOf(db, p)
  const amends = told.amends ? id : null
  const way = wayOf(p)
  const say: Record<Section, () => Promise<Json>> = {
    planning: () => planningOf(db, p),
    tender: () => way.tender(db, ctx, p, who),
    award: () => way.award(db, p, who),
    contract: () => way.contract(db, p, who, amends),
    complaints: async () => ({ complaints: await complaintsOf(db, p) }),
    ratings: () => ratingsOf(db, p),
  }
  const parts: Json[] = []
  for (const section of told.sections) parts.push(await say[section]())
  if (!reached(p).tender) parts.push(plannedTenderOf(p))
  if (amends && told.sections.includes('tender'))
    parts.push({ tender: { id: p.plan.refNo, amendments: await amendmentOf(db, p, amends) } })
  return known({
    title: p.plan.title,
    parties: who.all,
    buyer: who.of(p.buyer.id),
    ...joined(parts),
    relatedProcesses: relatedOf(p),
  })
}

/** The place of a release in the feed: gapless, in the order of commits. */
async function nextOrdinal(tx: Tx): Promise<number> {
  const [row] = await tx
    .insert(counters)
    .values({ id: 'ocds', value: 1 })
    .onConflictDoUpdate({ target: counters.id, set: { value: sql`${counters.value} + 1` } })
    .returning({ value: counters.value })
  return row!.value
}

/** Writes one release; what was written is never changed. */
async function write(tx: Tx, ctx: Clocks, p: Process, told: Told) {
  const id = `${p.ocid}-${p.seq}-${told.tags[0]}`
  const at = ctx.clock.now()
  const head = {
    ocid: p.ocid,
    id,
    date: instantOf(at),
    tag: told.tags,
    initiationType: 'tender',
    language: 'zh',
  }
  const json = JSON.stringify({ ...head, ...(await sectionsOf(tx, ctx, p, told, id)) })
  await tx.insert(ocdsReleases).values({
    ordinal: await nextOrdinal(tx),
    id,
    ocid: p.ocid,
    seq: p.seq,
    tag: told.tags.join(','),
    planId: p.plan.id,
    tenderId: p.callId,
    at,
    json,
    sha256: sha256(json),
  })
}

type About = { subject: string; threadId?: string | null }
/** 公开数据: tells the world of an act, in the transaction that did it. */
export async function publishRelease(tx: Tx, ctx: Clocks, action: string, { subject, threadId }: About) {
  const event = Object.hasOwn(events, action) ? events[action] : undefined
  if (!event) return
  const callId = await event.call(tx, subject)
  if (callId === null && event.inTens) return
  const planId = threadId ?? (await event.thread?.(tx, subject))
  if (!planId) return
  const p = await findProcess(tx, planId, callId, dateOf(ctx.clock.now()))
  const told = p && event.tell(p)
  if (!told) return
  await write(tx, ctx, p, p.before.length === 0 ? { ...allOf(p), amends: false } : told)
}

/** Tells everything of a process that has no release yet; of one that has, nothing. */
export async function publishWhole(tx: Tx, ctx: Clocks, planId: string, callId: string | null) {
  const p = await findProcess(tx, planId, callId, dateOf(ctx.clock.now()))
  if (!p || p.before.length > 0) return false
  await write(tx, ctx, p, allOf(p))
  return true
}

import { and, eq, inArray } from 'drizzle-orm'
import { needs, places } from '#db/schema/index.ts'
import type { Context } from '../../context.ts'
import { dateOf } from '../../dates.ts'
import { authorize, may } from '../../policy/index.ts'
import { Refusal } from '../../refusal.ts'
import { dutiesOn, dutyById } from './find-duties.ts'
import {
  answeredBy,
  countAnsweredBy,
  findSuggestion,
  isOverdue,
  type Suggestion,
  supportersOfSuggestion,
  waitingFor,
} from './find-suggestion.ts'
import { petitionActs, petitionClocks, readPetition } from './petition/read-petition.ts'
import { leftOf, shownDuty, sourceOf } from './reply-clock.ts'

const PAGE = 20
const MOST = 5_000
function seatOf({ actor }: Context) {
  if (!actor.seat) throw new Refusal('forbidden', actor.personId ? 'needs-another-seat' : 'sign-in-first')
  return actor.seat
}
/** What this seat may read of what its body answered: a page of it, or all of it for a sheet. */
async function answeredPage(ctx: Context, typed: number | 'all') {
  const { partyId } = seatOf(ctx)
  const pages = Math.max(1, Math.ceil((await countAnsweredBy(ctx.db, partyId)) / PAGE))
  const page = Number.isInteger(typed) ? Math.min(Math.max(1, Number(typed)), pages) : 1
  const rows = await (typed === 'all'
    ? answeredBy(ctx.db, partyId, MOST)
    : answeredBy(ctx.db, partyId, PAGE, (page - 1) * PAGE))
  return { page, pages, answered: rows.filter((s) => may(ctx.actor, 'suggestion.read', s)) }
}

/** What waits for the acting seat, and a page of what it answered. */
export async function readWaiting(ctx: Context, typed: number | 'all' = 1) {
  const { partyId } = seatOf(ctx)
  const mine = (s: Suggestion) => may(ctx.actor, 'suggestion.read', s)
  const found = (await waitingFor(ctx.db, partyId)).filter(mine)
  const clocks = await petitionClocks(
    ctx,
    found.map(({ id }) => id),
  )
  const all = found.map((s) => ({ ...s, left: leftOf(ctx, s), clock: clocks.get(s.id) ?? null }))
  const now = ctx.clock.now()
  return {
    late: all.filter((s) => isOverdue(s, now)),
    waiting: all.filter((s) => !isOverdue(s, now)),
    ...(await answeredPage(ctx, typed)),
    source: await sourceOf(ctx),
    entersBurden: may(ctx.actor, 'burden.enter', { committeeId: partyId }),
  }
}

const open = ['draft', 'returned', 'published', 'accepted', 'shortlisted', 'selected', 'in_purchase'] as const
/** Needs of the place that an ask could join. */
const needsHere = ({ db }: Context, communityId: string) =>
  db
    .select({ id: needs.id, title: needs.title, state: needs.state })
    .from(needs)
    .where(and(eq(needs.communityId, communityId), inArray(needs.state, [...open])))

const gridOf = async ({ db }: Context, gridId: string | null) =>
  gridId
    ? ((await db.select({ name: places.name }).from(places).where(eq(places.id, gridId)))[0]?.name ?? null)
    : null

/** An ask before whoever must answer it, with the needs it could join. */
export async function readForAnswer(ctx: Context, refNo: string) {
  const asked = await findSuggestion(ctx.db, refNo)
  authorize(ctx.actor, 'suggestion.read', asked)
  const known = await needsHere(ctx, asked.communityId)
  const drafted = (n: { state: string }) => n.state === 'draft' || n.state === 'returned'
  return {
    asked,
    grid: await gridOf(ctx, asked.gridId),
    adopts: may(ctx.actor, 'suggestion.adopt', asked),
    drafts: known.filter(drafted),
    live: known.filter((n) => !drafted(n)),
    also: await supportersOfSuggestion(ctx.db, asked.id),
    left: leftOf(ctx, asked),
    source: await sourceOf(ctx),
    duty: await dutyById(ctx.db, asked.dutyId),
    duties: (await dutiesOn(ctx.db, dateOf(ctx.clock.now()))).map(shownDuty),
    returns: may(ctx.actor, 'suggestion.return', asked),
    petition: await readPetition(ctx, asked, true),
    acts: await petitionActs(ctx, asked),
  }
}

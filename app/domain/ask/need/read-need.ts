import { and, eq } from 'drizzle-orm'
import { needs, supports } from '#db/schema/index.ts'
import type { Context } from '../../context.ts'
import { dateOf, yearOf } from '../../dates.ts'
import { parameter } from '../../parameters.ts'
import { authorize, may } from '../../policy/index.ts'
import { Refusal } from '../../refusal.ts'
import { bodiesOfCommunity, gridsOfCommunity } from '../../where/bodies-of-community.ts'
import { communityOfSeat } from '../community-of-seat.ts'
import { dutiesOn } from '../suggestion/find-duties.ts'
import { shownDuty } from '../suggestion/reply-clock.ts'
import { voteReplyOf } from '../suggestion/vote-reply.ts'
import { reportedSurveys } from '../survey/find-survey.ts'
import { missingForPublishing } from './check-publishing.ts'
import { catalogue } from './find-catalogue.ts'
import { findDuplicates } from './find-duplicates.ts'
import { evidenceOf, sharesOf } from './find-evidence.ts'
import { findLikeNeeds } from './find-like-needs.ts'
import { findNeed, isOverdue, isPublic, type Need, withWriters } from './find-need.ts'
import { dutyToday } from './find-need-duty.ts'
import { supportersOfNeed } from './find-supporters.ts'
import { hitsOf } from './negative-list.ts'
import { priorityOf } from './priority.ts'
import { likedBy, projectLiked } from './project-liked.ts'
import { splittable } from './split-need.ts'
import { supportable } from './support-need.ts'

function leftOf({ clock, calendar }: Context, dueAt: Date | null) {
  if (!dueAt) return null
  const [today, last] = [dateOf(clock.now()), dateOf(new Date(dueAt.getTime() - 1))]
  return calendar.covers(yearOf(today)) && calendar.covers(yearOf(last))
    ? calendar.between(today, last)
    : null
}

async function shownDutyOf(ctx: Context, need: Need) {
  const duty = await dutyToday(ctx.db, need, dateOf(ctx.clock.now()))
  return duty && shownDuty(duty)
}

async function factsOf(ctx: Context, need: Need) {
  const share = (await sharesOf(ctx.db, [need.id])).get(need.id) ?? null
  return {
    need,
    grids: (await gridsOfCommunity(ctx.db, need.communityId)).filter((g) => need.gridIds?.includes(g.id)),
    evidence: await evidenceOf(ctx.db, need.id),
    share,
    priority: priorityOf({ ...need, share }),
    also: await supportersOfNeed(ctx.db, need.id),
    left: leftOf(ctx, need.dueAt),
    late: isOverdue(need, ctx.clock.now()),
    source: (await parameter(ctx.db, 'NEED_DECISION', dateOf(ctx.clock.now()))).source,
    hits: hitsOf(need),
    duty: await shownDutyOf(ctx, need),
  }
}

/** A need as everybody may read it, from its publication on. */
export async function readPublicNeed(ctx: Context, needId: string) {
  const need = await findNeed(ctx.db, needId)
  if (!isPublic(need)) throw new Refusal('missing', 'need')
  const { draftedBy: _d, publishedBy: _p, decidedBy: _w, ...shown } = need
  const facts = await factsOf(ctx, need)
  const splitFrom = await publicOne(ctx, need.splitFrom)
  const voted = await voteReplyOf(ctx.db, needId)
  const like = await likedBy(ctx.db, need.likePlanId)
  const joinable = supportable.includes(need.state)
  return { ...facts, need: { ...shown, splitFrom }, like, voted, joinable }
}

/** A need that may be linked to: a draft it was parted from stays unseen. */
async function publicOne({ db }: Context, id: string | null) {
  if (!id) return null
  const [found] = await db.select({ publishedAt: needs.publishedAt }).from(needs).where(eq(needs.id, id))
  return found && isPublic(found) ? id : null
}

/** Whether this person may say 我也需要, or already has. */
export async function readSupport(ctx: Context, needId: string) {
  const need = await findNeed(ctx.db, needId)
  if (!isPublic(need)) throw new Refusal('missing', 'need')
  const { personId } = ctx.actor
  const said = personId
    ? await ctx.db.$count(supports, and(eq(supports.needId, needId), eq(supports.personId, personId)))
    : 0
  const joins = !personId
    ? 'sign-in'
    : said > 0
      ? 'joined'
      : may(ctx.actor, 'need.support', need)
        ? 'may'
        : 'elsewhere'
  return {
    id: needId,
    title: need.title,
    communityName: need.communityName,
    joins,
    also: await supportersOfNeed(ctx.db, needId),
  } as const
}

/** A need before its committee or its street: what is wanting, what is alike, what may be done. */
export async function readNeedForDesk(ctx: Context, needId: string) {
  const need = await findNeed(ctx.db, needId)
  authorize(ctx.actor, 'need.read', need)
  const writing = need.state === 'draft' || need.state === 'returned'
  const mergeable = await ctx.db
    .select({ id: needs.id, title: needs.title, state: needs.state })
    .from(needs)
    .where(eq(needs.communityId, need.communityId))
  return {
    ...(await factsOf(ctx, need)),
    writing,
    missing: await missingForPublishing(ctx.db, need, dateOf(ctx.clock.now())),
    alike: await findLikeNeeds(ctx.db, need),
    duplicates: writing || need.state === 'published' ? await findDuplicates(ctx.db, need) : [],
    splits: splittable.includes(need.state) && need.estimate > 0 && may(ctx.actor, 'need.split', need),
    communityGrids: await gridsOfCommunity(ctx.db, need.communityId),
    edits: writing && may(ctx.actor, 'need.edit', need),
    publishes: writing && may(ctx.actor, 'need.publish', need),
    decides: need.state === 'published' && may(ctx.actor, 'need.accept', await withWriters(ctx.db, need)),
    directs: may(ctx.actor, 'need.merge', need),
    mergeable: mergeable.filter((n) => n.id !== needId && ['published', 'accepted'].includes(n.state)),
  }
}

/** What the pages that write a need offer to choose from. */
export async function readForWriting(ctx: Context, needId?: string, like?: string | null) {
  const need = needId ? await findNeed(ctx.db, needId) : null
  const communityId = need?.communityId ?? (await communityOfSeat(ctx.db, ctx))
  const bodies = await bodiesOfCommunity(ctx.db, communityId)
  authorize(ctx.actor, 'need.edit', bodies)
  return {
    need,
    like: like ? await projectLiked(ctx.db, like) : null,
    community: bodies.communityName,
    grids: await gridsOfCommunity(ctx.db, communityId),
    entries: await catalogue(ctx.db),
    duties: (await dutiesOn(ctx.db, dateOf(ctx.clock.now()))).map(shownDuty),
    duty: need && (await shownDutyOf(ctx, need)),
    surveys: (await reportedSurveys(ctx.db, communityId)).map(({ id, name, closesAt, refNo }) => ({
      id,
      name,
      closesAt,
      refNo,
    })),
    evidence: needId ? await evidenceOf(ctx.db, needId) : [],
  }
}

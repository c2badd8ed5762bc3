import { and, eq, inArray } from 'drizzle-orm'
import { needs, supports } from '#db/schema/index.ts'
import type { Context } from '../../context.ts'
import { dateOf, yearOf } from '../../dates.ts'
import { parameter } from '../../parameters.ts'
import { authorize, may } from '../../policy/index.ts'
import { Refusal } from '../../refusal.ts'
import { nobody } from '../../who/actor.ts'
import { type Duty, dutiesOn, dutyById } from './find-duties.ts'
import {
  answeredBy,
  codeOf,
  findSuggestion,
  isOverdue,
  isOwn,
  type Suggestion,
  supportersOfSuggestion,
  waitingFor,
} from './find-suggestion.ts'

/** Working days left to a deadline; null where a year's holidays are not known. */
function leftOf(ctx: Context, s: Pick<Suggestion, 'dueAt'>) {
  const [today, last] = [dateOf(ctx.clock.now()), dateOf(new Date(s.dueAt.getTime() - 1))]
  return ctx.calendar.covers(yearOf(today)) && ctx.calendar.covers(yearOf(last))
    ? ctx.calendar.between(today, last)
    : null
}
const sourceOf = async (ctx: Context) =>
  (await parameter(ctx.db, 'SUGGESTION_REPLY', dateOf(ctx.clock.now()))).source

async function joinsOf(ctx: Context, s: Suggestion) {
  const { personId } = ctx.actor
  if (s.state !== 'submitted' || (personId && s.personId === personId)) return 'closed' as const
  if (!personId) return 'sign-in' as const
  const mine = await ctx.db.$count(
    supports,
    and(eq(supports.suggestionId, s.id), eq(supports.personId, personId)),
  )
  if (mine > 0) return 'joined' as const
  return may(ctx.actor, 'suggestion.support', s) ? ('may' as const) : ('closed' as const)
}

/** An ask as anyone with its number may read it; the resident's own words only for who asked. */
export async function readSuggestion(ctx: Context, refNo: string, proof?: string | null) {
  const s = await findSuggestion(ctx.db, refNo)
  const own = isOwn(ctx, s, proof)
  const {
    kind,
    category,
    communityName,
    handlerName,
    handlerRole,
    state,
    dueAt,
    createdAt,
    reply,
    repliedAt,
    needId,
  } = s
  return {
    shown: {
      refNo,
      kind,
      category,
      communityName,
      handlerName,
      handlerRole,
      state,
      dueAt,
      createdAt,
      reply,
      repliedAt,
      needId: await publicNeed(ctx, needId),
    },
    duty: s.dutyId ? shownDuty((await dutyById(ctx.db, s.dutyId))!) : null,
    office: s.office,
    referReason: s.referReason,
    referredAt: s.referredAt,
    words: own ? s.words : null,
    sent: own ? { photos: s.photos?.length ?? 0, voice: s.voice !== null } : null,
    where: own ? s.where : null,
    also: await supportersOfSuggestion(ctx.db, s.id),
    late: isOverdue(s, ctx.clock.now()),
    left: leftOf(ctx, s),
    joins: await joinsOf(ctx, s),
    source: await sourceOf(ctx),
  }
}
async function publicNeed({ db }: Context, needId: string | null) {
  if (!needId) return null
  const [need] = await db.select({ publishedAt: needs.publishedAt }).from(needs).where(eq(needs.id, needId))
  return need?.publishedAt ? needId : null
}

/** What waits for the acting seat, and what it answered lately. */
export async function readWaiting(ctx: Context) {
  if (!ctx.actor.seat)
    throw new Refusal('forbidden', ctx.actor.personId ? 'needs-another-seat' : 'sign-in-first')
  const { partyId } = ctx.actor.seat
  const mine = (s: Suggestion) => may(ctx.actor, 'suggestion.read', s)
  const all = (await waitingFor(ctx.db, partyId)).filter(mine).map((s) => ({ ...s, left: leftOf(ctx, s) }))
  const now = ctx.clock.now()
  return {
    late: all.filter((s) => isOverdue(s, now)),
    waiting: all.filter((s) => !isOverdue(s, now)),
    answered: (await answeredBy(ctx.db, partyId)).filter(mine),
    source: await sourceOf(ctx),
  }
}

const shownDuty = ({ code, kind, title, ground, office }: Duty) => ({ code, kind, title, ground, office })

/** An ask before whoever must answer it, with the needs it could join. */
export async function readForAnswer(ctx: Context, refNo: string) {
  const asked = await findSuggestion(ctx.db, refNo)
  authorize(ctx.actor, 'suggestion.read', asked)
  const known = await ctx.db
    .select({ id: needs.id, title: needs.title, state: needs.state })
    .from(needs)
    .where(
      and(
        eq(needs.communityId, asked.communityId),
        inArray(needs.state, [
          'draft',
          'returned',
          'published',
          'accepted',
          'shortlisted',
          'selected',
          'in_purchase',
        ]),
      ),
    )
  const drafted = (n: { state: string }) => n.state === 'draft' || n.state === 'returned'
  return {
    asked,
    adopts: may(ctx.actor, 'suggestion.adopt', asked),
    drafts: known.filter(drafted),
    live: known.filter((n) => !drafted(n)),
    also: await supportersOfSuggestion(ctx.db, asked.id),
    left: leftOf(ctx, asked),
    source: await sourceOf(ctx),
    duty: await dutyById(ctx.db, asked.dutyId),
    duties: (await dutiesOn(ctx.db, dateOf(ctx.clock.now()))).map(shownDuty),
    returns: may(ctx.actor, 'suggestion.return', asked),
  }
}

/** What somebody is shown who has just sent an ask: its number and day, and the code while this browser may see it. */
export async function readSentAsk(ctx: Context, refNo: string, proof: string | null) {
  const { shown } = await readSuggestion(ctx, refNo)
  const asked = await findSuggestion(ctx.db, refNo)
  const fresh = isOwn({ ...ctx, actor: nobody }, asked, proof)
  const code = fresh && !asked.personId && !asked.phoneTail ? codeOf(ctx, refNo) : null
  return { shown, code }
}

import { and, eq } from 'drizzle-orm'
import { needs, supports } from '#db/schema/index.ts'
import type { Context } from '../../context.ts'
import { masked } from '../../masked-words.ts'
import { may } from '../../policy/index.ts'
import { nobody } from '../../who/actor.ts'
import { dutyById } from './find-duties.ts'
import {
  codeOf,
  findSuggestion,
  isOverdue,
  isOwn,
  type Suggestion,
  supportersOfSuggestion,
} from './find-suggestion.ts'
import { readPetition } from './petition/read-petition.ts'
import { leftOf, shownDuty, sourceOf } from './reply-clock.ts'
import { voteReplyOf } from './vote-reply.ts'

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

/** What anybody may know of an ask. */
const publicly = async (ctx: Context, s: Suggestion) => {
  const { refNo, kind, category, communityName, handlerName, handlerRole } = s
  const { state, dueAt, createdAt, reply, repliedAt } = s
  return {
    ...{ refNo, kind, category, communityName, handlerName, handlerRole },
    ...{ state, dueAt, createdAt, reply, repliedAt },
    needId: await publicNeed(ctx, s.needId),
  }
}
/** Whose duty it was found to be, and where it went. */
const handedOn = async (ctx: Context, { dutyId, office, referReason, referredAt }: Suggestion) => {
  const duty = await dutyById(ctx.db, dutyId)
  return { duty: duty && shownDuty(duty), office, referReason: masked(referReason), referredAt }
}

/** An ask as anyone with its number may read it; the resident's own words only for who asked. */
export async function readSuggestion(ctx: Context, refNo: string, proof?: string | null) {
  const s = await findSuggestion(ctx.db, refNo)
  const own = isOwn(ctx, s, proof)
  const petition = await readPetition(ctx, s, own)
  const shown = await publicly(ctx, s)
  return {
    petition,
    shown: own ? shown : { ...shown, reply: petition ? null : masked(shown.reply) },
    ...(await handedOn(ctx, s)),
    words: own ? s.words : null,
    sent: own ? { photos: s.photos?.length ?? 0, voice: s.voice !== null } : null,
    where: own ? s.where : null,
    voted: await voteReplyOf(ctx.db, s.needId),
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

/** What somebody is shown who has just sent an ask: its number and day, and the code while this browser may see it. */
export async function readSentAsk(ctx: Context, refNo: string, proof: string | null) {
  const { shown } = await readSuggestion(ctx, refNo)
  const asked = await findSuggestion(ctx.db, refNo)
  const fresh = isOwn({ ...ctx, actor: nobody }, asked, proof)
  const code = fresh && !asked.personId && !asked.phoneTail ? codeOf(ctx, refNo) : null
  return { shown, code }
}

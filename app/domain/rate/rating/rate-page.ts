import { eq } from 'drizzle-orm'
import { parties, rectifications } from '#db/schema/index.ts'
import type { Context } from '../../context.ts'
import { authorize } from '../../policy/index.ts'
import { rateable, raterOf, ratingByToken, ratingOf } from './find-rating.ts'
import { mustBeFresh } from './link-age.ts'

/** What the person served sees: the question, or what he said and what became of it. */
async function pageOf(ctx: Context, contractId: string, servedId: string | null) {
  const contract = await rateable(ctx.db, contractId)
  authorize(ctx.actor, 'rating.give', { servedId, supplierId: contract.supplierId })
  const [supplier] = await ctx.db.select().from(parties).where(eq(parties.id, contract.supplierId))
  const said = await ratingOf(ctx.db, contractId, servedId!)
  const [fix] = said
    ? await ctx.db.select().from(rectifications).where(eq(rectifications.ratingId, said.id))
    : []
  return {
    contractId,
    planId: contract.planId,
    title: contract.title,
    supplier: supplier?.name ?? '',
    said:
      said && said.level !== null
        ? {
            level: said.level,
            words: said.words,
            spoken: said.voiceId !== null,
            heard: said.heardWords,
            givenAt: said.givenAt,
            reply: said.reply,
            hiddenReason: said.hiddenReason,
          }
        : null,
    fix: fix
      ? { id: fix.id, state: fix.state, dueAt: fix.dueAt, answer: fix.answer, answeredAt: fix.answeredAt }
      : null,
  }
}
export type RatePage = Awaited<ReturnType<typeof pageOf>>

export async function ratePageByToken(ctx: Context, token: string) {
  const rating = await ratingByToken(ctx.db, token)
  await mustBeFresh(ctx, rating)
  const { serviceUserId, contractId } = rating
  return pageOf(ctx, contractId, serviceUserId)
}
export async function ratePageOf(ctx: Context, contractId: string) {
  const me = await raterOf(ctx.db, ctx.actor, contractId)
  return pageOf(ctx, contractId, me?.id ?? null)
}

import { eq } from 'drizzle-orm'
import { files, ratings } from '#db/schema/index.ts'
import { voiceKinds } from '../../ask/suggestion/keep-evidence.ts'
import type { Context } from '../../context.ts'
import { record } from '../../journal.ts'
import { authorize } from '../../policy/index.ts'
import { Refusal } from '../../refusal.ts'
import { findRating } from './find-rating.ts'
import type { WriteDown } from './forms.ts'

/** The recording that came with a rating, for those who may hear the person; what was hidden is not heard. */
export async function ratingVoice(ctx: Context, ratingId: string) {
  const r = await findRating(ctx.db, ratingId)
  authorize(ctx.actor, 'rating.hear', r.contract)
  const [file] = r.voiceId ? await ctx.db.select().from(files).where(eq(files.id, r.voiceId)) : []
  const bytes = file && r.state !== 'hidden' ? await ctx.files.get(file.sha256) : null
  if (!file || !bytes) throw new Refusal('missing', 'rating-voice-missing')
  return { bytes, mime: file.mime.split(';')[0]!, name: `rating.${voiceKinds[file.mime] ?? 'bin'}` }
}

/** 听写: somebody of the community, never of the body that was rated, writes down what the recording says; it is shown as written down by staff. */
export const writeDownVoice = (ctx: Context, { ratingId, words }: WriteDown) =>
  ctx.transact(async (tx) => {
    const was = await findRating(tx, ratingId)
    authorize(ctx.actor, 'rating.write_down', was.contract)
    if (!was.voiceId) throw new Refusal('missing', 'rating-voice-missing')
    if (was.state === 'hidden') throw new Refusal('conflict', 'rating-voice-hidden')
    const heard = { heardWords: words, heardBy: ctx.actor.personId, heardAt: ctx.clock.now() }
    await tx.update(ratings).set(heard).where(eq(ratings.id, ratingId))
    await record(tx, ctx, 'rating.write_down', { subject: ratingId })
    return { id: ratingId, contractId: was.contractId }
  })

import { cleanPhoto } from '#app/ports/photos.ts'
import type { Tx } from '#db/store.ts'
import { keepRecording } from '../../ask/suggestion/keep-evidence.ts'
import type { Context } from '../../context.ts'
import { record } from '../../journal.ts'
import { authorize } from '../../policy/index.ts'
import { Refusal } from '../../refusal.ts'
import { rateable, raterOf, ratingByToken, ratingOf } from './find-rating.ts'
import type { EnterRating, GiveRating } from './forms.ts'
import { invite } from './invite-raters.ts'
import { mustBeFresh } from './link-age.ts'
import { servedPeople } from './served-people.ts'
import { writeRating } from './write-rating.ts'

/** 居民评价, by the person served: from the link handed out, or signed in. */
export async function giveRating(ctx: Context, input: GiveRating) {
  const { level, words } = input
  const rated = await whose(ctx, input)
  authorize(ctx.actor, 'rating.give', { servedId: rated.servedId, supplierId: rated.supplierId })
  const photo = input.photo ? await clean(ctx, input.photo) : null
  const voice = input.voice ? await keepRecording(ctx, input.voice) : null
  return ctx.transact(async (tx) => {
    const contract = await rateable(tx, rated.contractId)
    authorize(ctx.actor, 'rating.give', { servedId: rated.servedId, supplierId: contract.supplierId })
    const was = await invited(tx, ctx, contract.id, rated.servedId!)
    return writeRating(tx, ctx, contract, was, { level, words, channel: 'phone', photo, voice })
  })
}

async function whose(ctx: Context, { token, contractId }: GiveRating) {
  const { db, actor } = ctx
  if (token !== undefined) {
    const rating = await ratingByToken(db, token)
    await mustBeFresh(ctx, rating)
    const { serviceUserId, contract } = rating
    return { servedId: serviceUserId, contractId: contract.id, supplierId: contract.supplierId }
  }
  const contract = await rateable(db, contractId)
  const me = await raterOf(db, actor, contractId)
  return { servedId: me?.id ?? null, contractId, supplierId: contract.supplierId }
}

/** The picture made new, without where and when it was taken. */
async function clean(ctx: Context, bytes: Buffer) {
  const photo = await cleanPhoto(bytes)
  if (!photo) throw new Refusal('invalid', 'photo-unreadable')
  return ctx.files.put(photo)
}

/** That person's rating row; whoever was served but not yet invited is invited now. */
async function invited(tx: Tx, ctx: Context, contractId: string, serviceUserId: string) {
  const found = await ratingOf(tx, contractId, serviceUserId)
  if (found) return found
  const user = (await servedPeople(tx, contractId)).find((u) => u.id === serviceUserId)
  if (!user) throw new Refusal('forbidden', 'not-served')
  return invite(tx, ctx, contractId, user)
}

/** The same from paper or over the telephone, written down by a clerk who is named as the helper. */
export const enterRating = (ctx: Context, { contractId, serviceUserId, ...said }: EnterRating) =>
  ctx.transact(async (tx) => {
    const contract = await rateable(tx, contractId)
    authorize(ctx.actor, 'rating.enter', contract)
    const was = await invited(tx, ctx, contractId, serviceUserId)
    const done = await writeRating(tx, ctx, contract, was, { ...said, enteredBy: ctx.actor.personId })
    await record(tx, ctx, 'rating.enter', { subject: was.id }, { channel: said.channel })
    return done
  })

import { files, ratings, rectifications } from '#db/schema/index.ts'
import type { Tx } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { dateOf, endOf } from '../../dates.ts'
import { handlerOf } from '../../deliver/contract/buyer-roles.ts'
import type { ContractFacts } from '../../deliver/contract/find-contract.ts'
import { record } from '../../journal.ts'
import { move } from '../../move.ts'
import { notify } from '../../notify.ts'
import { deadlineOf } from '../../parameters.ts'
import { Refusal } from '../../refusal.ts'
import type { Rating } from './find-rating.ts'
import { rating } from './machine.ts'

type Kept = { sha256: string; size: number }
export type Said = {
  level: number
  words?: string
  channel: 'phone' | 'paper' | 'call'
  enteredBy?: string | null
  photo?: Kept | null
  voice?: (Kept & { mime: string }) | null
}

/** Writes down what was said, once; two points or fewer open a rectification in the same breath (差评整改). */
export async function writeRating(tx: Tx, ctx: Context, contract: ContractFacts, was: Rating, said: Said) {
  if (was.state !== 'invited') throw new Refusal('conflict', 'already-rated')
  const { level, channel, photo = null, voice = null } = said
  const now = ctx.clock.now()
  await move(tx, ratings, rating, was, 'give', {
    level,
    words: said.words || null,
    channel,
    enteredBy: said.enteredBy ?? null,
    givenAt: now,
    photoId: photo
      ? await keep(tx, ctx, was, contract, { ...photo, mime: 'image/jpeg', name: 'photo.jpg' })
      : null,
    voiceId: voice ? await keep(tx, ctx, was, contract, { ...voice, name: 'voice' }) : null,
  })
  await record(tx, ctx, 'rating.give', { subject: was.id, threadId: contract.planId }, { level, channel })
  if (level <= 2) await openRectification(tx, ctx, contract, was)
  return { id: was.id, contractId: contract.id }
}

async function keep(
  tx: Tx,
  ctx: Context,
  was: Rating,
  contract: ContractFacts,
  file: Kept & { mime: string; name: string },
) {
  const [made] = await tx
    .insert(files)
    .values({
      ...file,
      isPublic: false,
      ownerId: contract.supplierId,
      subject: was.id,
      createdAt: ctx.clock.now(),
    })
    .returning({ id: files.id })
  return made!.id
}

async function openRectification(tx: Tx, ctx: Context, contract: ContractFacts, was: Rating) {
  const now = ctx.clock.now()
  const [made] = await tx
    .insert(rectifications)
    .values({
      ratingId: was.id,
      contractId: contract.id,
      state: 'opened',
      openedAt: now,
      dueAt: endOf(await deadlineOf(tx, ctx.calendar, 'RECTIFY', dateOf(now))),
    })
    .returning({ id: rectifications.id })
  await record(tx, ctx, 'rectification.open', { subject: made!.id, threadId: contract.planId })
  const link = `/desk/ratings/one/${was.id}`
  for (const role of ['org_signer', 'org_editor'] as const)
    await notify(tx, ctx, { role, partyId: contract.supplierId }, 'rectification-opened', link, {
      title: contract.title,
    })
  await notify(
    tx,
    ctx,
    { role: await handlerOf(tx, contract.buyerId), partyId: contract.buyerId },
    'rectification-opened',
    link,
    { title: contract.title },
  )
}

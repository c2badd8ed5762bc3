import { sha256 } from '#app/ports/vault.ts'
import { type HandoverMatter, handovers } from '#db/schema/index.ts'
import type { Tx } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { dateOf, yearOf } from '../../dates.ts'
import { record } from '../../journal.ts'
import { notify } from '../../notify.ts'
import { authorize } from '../../policy/index.ts'
import { nextRef } from '../../reference.ts'
import { Refusal } from '../../refusal.ts'
import { findPost, isPost, type Post, standingHandover, successorsOf } from './find-handover.ts'
import type { SignForLeaver, SignHandover } from './forms.ts'
import { mattersOfPost, printOf } from './matters-of-post.ts'

type Said = { toId: string; words: string; seen: string; ground?: string }
type FoundPost = Awaited<ReturnType<typeof findPost>>

/** 移交: the holder signs over what his post has open to whoever follows him in it. */
export const signHandover = (ctx: Context, { seatId, ...said }: SignHandover) =>
  ctx.transact(async (tx) => {
    const post = await findPost(tx, seatId)
    authorize(ctx.actor, 'handover.sign', post)
    return drawUp(tx, ctx, post, said)
  })

/** 代为移交: who appoints signs for a holder who is gone, and says why. */
export const signForLeaver = (ctx: Context, { seatId, ...said }: SignForLeaver) =>
  ctx.transact(async (tx) => {
    const post = await findPost(tx, seatId)
    authorize(ctx.actor, 'handover.sign_for', post)
    return drawUp(tx, ctx, post, said)
  })

/** The list as it stands now: whoever saw another one is shown it again before he signs. */
async function listSeen(tx: Tx, ctx: Context, post: Post, { toId, seen }: Said) {
  if (!isPost(post)) throw new Refusal('conflict', 'handover-no-post')
  if (await standingHandover(tx, post.id)) throw new Refusal('conflict', 'handover-signed')
  const heirs = await successorsOf(tx, post, dateOf(ctx.clock.now()))
  if (!heirs.some(({ id }) => id === toId)) throw new Refusal('invalid', 'handover-successor')
  const matters = await mattersOfPost(tx, ctx, post)
  if (printOf(matters) !== seen) throw new Refusal('conflict', 'handover-matters-moved')
  return matters
}

const fingerprint = (refNo: string, post: Post, said: Said, matters: readonly HandoverMatter[]) =>
  sha256(JSON.stringify([refNo, post.role, post.partyId, post.personId, said.toId, matters, said.words]))

async function drawUp(tx: Tx, ctx: Context, post: FoundPost, said: Said) {
  const matters = await listSeen(tx, ctx, post, said)
  const now = ctx.clock.now()
  const refNo = await nextRef(tx, 'YJ', yearOf(dateOf(now)))
  const { role, partyId } = post
  const [made] = await tx
    .insert(handovers)
    .values({
      ...{ refNo, seatId: post.id, role, partyId, fromId: post.personId, toId: said.toId },
      ...{ state: 'signed', signedBy: ctx.actor.personId, ground: said.ground ?? null, signedAt: now },
      ...{ matters, words: said.words, hash: fingerprint(refNo, post, said, matters) },
    })
    .returning({ id: handovers.id })
  const id = made!.id
  await notify(tx, ctx, { personId: said.toId }, 'handover-to-receive', `/desk/handovers/${id}`, {
    party: post.party,
  })
  const act = said.ground ? 'handover.sign_for' : 'handover.sign'
  await record(tx, ctx, act, { subject: id }, { role, partyId, matters: matters.length })
  return { id }
}

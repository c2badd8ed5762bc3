import { desc, eq } from 'drizzle-orm'
import { type HandoverMatter, handovers, parties } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { dateOf } from '../../dates.ts'
import { personNames } from '../../deliver/contract/names.ts'
import { authorize, may } from '../../policy/index.ts'
import {
  findHandover,
  findPost,
  isHandedOver,
  isPost,
  standingHandover,
  subjectOf,
  successorsOf,
} from './find-handover.ts'
import { handover as machine } from './machine.ts'
import { mattersOfPost, printOf, sameMatter } from './matters-of-post.ts'

/** Kinds of open matters, how many of each, and when the first is due: what who appoints may know of a post's work. */
function kindsOf(matters: readonly HandoverMatter[]) {
  const kinds = [...new Set(matters.map(({ key }) => key))]
  return kinds.map((key) => {
    const these = matters.filter((one) => one.key === key)
    const dues = these.flatMap(({ due }) => (due === null ? [] : [due]))
    return { key, params: these[0]!.params, n: these.length, due: dues.length > 0 ? Math.min(...dues) : null }
  })
}

const earlier = (db: Reader, seatId: string) =>
  db
    .select({
      id: handovers.id,
      refNo: handovers.refNo,
      state: handovers.state,
      signedAt: handovers.signedAt,
    })
    .from(handovers)
    .where(eq(handovers.seatId, seatId))
    .orderBy(desc(handovers.signedAt))

/** A post that is to change hands: to its holder what it has open, to who appoints how much of what. */
export async function seatHandoverPage(ctx: Context, seatId: string) {
  const post = await findPost(ctx.db, seatId)
  const maySign = may(ctx.actor, 'handover.sign', post)
  if (!maySign) authorize(ctx.actor, 'handover.sign_for', post)
  const matters = isPost(post) ? await mattersOfPost(ctx.db, ctx, post) : []
  const standing = await standingHandover(ctx.db, seatId)
  const { id, role, party, partyEn, name, from, to, ground } = post
  const today = dateOf(ctx.clock.now())
  const over = to !== null && to < today
  return {
    post: { id, role, party, partyEn, name, from, to, ground },
    own: maySign,
    matters: maySign ? matters : [],
    kinds: maySign ? [] : kindsOf(matters),
    n: matters.length,
    seen: printOf(matters),
    open: isPost(post) && standing === null,
    mayWithdraw: !over && may(ctx.actor, 'seat.withdraw', post),
    blocked: matters.length > 0 && !isHandedOver(standing),
    earlier: await earlier(ctx.db, seatId),
    successors: await successorsOf(ctx.db, post, today),
  }
}

/** Which of the matters handed over still wait at the post. */
async function withStanding(ctx: Context, matters: readonly HandoverMatter[], post: { id: string }) {
  const now = await mattersOfPost(ctx.db, ctx, await findPost(ctx.db, post.id))
  return matters.map((one) => ({ ...one, open: now.some((other) => sameMatter(one, other)) }))
}

/** One handover: whole for who left and who follows; who appoints reads that it was done, not what it is about. */
export async function handoverPage(ctx: Context, handoverId: string) {
  const was = await findHandover(ctx.db, handoverId)
  authorize(ctx.actor, 'handover.read', subjectOf(was))
  const { personId } = ctx.actor
  const party = personId === was.fromId || personId === was.toId
  const people = await personNames(ctx.db, [was.fromId, was.toId, was.signedBy])
  const [body] = await ctx.db
    .select({ name: parties.name, nameEn: parties.nameEn })
    .from(parties)
    .where(eq(parties.id, was.partyId))
  const { id, refNo, role, state, words, hash, ground, signedAt, receivedAt, returnedAt, returnWords } = was
  return {
    ...{ id, refNo, role, state, hash, ground, signedAt, receivedAt, returnedAt },
    party: body?.name ?? '',
    partyEn: body?.nameEn ?? null,
    from: people[was.fromId] ?? '',
    to: people[was.toId] ?? '',
    signedFor: was.signedBy !== was.fromId ? (people[was.signedBy ?? ''] ?? null) : null,
    n: was.matters.length,
    words: party ? words : null,
    returnWords: party ? returnWords : null,
    matters: party ? await withStanding(ctx, was.matters, { id: was.seatId }) : [],
    kinds: party ? [] : kindsOf(was.matters),
    acts: machine.open(state).filter((act) => may(ctx.actor, `handover.${act}`, subjectOf(was))),
  }
}

import { and, eq } from 'drizzle-orm'
import { tenderFollows } from '#db/schema/index.ts'
import type { Reader, Tx } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { notify } from '../../notify.ts'
import { authorize } from '../../policy/index.ts'
import { Refusal } from '../../refusal.ts'
import { findTender, type Tender } from './find-tender.ts'

const running = ['published', 'opened', 'evaluated', 'awarded']

const mine = (tenderId: string, personId: string) =>
  and(eq(tenderFollows.tenderId, tenderId), eq(tenderFollows.personId, personId))

async function findPublished(db: Reader, tenderId: string) {
  const tender = await findTender(db, tenderId)
  if (!tender.publishedAt) throw new Refusal('missing', 'tender-missing')
  return tender
}

/** 关注: hears of every change from now on. Written in no journal, counted for nobody: it would hint at the bidders. */
export const followTender = (ctx: Context, { tenderId }: { tenderId: string }) =>
  ctx.transact(async (tx) => {
    const was = await findPublished(tx, tenderId)
    authorize(ctx.actor, 'tender.follow', was)
    if (!running.includes(was.state)) throw new Refusal('conflict', 'tender-over')
    await tx
      .insert(tenderFollows)
      .values({ tenderId, personId: ctx.actor.personId!, at: ctx.clock.now() })
      .onConflictDoNothing()
    return { id: tenderId }
  })

export const unfollowTender = (ctx: Context, { tenderId }: { tenderId: string }) =>
  ctx.transact(async (tx) => {
    authorize(ctx.actor, 'tender.follow', await findPublished(tx, tenderId))
    await tx.delete(tenderFollows).where(mine(tenderId, ctx.actor.personId!))
    return { id: tenderId }
  })

/** Whether this reader follows; nothing about anybody else. */
export async function readFollow(ctx: Context, tenderId: string) {
  const { id, refNo, title, state } = await findPublished(ctx.db, tenderId)
  const { personId } = ctx.actor
  const own = personId ? await ctx.db.select().from(tenderFollows).where(mine(tenderId, personId)) : []
  return {
    id,
    refNo,
    title,
    over: !running.includes(state),
    signedIn: personId !== null,
    follows: own.length > 0,
  }
}

/** Tells each follower by himself. */
export async function tellFollowers(
  tx: Tx,
  ctx: Context,
  { id, title }: Pick<Tender, 'id' | 'title'>,
  message: string,
  page = '',
) {
  const theirs = await tx
    .select({ personId: tenderFollows.personId })
    .from(tenderFollows)
    .where(eq(tenderFollows.tenderId, id))
  for (const { personId } of theirs)
    await notify(tx, ctx, { personId }, message, `/tenders/${id}${page}`, {
      tender: title,
      stop: `/tenders/${id}/follow`,
    })
}

import { and, count, desc, eq, isNull, lte, or } from 'drizzle-orm'
import { z } from 'zod'
import { noticeReads, notices } from '#db/schema/index.ts'
import { isNoRoom, type Reader, type Tx } from '#db/store.ts'
import type { Context } from '../context.ts'
import { Refusal } from '../refusal.ts'

const PAGE = 30
/** Pages further back than this are not shown: what is so old stands in its matter. */
const mostPages = 200

/** What is told to a person, or to whoever sits in his seat. */
function mine({ actor }: Pick<Context, 'actor'>) {
  const { personId, seat } = actor
  if (!personId) throw new Refusal('forbidden', 'sign-in-first')
  const own = eq(notices.personId, personId)
  const seated = seat && and(eq(notices.partyId, seat.partyId), eq(notices.role, seat.role))
  const readByMe = and(eq(noticeReads.noticeId, notices.id), eq(noticeReads.personId, personId))
  return { personId, where: seated ? or(own, seated) : own, readByMe }
}

const rowsOf = (db: Reader, ctx: Pick<Context, 'actor'>, unread: boolean) => {
  const { where, readByMe } = mine(ctx)
  return db
    .select({
      id: notices.id,
      message: notices.message,
      params: notices.params,
      link: notices.link,
      at: notices.createdAt,
      readAt: noticeReads.at,
    })
    .from(notices)
    .leftJoin(noticeReads, readByMe)
    .where(unread ? and(where, isNull(noticeReads.id)) : where)
    .orderBy(desc(notices.createdAt), desc(notices.id))
}

/** What concerns the person, or whoever sits in his seat, newest first. */
export const myNotices = async (ctx: Context, most = PAGE, from = 0) =>
  rowsOf(ctx.db, ctx, false).limit(most).offset(from)

async function countOf(ctx: Context, unread: boolean) {
  const { where, readByMe } = mine(ctx)
  const [row] = await ctx.db
    .select({ n: count() })
    .from(notices)
    .leftJoin(noticeReads, readByMe)
    .where(unread ? and(where, isNull(noticeReads.id)) : where)
  return row?.n ?? 0
}

/** 新消息: how many a person has not opened, and the newest of them. */
export async function newsOf(ctx: Context, most = 5) {
  return { n: await countOf(ctx, true), newest: await rowsOf(ctx.db, ctx, true).limit(most) }
}

/** A page of all that a person was told, and how many of it he has not opened. */
export async function noticesPage(ctx: Context, typed: number) {
  const pages = Math.min(mostPages, Math.max(1, Math.ceil((await countOf(ctx, false)) / PAGE)))
  const page = Number.isInteger(typed) ? Math.min(Math.max(1, typed), pages) : 1
  const notices = await myNotices(ctx, PAGE, (page - 1) * PAGE)
  return { page, pages, unread: await countOf(ctx, true), notices }
}

const markRead = (tx: Tx, ctx: Context, ids: readonly string[]) =>
  tx
    .insert(noticeReads)
    .values(ids.map((noticeId) => ({ noticeId, personId: ctx.actor.personId!, at: ctx.clock.now() })))
    .onConflictDoNothing()

/** Where a notice leads; from now on it is not new to this person. Reading goes on while nothing can be saved. */
export async function openNotice(ctx: Context, noticeId: string): Promise<string> {
  const [found] = await ctx.db
    .select({ id: notices.id, link: notices.link })
    .from(notices)
    .where(and(eq(notices.id, noticeId), mine(ctx).where))
  if (!found) throw new Refusal('missing', 'notice')
  const read = ctx.transact(async (tx) => void (await markRead(tx, ctx, [found.id])))
  await read.catch((error: unknown) => {
    if (!isNoRoom(error) && !(error instanceof Refusal && error.kind === 'unsure')) throw error
  })
  return found.link
}

export const readAllForm = z.object({}).strict()
const AT_ONCE = 400
/** 都看过了: nothing told up to now is new to this person any more. */
export const readAll = (ctx: Context, _: z.output<typeof readAllForm> = {}) =>
  ctx.transact(async (tx) => {
    const { where, readByMe } = mine(ctx)
    const told = await tx
      .select({ id: notices.id })
      .from(notices)
      .leftJoin(noticeReads, readByMe)
      .where(and(where, isNull(noticeReads.id), lte(notices.createdAt, ctx.clock.now())))
    for (let at = 0; at < told.length; at += AT_ONCE)
      await markRead(
        tx,
        ctx,
        told.slice(at, at + AT_ONCE).map((n) => n.id),
      )
    return { n: told.length }
  })

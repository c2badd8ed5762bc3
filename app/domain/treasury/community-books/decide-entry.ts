import { and, eq, sql } from 'drizzle-orm'
import { bookBalances, bookEntries } from '#db/schema/index.ts'
import type { Tx } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { record } from '../../journal.ts'
import { move } from '../../move.ts'
import { notify } from '../../notify.ts'
import { authorize } from '../../policy/index.ts'
import { Refusal } from '../../refusal.ts'
import { type BookEntry, findBookEntry } from './find-book.ts'
import type { OfBookEntry } from './forms.ts'
import { bookEntry } from './machine.ts'

/** Moves what is left of that kind of income; no kind is spent past what came in of it, and the database refuses it too. */
async function moveBalance(tx: Tx, { ownerId, kind, amount }: BookEntry) {
  const b = bookBalances
  const here = and(eq(b.ownerId, ownerId), eq(b.kind, kind))
  const [now] = await tx.select().from(b).where(here)
  if ((now?.amount ?? 0) + amount < 0) throw new Refusal('conflict', 'book-overdrawn')
  if (now)
    await tx
      .update(b)
      .set({ amount: sql`${b.amount} + ${amount}` })
      .where(here)
  else await tx.insert(b).values({ ownerId, kind, amount })
}

const tellClerk = (tx: Tx, ctx: Context, was: BookEntry, message: string) =>
  notify(
    tx,
    ctx,
    { role: was.side === 'committee' ? 'committee_clerk' : 'station_clerk', partyId: was.ownerId },
    message,
    `/desk/books/${was.id}`,
    { no: was.refNo },
  )

/** 审批入账: by another person than entered it; from now on it stands for ever. */
export const approveBookEntry = (ctx: Context, { bookId }: { bookId: string }) =>
  ctx.transact(async (tx) => {
    const was = await findBookEntry(tx, bookId)
    authorize(ctx.actor, 'bookEntry.approve', was)
    const by = { approvedBy: ctx.actor.personId, approvedAt: ctx.clock.now() }
    await move(tx, bookEntries, bookEntry, was, 'approve', by)
    await moveBalance(tx, was)
    await record(tx, ctx, 'bookEntry.approve', { subject: bookId }, { refNo: was.refNo })
    return { id: bookId }
  })

/** 退回: with the reason; the clerk enters it anew, its paper is free again. */
export const returnBookEntry = (ctx: Context, { bookId, reason }: OfBookEntry) =>
  ctx.transact(async (tx) => {
    const was = await findBookEntry(tx, bookId)
    authorize(ctx.actor, 'bookEntry.return', was)
    const by = { returnReason: reason, returnedAt: ctx.clock.now() }
    await move(tx, bookEntries, bookEntry, was, 'return', by)
    await tellClerk(tx, ctx, was, 'book-returned')
    await record(tx, ctx, 'bookEntry.return', { subject: bookId }, { refNo: was.refNo })
    return { id: bookId }
  })

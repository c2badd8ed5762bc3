import { and, eq, isNull, ne } from 'drizzle-orm'
import { bookEntries } from '#db/schema/index.ts'
import type { Tx } from '#db/store.ts'
import { bookKindsOf } from '#db/vocabulary.ts'
import type { Context } from '../../context.ts'
import { dateOf, yearOf } from '../../dates.ts'
import { record } from '../../journal.ts'
import { negative } from '../../money.ts'
import { notify } from '../../notify.ts'
import { filePaper, keepPaper } from '../../paper-file.ts'
import { authorize } from '../../policy/index.ts'
import { nextRef } from '../../reference.ts'
import { Refusal } from '../../refusal.ts'
import { type Book, bookOf, findBookEntry, noBook } from './find-book.ts'
import type { EnterBookEntry, OfBookEntry } from './forms.ts'

const approverOf = ({ side, approverId }: Book) => ({
  role: side === 'committee' ? ('committee_director' as const) : ('street_finance' as const),
  partyId: approverId,
})
const numberOf = (tx: Tx, ctx: Context, { side }: Book) =>
  nextRef(tx, side === 'committee' ? 'JW' : 'ZW', yearOf(dateOf(ctx.clock.now())))

type Typed = Omit<EnterBookEntry, 'scan'>
/** 两本账分开: a kind of income belongs to one side only; a paper proves one entry. */
async function mayBeEntered(tx: Tx, ctx: Context, { side, ownerId }: Book, typed: Typed & { hash: string }) {
  const own: readonly string[] = bookKindsOf[side]
  if (!own.includes(typed.kind)) throw new Refusal('invalid', 'book-kind-of-other-side')
  if (typed.on > dateOf(ctx.clock.now())) throw new Refusal('invalid', 'book-in-the-future')
  const e = bookEntries
  const living = and(eq(e.ownerId, ownerId), ne(e.state, 'returned'), isNull(e.reversesId))
  const [used] = await tx
    .select({ refNo: e.refNo })
    .from(e)
    .where(and(living, eq(e.voucherNo, typed.voucherNo)))
  if (used) throw new Refusal('conflict', 'book-voucher-used', { no: used.refNo })
  const [seen] = await tx
    .select({ refNo: e.refNo })
    .from(e)
    .where(and(living, eq(e.scanHash, typed.hash)))
  if (seen) throw new Refusal('conflict', 'book-scan-used', { no: seen.refNo })
}

/** 记一笔: by the clerk of that side, with its paper; it counts once it is approved. */
export async function enterBookEntry(ctx: Context, { scan, way, ...typed }: EnterBookEntry) {
  const ownerId = ctx.actor.seat?.partyId ?? ''
  authorize(ctx.actor, 'bookEntry.enter', (await bookOf(ctx.db, ownerId)) ?? noBook)
  const kept = await keepPaper(ctx, 'voucher', scan)
  return ctx.transact(async (tx) => {
    const book = (await bookOf(tx, ownerId)) ?? noBook
    authorize(ctx.actor, 'bookEntry.enter', book)
    await mayBeEntered(tx, ctx, book, { ...typed, way, hash: kept.hash })
    const refNo = await numberOf(tx, ctx, book)
    const amount = way === 'income' ? typed.amount : negative(typed.amount)
    const by = { enteredBy: ctx.actor.personId!, enteredAt: ctx.clock.now(), state: 'entered' as const }
    const [made] = await tx
      .insert(bookEntries)
      .values({ ...typed, ...by, amount, refNo, ownerId, side: book.side, scanHash: kept.hash })
      .returning({ id: bookEntries.id })
    const { id } = made!
    const scanFileId = await filePaper(tx, ctx, { purpose: 'voucher', subject: id, ownerId }, kept)
    await tx.update(bookEntries).set({ scanFileId }).where(eq(bookEntries.id, id))
    await notify(tx, ctx, approverOf(book), 'book-entered', `/desk/books/${id}`, { no: refNo })
    await record(tx, ctx, 'bookEntry.enter', { subject: id }, { refNo, side: book.side, kind: typed.kind })
    return { id }
  })
}

/** 红字更正: an approved entry is never changed; a second one takes the whole of it back, and is approved like any other. */
export const reverseBookEntry = (ctx: Context, { bookId, reason }: OfBookEntry) =>
  ctx.transact(async (tx) => {
    const was = await findBookEntry(tx, bookId)
    authorize(ctx.actor, 'bookEntry.enter', was)
    if (was.state !== 'approved' || was.reversesId) throw new Refusal('conflict', 'book-not-reversible')
    const live = and(eq(bookEntries.reversesId, was.id), ne(bookEntries.state, 'returned'))
    if ((await tx.$count(bookEntries, live)) > 0) throw new Refusal('conflict', 'book-already-reversed')
    const now = ctx.clock.now()
    const refNo = await numberOf(tx, ctx, was)
    const { ownerId, side, kind, title, voucherNo } = was
    const [made] = await tx
      .insert(bookEntries)
      .values({
        ...{ refNo, ownerId, side, kind, title, voucherNo, reason, reversesId: was.id },
        ...{ amount: negative(was.amount), on: dateOf(now), state: 'entered' },
        ...{ enteredBy: ctx.actor.personId!, enteredAt: now },
      })
      .returning({ id: bookEntries.id })
    await notify(tx, ctx, approverOf(was), 'book-entered', `/desk/books/${made!.id}`, { no: refNo })
    await record(
      tx,
      ctx,
      'bookEntry.enter',
      { subject: made!.id },
      { refNo, side, kind, reverses: was.refNo },
    )
    return { id: made!.id }
  })

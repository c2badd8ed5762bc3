import { desc, eq, inArray } from 'drizzle-orm'
import { bookBalances, bookEntries, parties, persons } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import { bookKindsOf } from '#db/vocabulary.ts'
import type { Context } from '../../context.ts'
import { dateOf } from '../../dates.ts'
import { zero } from '../../money.ts'
import { openPaper } from '../../paper-file.ts'
import { pick } from '../../pick.ts'
import { authorize, may } from '../../policy/index.ts'
import { differenceOf } from '../paper-differs.ts'
import { type Book, bookOf, booksOfPlace, findBookEntry, noBook } from './find-book.ts'
import { bookEntry } from './machine.ts'

const MOST = 60
const listed = ['id', 'refNo', 'kind', 'amount', 'on', 'title', 'state', 'reversesId'] as const

/** What is left of each kind of a body's income, and its latest entries. */
async function shownBook(ctx: Context, book: Book) {
  const { db } = ctx
  const left = await db.select().from(bookBalances).where(eq(bookBalances.ownerId, book.ownerId))
  const rows = await db
    .select()
    .from(bookEntries)
    .where(eq(bookEntries.ownerId, book.ownerId))
    .orderBy(desc(bookEntries.enteredAt), desc(bookEntries.refNo))
    .limit(MOST)
  return {
    ...{ ownerId: book.ownerId, owner: book.owner, side: book.side, placeId: book.placeId },
    left: bookKindsOf[book.side].map((kind) => ({
      kind,
      amount: left.find((one) => one.kind === kind)?.amount ?? zero,
    })),
    entries: rows.map((row) => pick(row, listed)),
    enters: may(ctx.actor, 'bookEntry.enter', book),
  }
}
export type ShownBook = Awaited<ReturnType<typeof shownBook>>

/** The books a seat reads: a committee both of its community, a station its own, a street those of its communities. */
async function booksFor(db: Reader, { actor: { seat } }: Context): Promise<Book[]> {
  if (!seat) return []
  const own = await bookOf(db, seat.partyId)
  if (own) return own.side === 'station' ? [own] : booksOfPlace(db, own.placeId)
  const bodies = await db
    .select({ id: parties.id })
    .from(parties)
    .where(eq(parties.streetId, seat.partyId))
    .orderBy(parties.id)
  const books = await Promise.all(bodies.map(({ id }) => bookOf(db, id)))
  return books.filter((book) => book?.side === 'station').filter((book) => book !== null)
}

/** 居委会账、服务站账: the books this seat reads, each apart. */
export async function booksPage(ctx: Context) {
  const books = await booksFor(ctx.db, ctx)
  authorize(ctx.actor, 'bookEntry.read', books[0] ?? noBook)
  const read = books.filter((book) => may(ctx.actor, 'bookEntry.read', book))
  return { books: await Promise.all(read.map((book) => shownBook(ctx, book))) }
}

/** 记一笔: the kinds of income of one's own side. */
export async function newEntryPage(ctx: Context) {
  const book = (await bookOf(ctx.db, ctx.actor.seat?.partyId ?? '')) ?? noBook
  authorize(ctx.actor, 'bookEntry.enter', book)
  const { owner, side } = book
  return { owner, side, kinds: bookKindsOf[side], today: dateOf(ctx.clock.now()) }
}

async function namesOf(db: Reader, ids: ReadonlyArray<string | null>) {
  const known = ids.filter((id) => id !== null)
  const rows = known.length
    ? await db.select({ id: persons.id, name: persons.name }).from(persons).where(inArray(persons.id, known))
    : []
  return (id: string | null) => rows.find((row) => row.id === id)?.name ?? null
}
/** The number of the entry it takes back, or of the one that takes it back. */
async function pairOf(db: Reader, { id, reversesId }: { id: string; reversesId: string | null }) {
  const found = await db
    .select({ id: bookEntries.id, refNo: bookEntries.refNo, state: bookEntries.state })
    .from(bookEntries)
    .where(reversesId ? eq(bookEntries.id, reversesId) : eq(bookEntries.reversesId, id))
  return found.find(({ state }) => state !== 'returned') ?? null
}

/** One entry: what it is of, who entered and approved it, and what this seat may do. */
export async function bookEntryPage(ctx: Context, id: string) {
  const entry = await findBookEntry(ctx.db, id)
  authorize(ctx.actor, 'bookEntry.read', entry)
  const name = await namesOf(ctx.db, [entry.enteredBy, entry.approvedBy])
  const open = bookEntry.open(entry.state)
  const pair = await pairOf(ctx.db, entry)
  const reversible = entry.state === 'approved' && !entry.reversesId && !pair
  return {
    entry: {
      ...pick(entry, [
        ...listed,
        'owner',
        'side',
        'voucherNo',
        'enteredAt',
        'approvedAt',
        'returnReason',
        'reason',
      ]),
      ...{ enteredBy: name(entry.enteredBy), approvedBy: name(entry.approvedBy) },
      scan: entry.scanFileId !== null,
    },
    pair,
    differs: await differenceOf(ctx.db, { bookEntryId: id }),
    may: {
      approve: open.includes('approve') && may(ctx.actor, 'bookEntry.approve', entry),
      reverse: reversible && may(ctx.actor, 'bookEntry.enter', entry),
    },
  }
}
export type ShownEntry = Awaited<ReturnType<typeof bookEntryPage>>

/** The paper of an entry, to who keeps, approves or watches that book. */
export async function bookScan(ctx: Context, id: string) {
  const entry = await findBookEntry(ctx.db, id)
  authorize(ctx.actor, 'bookEntry.read', entry)
  const { scanFileId: fileId, scanHash: hash } = entry
  const { bytes, mime, ending } = await openPaper(ctx, 'voucher', { fileId, hash })
  return { bytes, mime, name: `${entry.refNo}.${ending}` }
}

import { and, eq, inArray } from 'drizzle-orm'
import { bookEntries, parties } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import type { bookSides } from '#db/vocabulary.ts'
import { Refusal } from '../../refusal.ts'

type Side = (typeof bookSides)[number]
/** 议行分设: whose book it is, who approves what is entered, and who may touch neither. */
export type Book = {
  ownerId: string
  owner: string
  side: Side
  placeId: string
  streetId: string
  /** The committee approves its own entries; the street, whose arm the station is, approves the station's. */
  approverId: string
  /** The other of the two bodies of this community. */
  otherIds: readonly string[]
  committeeIds: readonly string[]
}
const sides: readonly Side[] = ['committee', 'station']
const isSide = (kind: string): kind is Side => sides.includes(kind as Side)

/** A seat at a body that keeps no such book. */
export const noBook: Book = {
  ...{ ownerId: '', owner: '', side: 'committee', placeId: '', streetId: '', approverId: '' },
  ...{ otherIds: [], committeeIds: [] },
}

async function twoBodiesAt(db: Reader, placeId: string) {
  const kinds = inArray(parties.kind, [...sides])
  return db
    .select()
    .from(parties)
    .where(and(eq(parties.placeId, placeId), kinds))
}

/** The book of a body; null where it keeps none. */
export async function bookOf(db: Reader, ownerId: string): Promise<Book | null> {
  const [body] = await db.select().from(parties).where(eq(parties.id, ownerId))
  if (!body?.placeId || !body.streetId || !isSide(body.kind)) return null
  const { kind: side, placeId, streetId } = body
  const two = await twoBodiesAt(db, placeId)
  return {
    ...{ ownerId, owner: body.name, side, placeId, streetId },
    approverId: side === 'committee' ? ownerId : streetId,
    otherIds: two.filter(({ kind }) => kind !== side).map(({ id }) => id),
    committeeIds: two.filter(({ kind }) => kind === 'committee').map(({ id }) => id),
  }
}

/** The two books of a community, the committee's first. */
export async function booksOfPlace(db: Reader, placeId: string): Promise<Book[]> {
  const two = await twoBodiesAt(db, placeId)
  const inOrder = sides.flatMap((side) => two.filter(({ kind }) => kind === side))
  const books = await Promise.all(inOrder.map(({ id }) => bookOf(db, id)))
  return books.filter((book) => book !== null)
}

/** One entry with the book it stands in. */
export async function findBookEntry(db: Reader, id: string) {
  const [entry] = await db.select().from(bookEntries).where(eq(bookEntries.id, id))
  const book = entry && (await bookOf(db, entry.ownerId))
  if (!entry || !book) throw new Refusal('missing', 'book-entry-missing')
  return { ...book, ...entry }
}
export type BookEntry = Awaited<ReturnType<typeof findBookEntry>>

import { and, asc, eq, inArray, isNotNull } from 'drizzle-orm'
import { bookEntries } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import { bookKindsOf } from '#db/vocabulary.ts'
import { addMonths, dateOf } from '../../dates.ts'
import { type Fen, plus, sum } from '../../money.ts'
import { communityPlace } from '../../where/bodies-of-community.ts'
import { type Book, booksOfPlace } from './find-book.ts'

type Entry = typeof bookEntries.$inferSelect
const quarterOf = (date: string) => `${date.slice(0, 4)}Q${Math.ceil(Number(date.slice(5, 7)) / 3)}`
const firstDayOf = (quarter: string) =>
  `${quarter.slice(0, 4)}-${String(Number(quarter.slice(5)) * 3 - 2).padStart(2, '0')}-01`
/** When an entry was booked: a quarter that is over never changes, whenever a late paper comes in. */
const bookedIn = ({ approvedAt }: Entry) => quarterOf(dateOf(approvedAt!))

/** Every quarter from the first booked one to the running one, the latest first. */
function quartersTo(today: string, entries: readonly Entry[]) {
  const now = quarterOf(today)
  const first = entries.map(bookedIn).sort()[0] ?? now
  const quarters = [first]
  while (quarters.at(-1)! < now) quarters.push(quarterOf(addMonths(firstDayOf(quarters.at(-1)!), 3)))
  return quarters.reverse()
}

/** Income is what came in less what of it was taken back; spending likewise. */
const isIncome = ({ amount, reversesId }: Entry) => amount > 0 === (reversesId === null)
const total = (entries: readonly Entry[]): Fen => sum(entries.map(({ amount }) => amount))

/** 收支汇总 of one body: by kind of income, what was left before, came in, went out, and is left. */
function summaryOf({ side, owner, ownerId }: Book, all: readonly Entry[], quarter: string) {
  const own = all.filter((entry) => entry.ownerId === ownerId)
  const kinds = bookKindsOf[side].map((kind) => {
    const mine = own.filter((entry) => entry.kind === kind)
    const within = mine.filter((entry) => bookedIn(entry) === quarter)
    const opening = total(mine.filter((entry) => bookedIn(entry) < quarter))
    const income = total(within.filter(isIncome))
    const spent = total(within.filter((entry) => !isIncome(entry)))
    return { kind, opening, income, spent, closing: plus(opening, plus(income, spent)) }
  })
  const lines = own.filter((entry) => bookedIn(entry) === quarter)
  return {
    ...{ side, owner, kinds },
    lines: lines.map(({ id, refNo, kind, amount, on, title, reversesId }) => ({
      ...{ id, refNo, kind, amount, on, title, taken: reversesId !== null },
    })),
  }
}

/** 居务公开: the two books of a community, quarter by quarter, for everyone. */
export async function quarterPage(db: Reader, placeId: string, wanted: string | null, now: Date) {
  const place = await communityPlace(db, placeId)
  const books = await booksOfPlace(db, placeId)
  const owners = books.map(({ ownerId }) => ownerId)
  const entries = await db
    .select()
    .from(bookEntries)
    .where(
      and(
        inArray(bookEntries.ownerId, owners.length ? owners : ['']),
        eq(bookEntries.state, 'approved'),
        isNotNull(bookEntries.approvedAt),
      ),
    )
    .orderBy(asc(bookEntries.approvedAt), asc(bookEntries.refNo))
  const quarters = quartersTo(dateOf(now), entries)
  const quarter = quarters.find((one) => one === wanted) ?? quarters[0]!
  return {
    ...{ place, quarters, quarter, runs: quarter === quarters[0] },
    books: books.map((book) => summaryOf(book, entries, quarter)),
  }
}
export type QuarterPage = Awaited<ReturnType<typeof quarterPage>>

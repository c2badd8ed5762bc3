import { and, eq, inArray } from 'drizzle-orm'
import { bookEntries, parties } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import type { Context } from '../../context.ts'
import type { DeskItem } from '../../desk-item.ts'
import { may } from '../../policy/index.ts'
import { findBookEntry } from './find-book.ts'

/** The bodies whose entries wait for this seat: its own, or the stations of its street. */
function approvedBy({ actor: { seat } }: Context) {
  if (seat?.role === 'committee_director') return eq(parties.id, seat.partyId)
  if (seat?.role === 'street_finance')
    return and(eq(parties.streetId, seat.partyId), inArray(parties.kind, ['station']))
  return null
}

/** 居委会账、服务站账: entries to approve, by who did not enter them. */
export async function deskOfBooks(db: Reader, ctx: Context): Promise<DeskItem[]> {
  const mine = approvedBy(ctx)
  if (!mine) return []
  const rows = await db
    .select({ id: bookEntries.id })
    .from(bookEntries)
    .innerJoin(parties, eq(parties.id, bookEntries.ownerId))
    .where(and(mine, eq(bookEntries.state, 'entered')))
  const found = await Promise.all(rows.map(({ id }) => findBookEntry(db, id)))
  return found
    .filter((entry) => may(ctx.actor, 'bookEntry.approve', entry))
    .map((entry) => ({
      ...{ key: 'book.approve', params: { no: entry.refNo }, matter: entry.title, amount: entry.amount },
      ...{ chapter: null, due: null, since: entry.enteredAt, kind: 'act', link: `/desk/books/${entry.id}` },
    }))
}

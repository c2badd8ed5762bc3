import { and, eq, inArray, isNull } from 'drizzle-orm'
import {
  bookEntries,
  frameworks,
  paperChecks,
  parties,
  settlements,
  settlementVouchers,
} from '#db/schema/index.ts'
import type { Reader, Tx } from '#db/store.ts'
import { inLots } from '../../../lots.ts'

type Lot = { seed: string; share: number }
const shareOf = <One extends { id: string }>({ seed, share }: Lot, all: readonly One[]) =>
  inLots(seed, all, (one) => one.id).slice(0, Math.ceil((all.length * share) / 100))

/** Approved entries of the books a street's communities keep, that nobody has looked at yet. */
const bookPapers = (db: Reader, streetId: string) =>
  db
    .select({ id: bookEntries.id })
    .from(bookEntries)
    .innerJoin(parties, eq(parties.id, bookEntries.ownerId))
    .leftJoin(paperChecks, eq(paperChecks.bookEntryId, bookEntries.id))
    .where(and(eq(parties.streetId, streetId), eq(bookEntries.state, 'approved'), isNull(paperChecks.id)))

/** Vouchers of months of orders that the bank paid, likewise. */
const monthPapers = (db: Reader, streetId: string) =>
  db
    .select({ id: settlementVouchers.id })
    .from(settlementVouchers)
    .innerJoin(settlements, eq(settlements.id, settlementVouchers.settlementId))
    .innerJoin(frameworks, eq(frameworks.id, settlements.frameworkId))
    .leftJoin(paperChecks, eq(paperChecks.settlementVoucherId, settlementVouchers.id))
    .where(
      and(
        eq(frameworks.buyerId, streetId),
        inArray(settlements.state, ['paid']),
        isNull(settlementVouchers.returnedAt),
        isNull(paperChecks.id),
      ),
    )

/** 凭证抽查 beside contracts: of the communities' books and of the months of orders a share each, by the lot of the month's plan. */
export async function drawPapers(tx: Tx, visitPlanId: string, centreId: string, lot: Lot): Promise<number> {
  const [centre] = await tx.select().from(parties).where(eq(parties.id, centreId))
  const streetId = centre?.streetId ?? ''
  const of = { visitPlanId, state: 'drawn' as const }
  const drawn = [
    ...shareOf(lot, await bookPapers(tx, streetId)).map(({ id }) => ({ ...of, bookEntryId: id })),
    ...shareOf(lot, await monthPapers(tx, streetId)).map(({ id }) => ({ ...of, settlementVoucherId: id })),
  ]
  if (drawn.length > 0) await tx.insert(paperChecks).values(drawn)
  return drawn.length
}

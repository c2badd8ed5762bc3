import { and, eq } from 'drizzle-orm'
import {
  bookEntries,
  frameworks,
  paperChecks,
  parties,
  settlements,
  settlementVouchers,
  visitPlans,
} from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import { Refusal } from '../../../refusal.ts'

/** Everything of the papers the lot fell on: an entry of a community's book, or the voucher of a month of orders. */
const papers = (db: Reader) =>
  db
    .select({
      check: paperChecks,
      plan: visitPlans,
      entry: bookEntries,
      owner: parties.name,
      voucher: settlementVouchers,
      claim: settlements,
      framework: frameworks,
    })
    .from(paperChecks)
    .innerJoin(visitPlans, eq(visitPlans.id, paperChecks.visitPlanId))
    .leftJoin(bookEntries, eq(bookEntries.id, paperChecks.bookEntryId))
    .leftJoin(parties, eq(parties.id, bookEntries.ownerId))
    .leftJoin(settlementVouchers, eq(settlementVouchers.id, paperChecks.settlementVoucherId))
    .leftJoin(settlements, eq(settlements.id, settlementVouchers.settlementId))
    .leftJoin(frameworks, eq(frameworks.id, settlements.frameworkId))
type Row = Awaited<ReturnType<typeof papers>>[number]

/** Whose paper it is: who keeps the book, or who was paid; nobody of theirs judges it. */
const shown = ({ check, plan, entry, owner, voucher, claim, framework }: Row) => ({
  ...check,
  ...{ entry, voucher, claim, framework, centreId: plan.centreId, month: plan.month, since: plan.madeAt },
  supplierId: entry?.ownerId ?? claim?.supplierId ?? '',
  title: entry ? (owner ?? '') : (framework?.title ?? ''),
  no: entry ? entry.refNo : (voucher?.no ?? ''),
})
export type PaperCheck = ReturnType<typeof shown>

export async function findPaperCheck(db: Reader, id: string): Promise<PaperCheck> {
  const [row] = await papers(db).where(eq(paperChecks.id, id))
  if (!row) throw new Refusal('missing', 'voucher-check-missing')
  return shown(row)
}
/** Those of one month's plan. */
export const papersIn = async (db: Reader, planId: string) =>
  (await papers(db).where(eq(paperChecks.visitPlanId, planId))).map(shown)
/** Those a centre has not looked at. */
export const papersToCheck = async (db: Reader, centreId: string) =>
  (await papers(db).where(and(eq(visitPlans.centreId, centreId), eq(paperChecks.state, 'drawn')))).map(shown)

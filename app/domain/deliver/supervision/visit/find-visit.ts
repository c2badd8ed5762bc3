import { eq } from 'drizzle-orm'
import { visitPlans, visits, voucherChecks } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import { Refusal } from '../../../refusal.ts'
import { type ContractFacts, findContract } from '../../contract/find-contract.ts'

type Of<Row> = Row & { centreId: string; month: string; contract: ContractFacts; supplierId: string }
export type VisitFacts = Of<typeof visits.$inferSelect>
export type VoucherCheckFacts = Of<typeof voucherChecks.$inferSelect>

async function around<Row extends { contractId: string }>(
  db: Reader,
  row: Row,
  plan: { centreId: string; month: string },
): Promise<Of<Row>> {
  const contract = await findContract(db, row.contractId)
  return { ...row, contract, supplierId: contract.supplierId, centreId: plan.centreId, month: plan.month }
}

/** One visit of a centre's plan with the contract it goes to. */
export async function findVisit(db: Reader, id: string): Promise<VisitFacts> {
  const [found] = await db
    .select({ visit: visits, plan: visitPlans })
    .from(visits)
    .innerJoin(visitPlans, eq(visitPlans.id, visits.visitPlanId))
    .where(eq(visits.id, id))
  if (!found) throw new Refusal('missing', 'inspection-missing')
  return around(db, found.visit, found.plan)
}

/** One voucher the lot fell on. */
export async function findVoucherCheck(db: Reader, id: string): Promise<VoucherCheckFacts> {
  const [found] = await db
    .select({ check: voucherChecks, plan: visitPlans })
    .from(voucherChecks)
    .innerJoin(visitPlans, eq(visitPlans.id, voucherChecks.visitPlanId))
    .where(eq(voucherChecks.id, id))
  if (!found) throw new Refusal('missing', 'voucher-check-missing')
  return around(db, found.check, found.plan)
}

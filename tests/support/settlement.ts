import { eq } from 'drizzle-orm'
import { settlements } from '#db/schema/index.ts'
import { claimMonth } from '#domain/deliver/settlement/claim-month.ts'
import { approveSettlement, checkSettlement } from '#domain/deliver/settlement/decide-settlement.ts'
import type { Town } from './world.ts'

let made = 0
/** What a provider types for a month's claim, with an invoice of its own. */
export function claimed(frameworkId: string, month = '2026-04') {
  made += 1
  const no = String(made).padStart(20, '0')
  return {
    ...{ frameworkId, month, invoiceNo: no, accountTail: '0137' },
    invoice: Buffer.from(`%PDF-1.4\n% ${no}\n%%EOF\n`),
  }
}

/** Claimed by ORG1, checked and approved. */
export async function approvedClaim(town: Town, frameworkId: string, month = '2026-04') {
  const { id: settlementId } = await claimMonth(town.as('editor1'), claimed(frameworkId, month))
  await checkSettlement(town.as('handler'), { settlementId })
  await approveSettlement(town.as('finance'), { settlementId })
  return settlementId
}

/** What the payment centre printed for a claim. */
export async function voucherOf(town: Town, settlementId: string, no = '05-0401') {
  const [was] = await town.db.select().from(settlements).where(eq(settlements.id, settlementId))
  const on = { year: 2026, no, dated: '2026-05-08', sentOn: '2026-05-08' }
  const scan = Buffer.from(`%PDF-1.4\n% ${settlementId} ${no}\n%%EOF\n`)
  const paid = { payerTail: '0001', payeeTail: was!.accountTail, amount: was!.amount }
  return { settlementId, ...on, ...paid, kind: 'direct' as const, scan }
}

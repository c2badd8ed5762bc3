import { and, eq, inArray } from 'drizzle-orm'
import { settlementVouchers, vouchers } from '#db/schema/index.ts'
import type { Tx } from '#db/store.ts'
import { Refusal } from '../../refusal.ts'

type Printed = { year: number; no: string; hash: string }
/** 同一年度、同一凭证号、同一付款人只能用一次; a voucher from before payers were asked counts as everybody's. */
export async function voucherOnce(tx: Tx, payerId: string, { year, no, hash }: Printed) {
  const [used] = await tx
    .select({ id: vouchers.id })
    .from(vouchers)
    .where(and(eq(vouchers.year, year), eq(vouchers.no, no), inArray(vouchers.payerId, [payerId, ''])))
  const v = settlementVouchers
  const [settled] = await tx
    .select({ id: v.id })
    .from(v)
    .where(and(eq(v.year, year), eq(v.no, no), eq(v.payerId, payerId)))
  if (used || settled) throw new Refusal('conflict', 'voucher-already-used', { no })
  const [seen] = await tx.select({ no: vouchers.no }).from(vouchers).where(eq(vouchers.scanHash, hash))
  const [shown] = await tx.select({ no: v.no }).from(v).where(eq(v.scanHash, hash))
  const other = seen ?? shown
  if (other) throw new Refusal('conflict', 'voucher-scan-used', { no: other.no })
}

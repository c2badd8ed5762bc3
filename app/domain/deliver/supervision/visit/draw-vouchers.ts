import { and, eq, inArray, isNull } from 'drizzle-orm'
import { payments, voucherChecks, vouchers } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import { inLots } from '../../../lots.ts'

/** 凭证抽查: of the vouchers the bank paid and nobody has looked at yet, a share by lot, one at the least. */
export async function drawVouchers(
  db: Reader,
  contractIds: readonly string[],
  { seed, share }: { seed: string; share: number },
) {
  if (contractIds.length === 0) return []
  const paid = await db
    .select({ id: vouchers.id, contractId: payments.contractId })
    .from(vouchers)
    .innerJoin(payments, eq(payments.id, vouchers.paymentId))
    .leftJoin(voucherChecks, eq(voucherChecks.voucherId, vouchers.id))
    .where(
      and(
        inArray(payments.contractId, [...contractIds]),
        eq(payments.state, 'paid'),
        isNull(vouchers.returnedAt),
        isNull(voucherChecks.id),
      ),
    )
  const n = Math.max(1, Math.ceil((paid.length * share) / 100))
  return inLots(seed, paid, (one) => one.id).slice(0, n)
}

import type { Context } from '../../context.ts'
import { openPaper } from '../../paper-file.ts'
import { authorize } from '../../policy/index.ts'
import { Refusal } from '../../refusal.ts'
import { findPayment, subjectOf } from './find-payment.ts'

/** The scan of one voucher, to those who check and pay: it carries the payer's account. */
export async function readScan(
  ctx: Context,
  { paymentId, voucherId }: { paymentId: string; voucherId: string },
) {
  const p = await findPayment(ctx.db, paymentId)
  authorize(ctx.actor, 'voucher.read', subjectOf(p))
  const voucher = p.vouchers.find(({ id }) => id === voucherId)
  if (!voucher) throw new Refusal('missing', 'voucher-missing')
  const { scanFileId: fileId, scanHash: hash } = voucher
  const { bytes, mime, ending } = await openPaper(ctx, 'voucher', { fileId, hash })
  return { bytes, mime, name: `${p.refNo}-${p.vouchers.indexOf(voucher) + 1}.${ending}` }
}

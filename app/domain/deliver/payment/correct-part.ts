import type { Context } from '../../context.ts'
import { Refusal } from '../../refusal.ts'
import { correctPayment } from './correct-payment.ts'
import type { CorrectPayment } from './forms.ts'
import { partPage } from './payment-page.ts'

type CorrectPart = Omit<CorrectPayment, 'paymentId'> & { contractId: string; milestoneId: string }

/** 更正 from a part's own page: of the request that lives for it. */
export async function correctPart(ctx: Context, { contractId, milestoneId, ...typed }: CorrectPart) {
  const { payment } = await partPage(ctx, contractId, milestoneId)
  if (!payment) throw new Refusal('missing', 'payment-missing')
  return correctPayment(ctx, { ...typed, paymentId: payment.id })
}

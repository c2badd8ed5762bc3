import type { Tx } from '#db/store.ts'
import type { LedgerAccount } from '#db/vocabulary.ts'
import type { Context } from '../../context.ts'
import { negative } from '../../money.ts'
import { post } from '../../treasury/post.ts'
import type { Payment } from './find-payment.ts'

type Contract = { id: string; lineId: string; planId: string }
/** Which account a step takes the money from, and which it puts it on. */
const steps = {
  request: ['encumbered', 'requested'],
  decline: ['requested', 'encumbered'],
  submit: ['requested', 'in_transit'],
  bounce: ['in_transit', 'requested'],
  confirm: ['in_transit', 'paid'],
  lose: ['paid', 'requested'],
} as const satisfies Record<string, readonly [LedgerAccount, LedgerAccount]>

/** Moves a payment's 分 one account on (or back); `fact` tells one voucher's steps from another's. */
export const postStep = (
  tx: Tx,
  ctx: Context,
  step: keyof typeof steps,
  contract: Contract,
  payment: Pick<Payment, 'id' | 'milestoneId' | 'amount'>,
  fact = payment.id,
) => {
  const [from, to] = steps[step]
  return post(tx, ctx, {
    kind: `payment.${step}`,
    source: `payment.${step}:${fact}`,
    lineId: contract.lineId,
    planId: contract.planId,
    contractId: contract.id,
    milestoneId: payment.milestoneId,
    paymentId: payment.id,
    postings: [
      [from, negative(payment.amount)],
      [to, payment.amount],
    ],
  })
}

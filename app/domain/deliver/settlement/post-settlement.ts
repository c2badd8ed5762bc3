import type { Tx } from '#db/store.ts'
import type { LedgerAccount } from '#db/vocabulary.ts'
import type { Context } from '../../context.ts'
import { type Fen, negative } from '../../money.ts'
import { post } from '../../treasury/post.ts'

/** The plan's reservation pays an agreement's orders: which account a step takes from, and which it puts on. */
const steps = {
  claim: ['reserved', 'requested'],
  return: ['requested', 'reserved'],
  submit: ['requested', 'in_transit'],
  bounce: ['in_transit', 'requested'],
  confirm: ['in_transit', 'paid'],
} as const satisfies Record<string, readonly [LedgerAccount, LedgerAccount]>

type Of = { id: string; refNo: string; amount: Fen; lineId: string; planId: string }
/** Moves a claim's 分 one account on (or back); `fact` tells one voucher's steps from another's. */
export const postSettlement = (
  tx: Tx,
  ctx: Context,
  step: keyof typeof steps,
  { id, refNo, amount, lineId, planId }: Of,
  fact = id,
) => {
  const [from, to] = steps[step]
  return post(tx, ctx, {
    ...{ kind: `settlement.${step}`, source: `settlement.${step}:${fact}`, lineId, planId, memo: refNo },
    postings: [
      [from, negative(amount)],
      [to, amount],
    ],
  })
}

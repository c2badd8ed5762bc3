import type { Tx } from '#db/store.ts'
import type { Context } from '../context.ts'
import { type Fen, negative } from '../money.ts'
import { post } from './post.ts'
import { poolApproved } from './reserve.ts'

type Year = { id: string; planId: string; lineId: string; price: Fen }
/** 续签预留: sets the next year's price (分) apart on the line that carries it, once for the contract it is for. */
export async function reserveYear(tx: Tx, ctx: Context, { id, planId, lineId, price }: Year) {
  await poolApproved(tx, ctx, lineId)
  return post(tx, ctx, {
    kind: 'plan.reserve',
    source: `plan.renew:${id}`,
    lineId,
    planId,
    postings: [
      ['appropriation', negative(price)],
      ['reserved', price],
    ],
  })
}

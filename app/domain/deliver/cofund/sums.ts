import type { gifts } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import { type Fen, sum, zero } from '../../money.ts'
import { balancesOf } from '../../treasury/balances.ts'

type Gift = typeof gifts.$inferSelect
/** How far the money of a gift is: nothing yet, held, on its way, with the receiver, due back, given back. */
export type Where = 'nowhere' | 'held' | 'in_transit' | 'paid' | 'refund_due' | 'refunded'

export async function whereIs(db: Reader, giftId: string) {
  const b = await balancesOf(db, { giftId })
  const order = [
    ['refund_due', b.refund_due],
    ['held', b.co_fund_held],
    ['in_transit', b.co_fund_in_transit],
    ['paid', b.co_fund_paid],
    ['refunded', b.refunded],
  ] as const
  const where: Where = order.find(([, amount]) => amount > 0)?.[0] ?? 'nowhere'
  return { where, balances: b }
}

/** 分 of one pot: what came in, what is held, what its receiver has, what went back, what the provider took. */
export async function sumsOf(db: Reader, lineId: string) {
  const b = await balancesOf(db, { lineId })
  return {
    held: sum([b.co_fund_held, b.co_fund_in_transit]),
    paid: b.co_fund_paid,
    refunded: sum([b.refunded, b.refund_due]),
    fee: b.fee,
    received: sum([b.co_fund_held, b.co_fund_in_transit, b.co_fund_paid, b.fee]),
  }
}

const counts: ReadonlyArray<Gift['state']> = ['agreed', 'received', 'released']
/** What is promised to a pot by agreements of both sides, paid or not yet (分). */
export const agreedOf = (all: readonly Gift[]): Fen =>
  all.length === 0 ? zero : sum(all.filter((g) => counts.includes(g.state)).map((g) => g.amount))

import { expect, test } from 'vitest'
import { endAlike, orders, plans } from '../support/five-events.ts'

// Every death with every repeat in every order; EVERY_NTH=50 takes a fiftieth of them.
const nth = Number(process.env.EVERY_NTH ?? 1)

test.for(orders.map((order, n) => ({ order, n })))(
  'five events told as $order end in one state, whichever is said twice and wherever the process dies',
  async ({ order, n }) => {
    const all = plans.map((plan, i) => ({ order, plan, won: ((i >> 1) + n) % 2 === 0 }))
    expect(all).toHaveLength(480)
    await endAlike(all.filter((_, i) => (i + n) % nth === 0))
  },
)

import { and, eq, isNotNull } from 'drizzle-orm'
import { contracts, gifts, pots } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { addDays, dateOf, endOf } from '../../dates.ts'
import { parameter } from '../../parameters.ts'
import { Refusal } from '../../refusal.ts'
import { balancesOf } from '../../treasury/balances.ts'

export type Held = {
  gift: typeof gifts.$inferSelect
  pot: typeof pots.$inferSelect
  /** 分 still held. */
  amount: number
  /** `late`: decide now; `soon`: decide before long. */
  age: 'young' | 'soon' | 'late'
  decideBy: Date
  /** Its contract was ended: it will not be accepted any more. */
  ended: boolean
}

/** What a buyer's projects hold of gifts, the oldest first, with how long it may still be held. */
export async function heldBy(db: Reader, now: Date, buyerId: string): Promise<Held[]> {
  const warn = await parameter(db, 'COFUND_WARN', dateOf(now))
  const decide = await parameter(db, 'COFUND_DECIDE', dateOf(now))
  const rows = await db
    .select({ gift: gifts, pot: pots, state: contracts.state })
    .from(gifts)
    .innerJoin(pots, eq(pots.id, gifts.potId))
    .innerJoin(contracts, eq(contracts.id, pots.contractId))
    .where(and(eq(contracts.buyerId, buyerId), isNotNull(gifts.receivedAt)))
    .orderBy(gifts.receivedAt)
  const held: Held[] = []
  for (const { gift, pot, state } of rows) {
    const { co_fund_held: amount } = await balancesOf(db, { giftId: gift.id })
    if (amount <= 0) continue
    const from = dateOf(gift.receivedAt!)
    const decideBy = endOf(addDays(from, decide.value))
    const soon = now >= endOf(addDays(from, warn.value))
    held.push({
      gift,
      pot,
      amount,
      decideBy,
      age: now >= decideBy ? 'late' : soon ? 'soon' : 'young',
      ended: state === 'terminated',
    })
  }
  return held
}

/** Nothing new is opened while money lies that should have been released or given back long ago. */
export async function mustBeDecided(db: Reader, ctx: Context, buyerId: string) {
  const held = await heldBy(db, ctx.clock.now(), buyerId)
  const late = held.find(({ age }) => age === 'late')
  if (late) throw new Refusal('conflict', 'gift-decide-first', { no: late.gift.refNo })
}

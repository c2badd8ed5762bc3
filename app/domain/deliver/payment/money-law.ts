import { and, eq, ne } from 'drizzle-orm'
import { payments } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import { type Fen, sum } from '../../money.ts'
import { Refusal } from '../../refusal.ts'
import { milestonesOf, payableOf } from '../milestone/find-milestone.ts'

/** 分 of a contract: whose gates are passed, what is asked for and not declined, what is paid. */
export async function moneyOf(
  db: Reader,
  contractId: string,
): Promise<{ gates: Fen; live: Fen; paid: Fen; over: boolean }> {
  const parts = await milestonesOf(db, contractId)
  const asked = await db
    .select()
    .from(payments)
    .where(and(eq(payments.contractId, contractId), ne(payments.state, 'declined')))
  const payable = new Map(parts.map((m) => [m.id, m.state === 'accepted' ? payableOf(m) : 0]))
  const over = parts.some(
    (m) => sum(asked.filter((p) => p.milestoneId === m.id).map((p) => p.amount)) > (payable.get(m.id) ?? 0),
  )
  return {
    gates: sum(parts.filter((m) => m.state === 'accepted').map(payableOf)),
    live: sum(asked.map((p) => p.amount)),
    paid: sum(asked.filter((p) => p.state === 'paid').map((p) => p.amount)),
    over,
  }
}

/** Money's law: nothing before its own gate; Σ paid ≤ Σ asked ≤ Σ gates passed ≤ contract. Asked after every step. */
export async function keepMoneysLaw(db: Reader, contract: { id: string; price: Fen }): Promise<void> {
  const { gates, live, paid, over } = await moneyOf(db, contract.id)
  if (over || live > gates || paid > live || gates > contract.price)
    throw new Refusal('conflict', 'over-the-gates')
}

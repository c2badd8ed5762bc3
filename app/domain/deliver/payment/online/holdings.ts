import { and, eq } from 'drizzle-orm'
import { payments, providerCalls } from '#db/schema/index.ts'
import type { Reader, Tx } from '#db/store.ts'
import type { Context } from '../../../context.ts'
import { type Fen, fen, sum } from '../../../money.ts'
import { askProvider, callsOf } from '../../cofund/ask-provider.ts'
import { factsOf, type KnownFact, sentOn } from './payment-facts.ts'

const totalOf = (facts: readonly KnownFact[]): number => sum(facts.map(({ amount }) => amount))

/** 分 of the payer's that were paid in and neither given back nor taken back: with the provider, or sent on. */
export function keptOf(facts: readonly KnownFact[]): number {
  const of = (kind: string) => facts.filter((fact) => fact.kind === kind)
  const failed = new Set(of('refund_failed').map(({ factId }) => factId.replace('refund-failed:', 'refund:')))
  const refunded = of('refunded').filter(({ factId }) => !failed.has(factId))
  return totalOf(of('funded')) - totalOf(refunded) - totalOf(of('dispute_lost'))
}

const gone = 'payment-gone'
type Asked = Awaited<ReturnType<typeof callsOf>>
/** Refunds that were asked for and of which nothing was told yet. */
const refundsUnder = (facts: readonly KnownFact[], calls: Asked) => {
  const told = new Set(facts.map(({ factKey }) => factKey))
  return calls
    .filter((c) => c.kind === 'refund' && c.state !== 'dead' && c.lastError !== gone)
    .filter(({ callKey }) => !told.has(callKey))
}
/** What was not asked of the provider yet is asked no more. */
export const letGo = (tx: Tx, ctx: Context, callKey: string) =>
  tx
    .update(providerCalls)
    .set({ state: 'done', doneAt: ctx.clock.now(), lastError: gone })
    .where(and(eq(providerCalls.callKey, callKey), eq(providerCalls.state, 'waiting')))

/** What of the payer's money a payment needs: all of it while it is held for the payee, or is the payee's. */
async function dueNow(db: Reader, paymentId: string) {
  const [p] = await db.select().from(payments).where(eq(payments.id, paymentId))
  const lives = p?.provider && p.releaseKey && (p.state === 'submitted' || p.state === 'paid')
  return lives ? p.amount : 0
}

/** What the provider gave back by itself is not given back again: refunds that wait to be asked give way to it. */
export async function dropRefunds(tx: Tx, ctx: Context, paymentId: string) {
  const facts = await factsOf(tx, paymentId)
  const under = refundsUnder(facts, await callsOf(tx, { paymentId }))
  let left = keptOf(facts) - sum(under.map(({ amount }) => amount!)) - (await dueNow(tx, paymentId))
  for (const { callKey, amount } of under.filter(({ state }) => state === 'waiting')) {
    if (left >= 0) return
    await letGo(tx, ctx, callKey)
    left += amount!
  }
}

/** What the provider holds of a payment beyond what is due goes back to the payer. */
export async function giveRestBack(tx: Tx, ctx: Context, provider: string, paymentId: string) {
  const facts = await factsOf(tx, paymentId)
  const under: Fen = sum(refundsUnder(facts, await callsOf(tx, { paymentId })).map(({ amount }) => amount!))
  const rest = keptOf(facts) - under - Math.max(await dueNow(tx, paymentId), sentOn(facts))
  if (rest > 0) await askProvider(tx, ctx, { provider, paymentId, kind: 'refund', amount: fen(rest) })
}

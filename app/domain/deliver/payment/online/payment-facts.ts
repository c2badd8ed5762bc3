import { asc, eq } from 'drizzle-orm'
import type { FundingFact } from '#app/ports/payments/funding-provider.ts'
import { paymentFacts, payments } from '#db/schema/index.ts'
import type { Reader, Tx } from '#db/store.ts'
import type { Context } from '../../../context.ts'
import { type Fen, fen, sum } from '../../../money.ts'
import { Refusal } from '../../../refusal.ts'

/** What an online provider told of a payment, the oldest first. */
export const factsOf = (db: Reader, paymentId: string) =>
  db
    .select()
    .from(paymentFacts)
    .where(eq(paymentFacts.paymentId, paymentId))
    .orderBy(asc(paymentFacts.happenedAt), asc(paymentFacts.id))
export type KnownFact = Awaited<ReturnType<typeof factsOf>>[number]

const totalOf = (facts: readonly KnownFact[], kind: FundingFact['kind']): Fen =>
  sum(facts.filter((fact) => fact.kind === kind).map(({ amount }) => amount))

/** Whether the payer's bank has asked its money back and has not been answered. */
export const isDisputed = (facts: readonly KnownFact[]) => {
  const of = (...kinds: string[]) => facts.filter(({ kind }) => kinds.includes(kind)).length
  return of('disputed') > of('dispute_won', 'dispute_lost')
}
/** 分 that the payee was sent and has not given back. */
export const sentOn = (facts: readonly KnownFact[]): number =>
  totalOf(facts, 'released') - totalOf(facts, 'returned')

/** Refuses to pay anew while the payee still holds what an earlier, lost payment sent it. */
export async function mustBeBack(db: Reader, paymentId: string) {
  if (sentOn(await factsOf(db, paymentId)) > 0) throw new Refusal('conflict', 'earlier-payment-not-back')
}

/** Writes a fact down unless it is known; null: it is not news, or no payment of ours. */
export async function writeFact(
  tx: Tx,
  ctx: Context,
  provider: string,
  paymentId: string,
  fact: FundingFact,
) {
  const [ours] = await tx.select({ id: payments.id }).from(payments).where(eq(payments.id, paymentId))
  if (!ours) return false
  const { key, kind, proof, settled, reason = null } = fact
  const news = await tx
    .insert(paymentFacts)
    .values({
      ...{ provider, factId: fact.id, kind, factKey: key, paymentId, proof, reason },
      ...{ amount: fen(fact.amount), fee: settled ? fen(settled.fee) : null },
      ...{ happenedAt: new Date(fact.at), bookedAt: ctx.clock.now() },
    })
    .onConflictDoNothing()
    .returning({ id: paymentFacts.id })
  return news.length > 0
}

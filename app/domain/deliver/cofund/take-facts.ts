import { and, eq, isNull } from 'drizzle-orm'
import { type FundingFact, factKinds } from '#app/ports/payments/funding-provider.ts'
import { gifts, providerCalls, providerFacts } from '#db/schema/index.ts'
import type { Tx } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { atLeastNought, type Fen, fen, minus, negative } from '../../money.ts'
import { move } from '../../move.ts'
import { notify } from '../../notify.ts'
import { balancesOf } from '../../treasury/balances.ts'
import { takePaymentFact } from '../payment/online/take-payment-fact.ts'
import { findGift, type GiftFacts } from './find-gift.ts'
import { gift } from './gift-machine.ts'
import { postGift } from './post-gift.ts'
import { callBack, giveBack } from './refund-gift.ts'

type Take = { tx: Tx; ctx: Context; provider: string; was: GiftFacts; fact: FundingFact }
const smaller = (a: Fen, b: Fen): Fen => (a < b ? a : b)

/** Paid: held for its part, less the fee. Nobody agreed to it any more, or it came twice: it goes back. */
async function funded({ tx, ctx, provider, was, fact }: Take) {
  const fee = fen(fact.settled?.fee ?? 0)
  const amount = fen(fact.amount)
  const held = minus(amount, fee)
  await postGift(tx, ctx, was, 'funded', fact.id, [
    ['given', 'co_fund_held', held],
    ['given', 'fee', fee],
  ])
  const first = { receivedAt: ctx.clock.now() }
  await tx
    .update(gifts)
    .set(first)
    .where(and(eq(gifts.id, was.id), isNull(gifts.receivedAt)))
  if (was.state !== 'agreed') return giveBack(tx, ctx, was, provider, held)
  await move(tx, gifts, gift, was, 'settle')
  const link = `/gifts/${was.id}`
  const told = { title: was.pot.title }
  await notify(tx, ctx, { personId: was.payerId }, 'gift-received', link, told)
  await notify(tx, ctx, { role: 'org_signer', partyId: was.pot.receiverId }, 'gift-received', link, told)
}

const released = ({ tx, ctx, was, fact }: Take) =>
  postGift(tx, ctx, was, 'released', fact.id, [['co_fund_in_transit', 'co_fund_paid', fen(fact.amount)]])

/** Back from the receiver: first what was advanced for it is made good, then the giver has it back. */
async function returned({ tx, ctx, provider, was, fact }: Take) {
  await postGift(tx, ctx, was, 'returned', fact.id, [['co_fund_paid', 'co_fund_held', fen(fact.amount)]])
  await makeGood(tx, ctx, was, fact.id)
  const { co_fund_held: held } = await balancesOf(tx, { giftId: was.id })
  if (was.state === 'refunded') await giveBack(tx, ctx, was, provider, held)
}

async function makeGood(tx: Tx, ctx: Context, was: GiftFacts, factId: string) {
  const b = await balancesOf(tx, { giftId: was.id })
  const amount = smaller(b.co_fund_held, negative(b.advanced))
  if (amount > 0) await postGift(tx, ctx, was, 'made_good', factId, [['co_fund_held', 'advanced', amount]])
}

/** Given back: from what was due, or from what is held where the provider itself gave it back. */
async function refunded({ tx, ctx, was, fact }: Take) {
  const amount = fen(fact.amount)
  const { refund_due: due } = await balancesOf(tx, { giftId: was.id })
  const from = due >= amount ? ('refund_due' as const) : ('co_fund_held' as const)
  await postGift(tx, ctx, was, 'refunded', fact.id, [[from, 'refunded', amount]])
}

/** The giver's bank would not take it: it is due again, and finance is told by the call that failed. */
async function refundFailed({ tx, ctx, provider, was, fact }: Take) {
  const done = await bookedBefore(tx, provider, fact.id.replace('refund-failed:', 'refund:'))
  if (done)
    await postGift(tx, ctx, was, 'refund_failed', fact.id, [['refunded', 'refund_due', fen(fact.amount)]])
  const mine = and(eq(providerCalls.provider, provider), eq(providerCalls.callKey, fact.key))
  await tx
    .update(providerCalls)
    .set({ state: 'dead', lastError: fact.reason ?? 'refund-failed' })
    .where(mine)
}
async function bookedBefore(tx: Tx, provider: string, factId: string) {
  const mine = and(eq(providerFacts.provider, provider), eq(providerFacts.factId, factId))
  return (await tx.select({ id: providerFacts.id }).from(providerFacts).where(mine)).length > 0
}

/** Lost: the giver has it back. What is no longer held is advanced, and asked back from the receiver. */
async function lost({ tx, ctx, provider, was, fact }: Take) {
  const amount = fen(fact.amount)
  const b = await balancesOf(tx, { giftId: was.id })
  const held = smaller(b.co_fund_held, amount)
  await postGift(tx, ctx, was, 'lost', fact.id, [
    ['co_fund_held', 'refunded', held],
    ['advanced', 'refunded', atLeastNought(minus(amount, held))],
  ])
  if (was.state === 'received' || was.state === 'released') await move(tx, gifts, gift, was, 'lose')
  await callBack(tx, ctx, was, provider, b.co_fund_paid)
}

const nothing = async () => undefined
const takes: Record<FundingFact['kind'], (take: Take) => Promise<unknown>> = {
  ...{ funded, released, returned, refunded, refund_failed: refundFailed, dispute_lost: lost },
  ...{ disputed: nothing, dispute_won: nothing },
}

/** Writes a fact down unless it is known: one happening is one row, by whichever event it was told. */
async function isNews(tx: Tx, ctx: Context, provider: string, giftId: string, fact: FundingFact) {
  const [ours] = await tx.select({ id: gifts.id }).from(gifts).where(eq(gifts.id, giftId))
  if (!ours) return false
  const { settled, key, kind, proof, reason = null } = fact
  const news = await tx
    .insert(providerFacts)
    .values({
      ...{ provider, factId: fact.id, kind, factKey: key, giftId, proof, reason, amount: fen(fact.amount) },
      ...{ fee: settled ? fen(settled.fee) : null, settledAmount: settled?.amount ?? null },
      ...{ settledCurrency: settled?.currency ?? null, rate: settled?.rate ?? null },
      ...{ happenedAt: new Date(fact.at), bookedAt: ctx.clock.now() },
    })
    .onConflictDoNothing()
    .returning({ id: providerFacts.id })
  return news.length > 0
}

const inOrder = (a: FundingFact, b: FundingFact) =>
  factKinds.indexOf(a.kind) - factKinds.indexOf(b.kind) || a.at - b.at || (a.id < b.id ? -1 : 1)

/** Books what the provider says it knows, each happening once: whatever the order and number of its messages. */
export async function takeFacts(tx: Tx, ctx: Context, provider: string, facts: readonly FundingFact[]) {
  for (const fact of [...facts].sort(inOrder)) {
    const paymentId = /^payment:([\w-]+)/.exec(fact.key)?.[1]
    if (paymentId) await takePaymentFact(tx, ctx, provider, { paymentId, fact })
    const giftId = /^gift:([\w-]+)/.exec(fact.key)?.[1]
    if (!giftId || !(await isNews(tx, ctx, provider, giftId, fact))) continue
    const was = await findGift(tx, giftId)
    await takes[fact.kind]({ tx, ctx, provider, was, fact })
  }
}

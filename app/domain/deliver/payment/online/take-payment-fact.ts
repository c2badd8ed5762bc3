import { and, eq } from 'drizzle-orm'
import type { FundingFact } from '#app/ports/payments/funding-provider.ts'
import { payments, providerCalls } from '#db/schema/index.ts'
import type { Tx } from '#db/store.ts'
import type { Context } from '../../../context.ts'
import { dateOf } from '../../../dates.ts'
import { record } from '../../../journal.ts'
import { fen, negative } from '../../../money.ts'
import { move } from '../../../move.ts'
import { notify } from '../../../notify.ts'
import { post } from '../../../treasury/post.ts'
import { askProvider } from '../../cofund/ask-provider.ts'
import { financeOf } from '../buyer-finance.ts'
import { findPayment, type PaymentFacts } from '../find-payment.ts'
import { payment } from '../machine.ts'
import { postStep } from '../post-step.ts'
import { settlePaid, settleReturned } from '../settle-payment.ts'
import { dropRefunds, giveRestBack, keptOf, letGo } from './holdings.ts'
import { factsOf, sentOn, writeFact } from './payment-facts.ts'

type Take = { tx: Tx; ctx: Context; provider: string; was: PaymentFacts; fact: FundingFact }
const isOut = ({ was, provider }: Take) => was.state === 'submitted' && was.provider === provider
const giveBack = ({ tx, ctx, provider, was, fact }: Take) =>
  askProvider(tx, ctx, { provider, paymentId: was.id, kind: 'refund', amount: fen(fact.amount) })

/** What the provider keeps is the buyer's to bear beside the price: the payee has the whole of it. */
async function bookFee({ tx, ctx, was, fact }: Take) {
  const fee = fen(fact.settled?.fee ?? 0)
  if (fee === 0) return
  const { lineId, planId, id: contractId } = was.contract
  await post(tx, ctx, {
    ...{ kind: 'payment.fee', source: `payment.fee:${fact.id}`, lineId, planId, contractId },
    ...{ milestoneId: was.milestoneId, paymentId: was.id },
    postings: [
      ['advanced', negative(fee)],
      ['fee', fee],
    ],
  })
}

/** Paid in: it goes on to the payee, whose part is accepted, once nothing holds it back. Paid twice, or when nobody waits for it any more: it goes back. */
async function funded(take: Take) {
  const { tx, ctx, provider, was, fact } = take
  await bookFee(take)
  if (!isOut(take) || was.releaseKey || fact.amount !== was.amount) return giveBack(take)
  const paymentId = was.id
  const key = await askProvider(tx, ctx, { provider, paymentId, kind: 'release', amount: was.amount })
  await tx.update(payments).set({ releaseKey: key }).where(eq(payments.id, was.id))
}

const callBack = ({ tx, ctx, provider, was }: Take, of: string, amount: number) =>
  askProvider(tx, ctx, { provider, paymentId: was.id, kind: 'reverse', amount: fen(amount), of })

/** The payee has it. What was taken back from the payer meanwhile is called back. */
async function released(take: Take) {
  const { tx, ctx, was, fact } = take
  if (!isOut(take) || was.releaseKey !== fact.key) return callBack(take, fact.key, fact.amount)
  await settlePaid(tx, ctx, was, { receiptNo: fact.proof, paidOn: dateOf(new Date(fact.at)) })
}

const isPaid = ({ was, provider }: Take) => was.state === 'paid' && was.provider === provider

/** The payer has back what the payment needs: it is open again, and the payee is asked for what it was sent. */
async function gone(take: Take) {
  const { tx, ctx, was } = take
  const key = was.releaseKey
  const facts = await factsOf(tx, was.id)
  if (!key || keptOf(facts) >= was.amount) return
  if (isOut(take)) {
    await letGo(tx, ctx, key)
    return settleReturned(tx, ctx, was, null)
  }
  if (!isPaid(take)) return
  await lose(take)
  const out = Math.min(sentOn(facts), was.amount)
  if (out > 0) await callBack(take, key, out)
}

/** Taken back from the payer's part: by the provider itself, by its bank, or at our asking. */
async function takenBack(take: Take) {
  const { tx, ctx, provider, was } = take
  await dropRefunds(tx, ctx, was.id)
  await gone(take)
  await giveRestBack(tx, ctx, provider, was.id)
}

/** The payee gave back what it was sent, whole or in parts: what is not due any more goes on to the payer. */
async function returned(take: Take) {
  const { tx, ctx, provider, was } = take
  if (isPaid(take) && sentOn(await factsOf(tx, was.id)) < was.amount) await lose(take)
  await giveRestBack(tx, ctx, provider, was.id)
}

/** 付讫的款被收回: paid no more, back to the payee's turn. */
async function lose({ tx, ctx, was, fact }: Take) {
  const back = { reason: null, releaseKey: null, losses: was.losses + 1, paidAt: null }
  await move(tx, payments, payment, was, 'lose', { ...back, bankReceiptNo: null, paidOn: null })
  await postStep(tx, ctx, 'lose', was.contract, was, fact.id)
  const { buyerId } = was.contract
  const finance = { role: await financeOf(tx, buyerId), partyId: buyerId }
  await notify(tx, ctx, finance, 'payment-lost', `/desk/payments/${was.id}`, { title: was.milestone.title })
  await record(tx, ctx, 'payment.lose', { subject: was.id, threadId: was.contract.planId })
}

async function refundFailed({ tx, provider, fact }: Take) {
  await tx
    .update(providerCalls)
    .set({ state: 'dead', lastError: fact.reason ?? 'refund-failed' })
    .where(and(eq(providerCalls.provider, provider), eq(providerCalls.callKey, fact.key)))
}
async function disputed({ tx, ctx, was }: Take) {
  const { buyerId } = was.contract
  const finance = { role: await financeOf(tx, buyerId), partyId: buyerId }
  const link = `/desk/payments/${was.id}`
  await notify(tx, ctx, finance, 'payment-disputed', link, { title: was.milestone.title })
}

const nothing = async () => undefined
const takes: Record<FundingFact['kind'], (take: Take) => Promise<unknown>> = {
  ...{ funded, released, returned, refunded: takenBack, refund_failed: refundFailed, disputed },
  ...{ dispute_lost: takenBack, dispute_won: nothing },
}

/** Books one happening of a contract's payment, once, whichever message told it. */
export async function takePaymentFact(
  tx: Tx,
  ctx: Context,
  provider: string,
  { paymentId, fact }: { paymentId: string; fact: FundingFact },
) {
  if (!(await writeFact(tx, ctx, provider, paymentId, fact))) return
  const was = await findPayment(tx, paymentId)
  await takes[fact.kind]({ tx, ctx, provider, was, fact })
}

import { payments } from '#db/schema/index.ts'
import type { Context } from '../../../context.ts'
import { record } from '../../../journal.ts'
import { move } from '../../../move.ts'
import { authorize } from '../../../policy/index.ts'
import { Refusal } from '../../../refusal.ts'
import { askProvider, callsOf } from '../../cofund/ask-provider.ts'
import { refuseFrozen } from '../../supervision/frozen.ts'
import { refuseFreshAccount } from '../account-rest.ts'
import { mustBeAsSigned } from '../application.ts'
import { findPayment, type PaymentFacts, subjectOf } from '../find-payment.ts'
import { payment } from '../machine.ts'
import { keepMoneysLaw } from '../money-law.ts'
import { postStep } from '../post-step.ts'
import { mayGoOnline } from './online-law.ts'
import { mustBeBack } from './payment-facts.ts'

const hour = 3_600_000
/** A payment page stands for a day; after that another is asked for. */
const isOld = (at: Date, now: Date) => now.getTime() - at.getTime() > 23 * hour

/**
 * 在线支付: beside the treasury's voucher, by the same gates and the same third person. The provider is asked for a page to
 * pay on; what is paid there is told by the provider alone, and goes on to the payee, whose part is accepted.
 */
export const payOnline = (ctx: Context, { paymentId }: { paymentId: string }) =>
  ctx.transact(async (tx) => {
    const was = await findPayment(tx, paymentId)
    authorize(ctx.actor, 'payment.submit', subjectOf(was))
    const provider = await mayGoOnline(tx, ctx, was)
    if (was.state === 'submitted') return anotherPage(ctx, tx, was, provider)
    payment.next(was.state, 'submit')
    await refuseFrozen(tx, was.contractId)
    mustBeAsSigned(was)
    refuseFreshAccount(was, ctx.clock.now())
    await mustBeBack(tx, was.id)
    const by = { submittedBy: ctx.actor.personId, submittedAt: ctx.clock.now() }
    const paper = { voucherYear: null, voucherNo: null, voucherOn: null, reason: null }
    await move(tx, payments, payment, was, 'submit', { ...by, ...paper, provider, releaseKey: null })
    const key = await askProvider(tx, ctx, { provider, paymentId, kind: 'open', amount: was.amount })
    await postStep(tx, ctx, 'submit', was.contract, was, key)
    await keepMoneysLaw(tx, was.contract)
    const about = { subject: was.id, threadId: was.contract.planId }
    await record(tx, ctx, 'payment.submit', about, { provider })
    return { id: was.id }
  })

/** The page it was sent out with has run out, and nothing was paid there: the same payment is given another. */
async function anotherPage(
  ctx: Context,
  tx: Parameters<typeof askProvider>[0],
  was: PaymentFacts,
  provider: string,
) {
  if (was.provider !== provider) throw new Refusal('conflict', 'wrong-state')
  if (was.releaseKey) throw new Refusal('conflict', 'online-pay-held')
  await refuseFrozen(tx, was.contractId)
  const paymentId = was.id
  const last = (await callsOf(tx, { paymentId })).filter(({ kind }) => kind === 'open').at(-1)
  if (last && last.state !== 'dead' && !isOld(last.createdAt, ctx.clock.now())) return { id: was.id }
  await askProvider(tx, ctx, { provider, paymentId, kind: 'open', amount: was.amount })
  const about = { subject: was.id, threadId: was.contract.planId }
  await record(tx, ctx, 'payment.submit', about, { provider, again: true })
  return { id: was.id }
}

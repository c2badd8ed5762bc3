import type Stripe from 'stripe'
import type {
  Account,
  Charge,
  Dispute,
  Fake,
  Intent,
  Refund,
  Reversal,
  Row,
  Session,
  Transfer,
} from './state.ts'
import { found } from './state.ts'

const head = ({ id, created, metadata }: Row) => ({ id, created, metadata })
type Sum = Row & { amount: number }
const sum = (f: Fake, one: Sum) => ({ ...head(one), amount: one.amount, currency: f.currency })

export const session = (f: Fake, x: Session) =>
  ({
    ...{
      ...head(x),
      object: 'checkout.session',
      mode: 'payment',
      amount_total: x.amount,
      currency: f.currency,
    },
    ...{ client_reference_id: x.client_reference_id, payment_intent: x.intent, success_url: x.success_url },
    ...{ status: x.status, payment_status: x.payment_status, url: x.status === 'open' ? x.url : null },
  }) satisfies Partial<Stripe.Checkout.Session>
export const intent = (f: Fake, x: Intent) =>
  ({
    ...{ ...sum(f, x), object: 'payment_intent', status: x.status, transfer_group: x.transfer_group },
  }) satisfies Partial<Stripe.PaymentIntent>
export const charge = (f: Fake, x: Charge, whole = false) =>
  ({
    ...{
      ...sum(f, x),
      object: 'charge',
      status: 'succeeded',
      paid: true,
      amount_refunded: x.amount_refunded,
    },
    ...{ refunded: x.amount_refunded === x.amount, payment_intent: x.payment_intent },
    disputed: Object.values(f.s.disputes).some((d) => d.charge === x.id),
    transfer_group: x.transfer_group,
    balance_transaction: whole ? line(f, x.balance_transaction) : x.balance_transaction,
  }) satisfies Partial<Stripe.Charge>
export const transfer = (f: Fake, x: Transfer) =>
  ({
    ...{ ...sum(f, x), object: 'transfer', amount_reversed: x.amount_reversed },
    ...{ reversed: x.amount_reversed === x.amount, destination: x.destination },
    ...{ source_transaction: x.source_transaction, transfer_group: x.transfer_group },
    balance_transaction: x.balance_transaction,
  }) satisfies Partial<Stripe.Transfer>
export const reversal = (f: Fake, x: Reversal) =>
  ({
    ...{ ...sum(f, x), object: 'transfer_reversal', transfer: x.transfer },
    balance_transaction: x.balance_transaction,
  }) satisfies Partial<Stripe.TransferReversal>
export const refund = (f: Fake, x: Refund) =>
  ({
    ...{ ...sum(f, x), object: 'refund', charge: x.charge, payment_intent: x.payment_intent },
    ...{ status: x.status, balance_transaction: x.balance_transaction },
    ...(x.status === 'failed' ? { failure_reason: 'lost_or_stolen_card' } : {}),
  }) satisfies Partial<Stripe.Refund>
export const dispute = (f: Fake, x: Dispute) =>
  ({
    ...{ ...sum(f, x), object: 'dispute', charge: x.charge, payment_intent: x.payment_intent },
    ...{ status: x.status, reason: 'fraudulent' },
  }) satisfies Partial<Stripe.Dispute>
export const account = (_: Fake, x: Account) =>
  ({
    ...{ ...head(x), object: 'account', type: 'express', payouts_enabled: x.ready },
    capabilities: { transfers: x.ready ? 'active' : 'pending' },
  }) satisfies Partial<Stripe.Account>

/** A line of the books, as the list of them has it. */
export function line(f: Fake, id: string): Stripe.BalanceTransaction {
  const { metadata: _, ...rest } = found(f.s.ledger, id, 'balance transaction')
  const said = { ...rest, object: 'balance_transaction', exchange_rate: null }
  return said as unknown as Stripe.BalanceTransaction
}
/** What a line is of, told whole. */
export function sourceOf(f: Fake, id: string): unknown {
  const { charges, transfers, reversals, refunds } = f.s
  if (charges[id]) return charge(f, charges[id])
  if (transfers[id]) return transfer(f, transfers[id])
  if (reversals[id]) return reversal(f, reversals[id])
  return refunds[id] ? refund(f, refunds[id]) : id
}

import * as shown from './shown.ts'
import { enter, type Fake, feeOf, found, made, type Session, say, wrong } from './state.ts'

type Params = Record<string, unknown>
const text = (value: unknown) => (typeof value === 'string' ? value : '')
const whole = (value: unknown) => (/^\d+$/.test(text(value)) ? Number(value) : Number.NaN)
const tree = (value: unknown) => (typeof value === 'object' && value ? (value as Params) : {})
const words = (value: unknown) =>
  Object.fromEntries(Object.entries(tree(value)).map(([name, said]) => [name, text(said)]))

export function openSession(f: Fake, p: Params) {
  const price = tree(tree(tree(p.line_items)['0']).price_data)
  const data = tree(p.payment_intent_data)
  const amount = whole(price.unit_amount)
  if (!(amount > 0)) throw wrong(400, 'Invalid integer: unit_amount')
  if (text(price.currency) !== f.currency) throw wrong(400, `Invalid currency: ${text(price.currency)}`)
  const first = {
    amount,
    status: 'requires_payment_method' as const,
    transfer_group: text(data.transfer_group),
  }
  const intent = { ...made(f, 'pi', words(data.metadata)), ...first }
  f.s.intents[intent.id] = intent
  const head = made(f, 'cs', words(p.metadata))
  const session: Session = {
    ...{
      ...head,
      status: 'open',
      payment_status: 'unpaid',
      url: f.options.pageOf(head.id),
      intent: intent.id,
      amount,
    },
    ...{ words: text(tree(price.product_data).name), client_reference_id: text(p.client_reference_id) },
    ...{ success_url: text(p.success_url), cancel_url: text(p.cancel_url) },
  }
  f.s.sessions[session.id] = session
  return shown.session(f, session)
}

export function makeTransfer(f: Fake, p: Params) {
  const amount = whole(p.amount)
  const account = f.s.accounts[text(p.destination)]
  if (!account) throw wrong(400, `No such destination: '${text(p.destination)}'`)
  if (!account.ready) throw wrong(400, 'Your destination account needs the transfers capability.')
  const charge = found(f.s.charges, text(p.source_transaction), 'charge')
  const sent = Object.values(f.s.transfers).filter((t) => t.source_transaction === charge.id)
  const out = sent.reduce((n, t) => n + t.amount - t.amount_reversed, 0)
  if (!(amount > 0) || out + amount + charge.amount_refunded > charge.amount)
    throw wrong(400, 'Insufficient funds in the source transaction.')
  const head = made(f, 'tr', words(p.metadata))
  const transfer = {
    ...{ ...head, amount, amount_reversed: 0, destination: account.id, source_transaction: charge.id },
    ...{
      transfer_group: text(p.transfer_group),
      balance_transaction: enter(f, 'transfer', -amount, head.id),
    },
  }
  f.s.transfers[transfer.id] = transfer
  say(f, 'transfer.created', shown.transfer(f, transfer))
  return shown.transfer(f, transfer)
}

export function reverse(f: Fake, p: Params, id: string) {
  const transfer = found(f.s.transfers, id, 'transfer')
  const amount = whole(p.amount)
  if (!(amount > 0) || amount > transfer.amount - transfer.amount_reversed)
    throw wrong(400, 'Reversal amount is greater than the unreversed amount.')
  transfer.amount_reversed += amount
  const head = made(f, 'trr', words(p.metadata))
  const reversal = {
    ...{ ...head, amount, transfer: id, balance_transaction: enter(f, 'transfer_refund', amount, head.id) },
  }
  f.s.reversals[reversal.id] = reversal
  say(f, 'transfer.reversed', shown.transfer(f, transfer))
  return shown.reversal(f, reversal)
}

export function giveBack(f: Fake, p: Params) {
  const charge = found(f.s.charges, text(p.charge), 'charge')
  const amount = whole(p.amount)
  if (!(amount > 0) || amount > charge.amount - charge.amount_refunded)
    throw wrong(400, 'Refund amount is greater than the unrefunded amount.')
  const status = f.knobs.refundsFail ? ('failed' as const) : ('succeeded' as const)
  const head = made(f, 're', words(p.metadata))
  const refund = {
    ...{ ...head, amount, charge: charge.id, payment_intent: charge.payment_intent, status },
    balance_transaction: enter(f, 'refund', -amount, head.id),
  }
  if (status === 'failed') enter(f, 'refund_failure', amount, head.id)
  else charge.amount_refunded += amount
  f.s.refunds[refund.id] = refund
  say(f, status === 'failed' ? 'refund.failed' : 'refund.created', shown.refund(f, refund))
  return shown.refund(f, refund)
}

export function openAccount(f: Fake, p: Params) {
  const account = { ...made(f, 'acct', words(p.metadata)), ready: true }
  f.s.accounts[account.id] = account
  say(f, 'account.updated', shown.account(f, account))
  return shown.account(f, account)
}

/** The payer pays: the money is there, and three events say so. */
export function pay(f: Fake, session: Session) {
  const intent = f.s.intents[session.intent]!
  intent.status = 'succeeded'
  session.status = 'complete'
  session.payment_status = 'paid'
  const { amount, transfer_group, metadata } = intent
  const head = made(f, 'ch', metadata)
  const charge = {
    ...{ ...head, amount, amount_refunded: 0, payment_intent: intent.id, transfer_group },
    balance_transaction: enter(f, 'charge', amount, head.id, feeOf(amount)),
  }
  f.s.charges[charge.id] = charge
  say(f, 'payment_intent.succeeded', shown.intent(f, intent))
  say(f, 'charge.succeeded', shown.charge(f, charge))
  say(f, 'checkout.session.completed', shown.session(f, session))
}

const chargeIn = (f: Fake, group: string) =>
  Object.values(f.s.charges).find((c) => c.transfer_group === group)
export function dispute(f: Fake, group: string) {
  const charge = chargeIn(f, group)
  if (!charge) return
  const { amount, id, payment_intent } = charge
  const made_ = { ...made(f, 'dp'), amount, charge: id, payment_intent, status: 'needs_response' as const }
  f.s.disputes[made_.id] = made_
  say(f, 'charge.dispute.created', shown.dispute(f, made_))
}
export function endDispute(f: Fake, group: string, status: 'won' | 'lost') {
  const charge = chargeIn(f, group)
  const open = Object.values(f.s.disputes).find(
    (d) => d.charge === charge?.id && d.status === 'needs_response',
  )
  if (!open) return
  open.status = status
  say(f, 'charge.dispute.closed', shown.dispute(f, open))
}

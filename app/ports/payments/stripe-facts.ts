import type Stripe from 'stripe'
import { compareBooks } from './compare-books.ts'
import type { Booked, FundingFact, Period, Status } from './funding-provider.ts'

const most = { limit: 1_000 }
const keyOf = ({ metadata }: { metadata: Stripe.Metadata | null }, group: string) => metadata?.key ?? group
const idOf = (one: string | { id: string } | null) => (typeof one === 'string' ? one : (one?.id ?? ''))
const ms = (seconds: number) => seconds * 1_000

type Settled = NonNullable<FundingFact['settled']>
/** What arrived of it where it is settled; the fee in the currency that was paid. */
function settledOf(charge: Stripe.Charge): Settled | undefined {
  const bt = charge.balance_transaction
  if (bt === null || typeof bt === 'string') return undefined
  const rate = bt.exchange_rate ?? null
  const fee = rate ? Math.round(bt.fee / rate) : bt.fee
  return { amount: bt.amount, currency: bt.currency.toUpperCase(), fee, rate }
}

/** What was paid in another currency than is asked for is booked by nobody: a person looks at it. */
function mustBeIn(currency: string, charge: Stripe.Charge) {
  if (charge.currency !== currency) throw new Error(`paid-in-${charge.currency}`)
}

const funded = (charge: Stripe.Charge, group: string): FundingFact => ({
  id: `charge:${charge.id}`,
  kind: 'funded',
  key: keyOf(charge, group),
  amount: charge.amount,
  at: ms(charge.created),
  proof: idOf(charge.balance_transaction),
  settled: settledOf(charge),
})

/** A refund as it stands now; one that is still under way is no fact yet. */
function refundFacts(refund: Stripe.Refund, group: string): FundingFact[] {
  const said = { key: keyOf(refund, group), amount: refund.amount, at: ms(refund.created) }
  const proof = idOf(refund.balance_transaction)
  if (refund.status === 'succeeded') return [{ ...said, id: `refund:${refund.id}`, kind: 'refunded', proof }]
  if (refund.status !== 'failed' && refund.status !== 'canceled') return []
  return [
    {
      ...said,
      id: `refund-failed:${refund.id}`,
      kind: 'refund_failed',
      proof: refund.id,
      reason: refund.failure_reason ?? undefined,
    },
  ]
}

function disputeFacts({ id, amount, status, created, reason }: Stripe.Dispute, key: string): FundingFact[] {
  const said = { key, amount, at: ms(created), proof: id, reason }
  const first: FundingFact = { ...said, id: `dispute:${id}`, kind: 'disputed' }
  if (status === 'won' || status === 'warning_closed')
    return [first, { ...said, id: `dispute-won:${id}`, kind: 'dispute_won' }]
  if (status === 'lost') return [first, { ...said, id: `dispute-lost:${id}`, kind: 'dispute_lost' }]
  return [first]
}

async function ofCharge(stripe: Stripe, charge: Stripe.Charge, group: string): Promise<FundingFact[]> {
  const refunds = await stripe.refunds.list({ charge: charge.id }).autoPagingToArray(most)
  const disputes = await stripe.disputes.list({ charge: charge.id }).autoPagingToArray(most)
  return [
    ...(charge.paid ? [funded(charge, group)] : []),
    ...refunds.flatMap((refund) => refundFacts(refund, group)),
    ...disputes.flatMap((dispute) => disputeFacts(dispute, keyOf(charge, group))),
  ]
}

async function ofTransfer(stripe: Stripe, transfer: Stripe.Transfer, group: string): Promise<FundingFact[]> {
  const reversals = await stripe.transfers.listReversals(transfer.id).autoPagingToArray(most)
  const said = { amount: transfer.amount, at: ms(transfer.created), payee: idOf(transfer.destination) }
  const released: FundingFact = {
    ...said,
    id: `transfer:${transfer.id}`,
    kind: 'released',
    key: keyOf(transfer, group),
    proof: idOf(transfer.balance_transaction),
  }
  return [
    released,
    ...reversals.map(
      (r): FundingFact => ({
        id: `reversal:${r.id}`,
        kind: 'returned',
        key: keyOf(r, group),
        amount: r.amount,
        at: ms(r.created),
        proof: idOf(r.balance_transaction),
      }),
    ),
  ]
}

/** The group a key, or a payment's own reference, belongs to. */
async function groupAt(stripe: Stripe, key: string) {
  if (!key.startsWith('pi_')) return key.split(':').slice(0, 2).join(':')
  const intent = await stripe.paymentIntents.retrieve(key)
  return intent.transfer_group
}

/** Everything that happened to the money of one funding, read afresh: what was paid, sent on, taken back, given back, disputed. */
export async function factsOfGroup(stripe: Stripe, key: string, currency: string): Promise<Status> {
  const group = await groupAt(stripe, key)
  if (!group) return { facts: [] }
  const charges = await stripe.charges
    .list({ transfer_group: group, expand: ['data.balance_transaction'] })
    .autoPagingToArray(most)
  const transfers = await stripe.transfers.list({ transfer_group: group }).autoPagingToArray(most)
  const facts: FundingFact[] = []
  for (const charge of charges) mustBeIn(currency, charge)
  for (const charge of charges) facts.push(...(await ofCharge(stripe, charge, group)))
  for (const transfer of transfers) facts.push(...(await ofTransfer(stripe, transfer, group)))
  return { facts }
}

/** The transfer that was made under one of our keys, if there is one. */
export async function transferOf(stripe: Stripe, key: string) {
  const transfer_group = key.split(':').slice(0, 2).join(':')
  const { data } = await stripe.transfers.list({ transfer_group, limit: 100 })
  return data.find((t) => t.metadata?.key === key) ?? null
}

const kinds: Record<string, Booked['kind']> = {
  charge: 'funded',
  payment: 'funded',
  transfer: 'released',
  transfer_refund: 'returned',
  refund: 'refunded',
  payment_refund: 'refunded',
}
type Source = { metadata?: Stripe.Metadata | null; transfer_group?: string | null; amount?: number }

/** What the provider's own books say of one line: the sum that was paid, not what was settled of it. */
function bookedIn(bt: Stripe.BalanceTransaction): Booked | null {
  const kind = kinds[bt.type]
  const source = typeof bt.source === 'object' ? (bt.source as Source | null) : null
  if (!kind || !source) return null
  const amount = source.amount ?? Math.abs(bt.amount)
  const key = source.metadata?.key ?? source.transfer_group ?? ''
  const fee = bt.exchange_rate ? Math.round(bt.fee / bt.exchange_rate) : bt.fee
  return { kind, key, amount, proof: bt.id, ...(kind === 'funded' ? { fee } : {}) }
}

/** Every line of the provider's books in a period against ours. */
export async function booksOf(stripe: Stripe, { from, to }: Period, ours: readonly Booked[]) {
  const created = { gte: Math.floor(from / 1_000), lt: Math.ceil(to / 1_000) }
  const lines = await stripe.balanceTransactions
    .list({ created, expand: ['data.source'] })
    .autoPagingToArray({ limit: 10_000 })
  return compareBooks(
    ours,
    lines.map(bookedIn).filter((line) => line !== null),
  )
}

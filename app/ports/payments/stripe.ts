import type Stripe from 'stripe'
import type {
  Begun,
  Capabilities,
  Funding,
  FundingProvider,
  Opened,
  Payee,
  Refund,
  Release,
  Reversal,
} from './funding-provider.ts'
import { hearStripe } from './stripe-events.ts'
import { booksOf, factsOfGroup, transferOf } from './stripe-facts.ts'

export type StripeParts = {
  stripe: Stripe
  /** ISO 4217, small letters: what payers are asked for and what is settled. */
  currency: string
  /** Secrets of the webhook: the present one, and the one before it while it is changed. */
  secrets: readonly string[]
  /** The connected account of one of our payees. */
  accountOf: (payeeId: string) => Promise<string | null>
}

export const stripeCapabilities = (currency: string): Capabilities => ({
  code: 'stripe',
  fiscal: false,
  online: true,
  currencies: [currency.toUpperCase()],
  most: 5_000_000,
  refunds: true,
  holdsDays: 90,
})

/** What belongs to one funding: `gift:<id>` of `gift:<id>:refund:2`. */
const groupOf = (key: string) => key.split(':').slice(0, 2).join(':')
const named = (key: string) => ({ key, group: groupOf(key) })
const under = (key: string) => ({ idempotencyKey: key })
const begun = ({ id }: { id: string }): Begun => ({ ref: id, state: 'begun' })
const page = { limit: 100 }

async function connect({ stripe }: StripeParts, { key, payeeId, returnTo }: Payee): Promise<Opened> {
  const capabilities = { transfers: { requested: true } }
  const metadata = { key, payee: payeeId }
  const account = await stripe.accounts.create({ type: 'express', capabilities, metadata }, under(key))
  const back = { refresh_url: returnTo, return_url: returnTo }
  const link = await stripe.accountLinks.create({ account: account.id, type: 'account_onboarding', ...back })
  return { ref: account.id, payAt: link.url }
}

/** A page to pay on. What is paid there carries our key, and the group by which everything of it is found again. */
async function open({ stripe, currency }: StripeParts, funding: Funding): Promise<Opened> {
  const { key, amount, returnTo, words, contractId, milestoneId, purpose } = funding
  const price_data = { currency, unit_amount: amount, product_data: { name: words ?? key } }
  const about = { ...named(key), contract: contractId, milestone: milestoneId, purpose }
  const session = await stripe.checkout.sessions.create(
    {
      mode: 'payment',
      client_reference_id: key,
      line_items: [{ quantity: 1, price_data }],
      success_url: returnTo,
      cancel_url: returnTo,
      metadata: named(key),
      payment_method_options: { wechat_pay: { client: 'web' } },
      payment_intent_data: { transfer_group: groupOf(key), metadata: about },
    },
    under(key),
  )
  return { ref: session.id, payAt: session.url }
}

const chargesOf = async (stripe: Stripe, key: string) =>
  (await stripe.charges.list({ transfer_group: groupOf(key), ...page })).data.filter(({ paid }) => paid)

/** Those nobody disputes come first: what was paid again after a lost dispute is taken, not what was lost. */
const soundFirst = (charges: readonly Stripe.Charge[]) =>
  [...charges].sort((a, b) => Number(a.disputed) - Number(b.disputed))
const leftOf = (charge: Stripe.Charge) => charge.amount - charge.amount_refunded

/** Stripe forgets keys after a day: what was made under one is looked for before it is made again. */
async function release({ stripe, currency, accountOf }: StripeParts, r: Release): Promise<Begun> {
  const known = await transferOf(stripe, r.key)
  if (known) return begun(known)
  const destination = await accountOf(r.payeeId)
  if (!destination) throw new Error('payee-not-connected')
  const charges = soundFirst(await chargesOf(stripe, r.key))
  const charge = charges.find((one) => leftOf(one) >= r.amount) ?? charges[0]
  if (!charge) throw new Error('nothing-was-paid')
  const from = { source_transaction: charge.id, transfer_group: groupOf(r.key) }
  const sum = { amount: r.amount, currency, destination }
  return begun(await stripe.transfers.create({ ...sum, ...from, metadata: named(r.key) }, under(r.key)))
}

async function refund({ stripe }: StripeParts, { key, fundingKey, amount }: Refund): Promise<Begun> {
  const charges = await chargesOf(stripe, fundingKey)
  for (const { id } of charges) {
    const made = await stripe.refunds.list({ charge: id, ...page })
    const known = made.data.find(({ metadata }) => metadata?.key === key)
    if (known) return begun(known)
  }
  const charge = soundFirst(charges).find((one) => leftOf(one) >= amount)
  if (!charge) throw new Error('nothing-was-paid')
  return begun(await stripe.refunds.create({ charge: charge.id, amount, metadata: named(key) }, under(key)))
}

async function reverse({ stripe }: StripeParts, { key, releaseKey, amount }: Reversal): Promise<Begun> {
  const transfer = await transferOf(stripe, releaseKey)
  if (!transfer) throw new Error('nothing-was-released')
  const { data } = await stripe.transfers.listReversals(transfer.id, page)
  const known = data.find(({ metadata }) => metadata?.key === key)
  if (known) return begun(known)
  return begun(
    await stripe.transfers.createReversal(transfer.id, { amount, metadata: named(key) }, under(key)),
  )
}

/**
 * Stripe, for what companies and donors add to a project: never for fiscal money. What is paid is held until the part is
 * accepted, then sent on by a transfer of its own; every answer is read again before it is believed.
 */
export const stripeProvider = (parts: StripeParts): FundingProvider => ({
  capabilities: stripeCapabilities(parts.currency),
  open: (funding) => open(parts, funding),
  status: (key) => factsOfGroup(parts.stripe, key, parts.currency),
  release: (one) => release(parts, one),
  refund: (one) => refund(parts, one),
  reverse: (one) => reverse(parts, one),
  ingest: async (raw) => hearStripe(parts.stripe, parts.secrets, raw),
  reconcile: (period, ours) => booksOf(parts.stripe, period, ours),
  connect: (payee) => connect(parts, payee),
  isReady: async (ref) => (await parts.stripe.accounts.retrieve(ref)).capabilities?.transfers === 'active',
})

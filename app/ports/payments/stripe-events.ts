import type Stripe from 'stripe'
import type { Ingested, RawEvent, Told } from './funding-provider.ts'

/** How long after it was signed a message is still taken, in seconds. */
const tolerance = 300

type About = {
  metadata?: Record<string, string> | null
  transfer_group?: string | null
  payment_intent?: string | { id: string } | null
  client_reference_id?: string | null
}
const refOf = (one: string | { id: string } | null | undefined) => (typeof one === 'object' ? one?.id : one)

/** Our key where the object carries one, the payment it belongs to where it does not, the account of a payee. */
function aboutOf(event: Stripe.Event): string | null {
  const object = event.data.object as About & { id?: string }
  if (event.type === 'account.updated') return object.id ?? null
  return (
    object.metadata?.key ??
    object.transfer_group ??
    object.client_reference_id ??
    refOf(object.payment_intent) ??
    null
  )
}

const verified = (stripe: Stripe, { body, signature, at }: RawEvent, secret: string): Stripe.Event | null => {
  try {
    return stripe.webhooks.constructEvent(body, signature ?? '', secret, tolerance, undefined, at)
  } catch {
    return null
  }
}

/** What a webhook says, if one of our secrets signed it lately: only that something happened, and about which key. */
export function hearStripe(stripe: Stripe, secrets: readonly string[], raw: RawEvent): Ingested {
  for (const secret of secrets) {
    const event = verified(stripe, raw, secret)
    if (!event) continue
    const told: Told = { id: event.id, type: event.type, about: aboutOf(event) }
    return { facts: [], faults: [], told: [told] }
  }
  return { facts: [], faults: [{ line: 0, reason: 'signature' }] }
}

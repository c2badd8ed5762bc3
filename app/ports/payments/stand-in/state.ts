export type Row = { id: string; created: number; metadata: Record<string, string> }
export type Line = Row & {
  type: string
  amount: number
  fee: number
  net: number
  currency: string
  source: string
}
export type Session = Row & {
  status: 'open' | 'complete' | 'expired'
  payment_status: 'paid' | 'unpaid'
  url: string
  intent: string
  amount: number
  words: string
  success_url: string
  cancel_url: string
  client_reference_id: string
}
export type Intent = Row & {
  amount: number
  status: 'requires_payment_method' | 'succeeded'
  transfer_group: string
}
export type Charge = Row & {
  amount: number
  amount_refunded: number
  payment_intent: string
  transfer_group: string
  balance_transaction: string
}
export type Transfer = Row & {
  amount: number
  amount_reversed: number
  destination: string
  source_transaction: string
  transfer_group: string
  balance_transaction: string
}
export type Reversal = Row & { amount: number; transfer: string; balance_transaction: string }
export type Refund = Row & {
  amount: number
  charge: string
  payment_intent: string
  status: 'succeeded' | 'failed'
  balance_transaction: string
}
export type Dispute = Row & {
  amount: number
  charge: string
  payment_intent: string
  status: 'needs_response' | 'won' | 'lost'
}
export type Account = Row & { ready: boolean }
type Kept = { path: string; hash: string; status: number; body: string }

/** Everything the stand-in remembers, as JSON keeps it. */
export type StandInState = {
  n: number
  sessions: Record<string, Session>
  intents: Record<string, Intent>
  charges: Record<string, Charge>
  transfers: Record<string, Transfer>
  reversals: Record<string, Reversal>
  refunds: Record<string, Refund>
  disputes: Record<string, Dispute>
  accounts: Record<string, Account>
  ledger: Record<string, Line>
  keys: Record<string, Kept>
}
export const emptyState = (): StandInState => ({
  ...{ n: 0, sessions: {}, intents: {}, charges: {}, transfers: {}, reversals: {} },
  ...{ refunds: {}, disputes: {}, accounts: {}, ledger: {}, keys: {} },
})

export type Emitted = { id: string; body: string }
export type Asked = { method: string; path: string; params: Record<string, unknown>; key: string | null }
export type Options = {
  state?: StandInState
  now: () => number
  /** Where a payer is sent: the page of a session. */
  pageOf: (session: string) => string
  /** Called after anything changed. */
  keep?: (state: StandInState) => Promise<void>
  /** Called for each event, in the order they happened. */
  emit?: (event: Emitted) => void
  currency?: string
}
export type Knobs = {
  /** So many coming calls that change something are carried out, and their answer lost on the way. */
  lose: number
  /** So many of them are carried out and answered with 500. */
  break: number
  /** So many coming calls are turned away with 429. */
  limit: number
  /** New refunds fail. */
  refundsFail: boolean
}
export type Fake = { s: StandInState; options: Options; currency: string; knobs: Knobs; emitted: Emitted[] }

export type Wrong = Error & { status: number; type: string }
export const wrong = (status: number, message: string, type = 'invalid_request_error'): Wrong =>
  Object.assign(new Error(message), { status, type })
export const isWrong = (error: unknown): error is Wrong => error instanceof Error && 'status' in error

export const feeOf = (amount: number) => Math.round(amount * 0.006)
export function made(f: Fake, kind: string, metadata: Record<string, string> = {}): Row {
  f.s.n += 1
  const created = Math.floor(f.options.now() / 1_000)
  return { id: `${kind}_${String(f.s.n).padStart(8, '0')}`, created, metadata }
}
/** A line of the provider's own books. */
export function enter(f: Fake, type: string, amount: number, source: string, fee = 0): string {
  const line: Line = { ...made(f, 'txn'), type, amount, fee, net: amount - fee, currency: f.currency, source }
  f.s.ledger[line.id] = line
  return line.id
}
export function say(f: Fake, type: string, object: unknown) {
  const { id, created } = made(f, 'evt')
  const head = { id, created, object: 'event', api_version: null, livemode: false, pending_webhooks: 1 }
  const event = { id, body: JSON.stringify({ ...head, type, request: null, data: { object } }) }
  f.emitted.push(event)
  f.options.emit?.(event)
}
export function found<T>(all: Record<string, T>, id: string, what: string): T {
  const one = Object.hasOwn(all, id) ? all[id] : undefined
  if (!one) throw wrong(404, `No such ${what}: '${id}'`)
  return one
}

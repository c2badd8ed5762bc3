import { createHash } from 'node:crypto'
import { channel } from 'node:diagnostics_channel'
import * as act from './stand-in/acts.ts'
import { readForm } from './stand-in/nested-form.ts'
import * as shown from './stand-in/shown.ts'
import {
  type Asked,
  emptyState,
  type Fake,
  found,
  isWrong,
  type Options,
  say,
  wrong,
} from './stand-in/state.ts'

/** How the payment page is left: paid, refused by the bank, or closed. */
export const outcomes = ['paid', 'failed', 'closed'] as const
export type Outcome = (typeof outcomes)[number]
type Params = Record<string, unknown>
/** Each request that any stand-in is asked, for whoever listens in this process. */
export const requests = channel('sanshe:stripe-stand-in')

const list = (data: unknown[]) => ({ object: 'list', has_more: false, url: '/', data })
const listed = <T extends object>(all: Record<string, T>, field: keyof T & string, value: unknown) =>
  Object.values(all).filter((one) => value === undefined || one[field] === value)
function linesIn(f: Fake, created: unknown) {
  const { gte = '0', lt = String(Number.MAX_SAFE_INTEGER) } = (created ?? {}) as Record<string, string>
  const inside = Object.values(f.s.ledger).filter((l) => l.created >= Number(gte) && l.created < Number(lt))
  return inside.map((l) => ({ ...shown.line(f, l.id), source: shown.sourceOf(f, l.source) }))
}

type Answer = (f: Fake, p: Params, id: string) => unknown
const charges: Answer = (f, p) =>
  list(
    listed(f.s.charges, 'transfer_group', p.transfer_group).map((c) =>
      shown.charge(f, c, p.expand !== undefined),
    ),
  )
const answers: ReadonlyArray<readonly [string, RegExp, Answer]> = [
  ['POST', /^checkout\/sessions$/, act.openSession],
  ['GET', /^checkout\/sessions\/(\w+)$/, (f, _, id) => shown.session(f, found(f.s.sessions, id, 'session'))],
  [
    'GET',
    /^payment_intents\/(\w+)$/,
    (f, _, id) => shown.intent(f, found(f.s.intents, id, 'payment_intent')),
  ],
  ['GET', /^charges$/, charges],
  ['POST', /^transfers$/, act.makeTransfer],
  [
    'GET',
    /^transfers$/,
    (f, p) =>
      list(listed(f.s.transfers, 'transfer_group', p.transfer_group).map((t) => shown.transfer(f, t))),
  ],
  ['POST', /^transfers\/(\w+)\/reversals$/, act.reverse],
  [
    'GET',
    /^transfers\/(\w+)\/reversals$/,
    (f, _, id) => list(listed(f.s.reversals, 'transfer', id).map((r) => shown.reversal(f, r))),
  ],
  ['POST', /^refunds$/, act.giveBack],
  [
    'GET',
    /^refunds$/,
    (f, p) => list(listed(f.s.refunds, 'charge', p.charge).map((r) => shown.refund(f, r))),
  ],
  [
    'GET',
    /^disputes$/,
    (f, p) => list(listed(f.s.disputes, 'charge', p.charge).map((d) => shown.dispute(f, d))),
  ],
  ['POST', /^accounts$/, act.openAccount],
  ['GET', /^accounts\/(\w+)$/, (f, _, id) => shown.account(f, found(f.s.accounts, id, 'account'))],
  [
    'POST',
    /^account_links$/,
    (_, p) => ({ object: 'account_link', created: 0, expires_at: 0, url: p.return_url }),
  ],
  ['GET', /^balance_transactions$/, (f, p) => list(linesIn(f, p.created))],
]

type Said = { status: number; body: string }
function carryOut(f: Fake, { method, path, params }: Asked): Said {
  const route = answers.find(([how, where]) => how === method && where.test(path))
  try {
    if (!route) throw wrong(404, `Unrecognized request URL (${method}: /v1/${path})`)
    return { status: 200, body: JSON.stringify(route[2](f, params, route[1].exec(path)?.[1] ?? '')) }
  } catch (error) {
    if (!isWrong(error)) throw error
    const said = { type: error.type, message: error.message }
    return { status: error.status, body: JSON.stringify({ error: said }) }
  }
}
const otherParameters =
  'Keys for idempotent requests can only be used with the same parameters they were first used with.'
/** The same key answers the same; with other parameters it is refused. */
function onceByKey(f: Fake, one: Asked): Said {
  if (!one.key || one.method !== 'POST') return carryOut(f, one)
  const hash = createHash('sha256').update(JSON.stringify(one.params)).digest('hex')
  const kept = f.s.keys[one.key]
  if (kept && (kept.hash !== hash || kept.path !== one.path)) {
    const error = { type: 'idempotency_error', message: otherParameters }
    return { status: 400, body: JSON.stringify({ error }) }
  }
  if (kept) return kept
  const answer = carryOut(f, one)
  f.s.keys[one.key] = { path: one.path, hash, ...answer }
  return answer
}

function spend(f: Fake, knob: 'lose' | 'break' | 'limit') {
  if (f.knobs[knob] === 0) return false
  f.knobs[knob] -= 1
  return true
}
const json = (status: number, body: string) =>
  new Response(body, { status, headers: { 'content-type': 'application/json' } })
const failing = (status: number, type: string, headers = {}) =>
  new Response(JSON.stringify({ error: { type, message: type } }), { status, headers })
const askedIn = (input: unknown, init: RequestInit = {}): Asked => {
  const url = new URL(String(input))
  const method = init.method ?? 'GET'
  const sent = method === 'GET' ? url.search.slice(1) : String(init.body ?? '')
  const key = new Headers(init.headers).get('Idempotency-Key')
  return { method, path: url.pathname.replace(/^\/v1\//, ''), params: readForm(sent), key }
}

/** What a payer does on the payment page; a page that was used up only leads on. Null: there is no such page. */
async function leave(f: Fake, sessionId: string, outcome: Outcome): Promise<string | null> {
  const session = f.s.sessions[sessionId]
  if (!session) return null
  if (session.status === 'open' && outcome === 'paid') act.pay(f, session)
  if (session.status === 'open' && outcome === 'failed')
    say(f, 'payment_intent.payment_failed', shown.intent(f, f.s.intents[session.intent]!))
  await f.options.keep?.(f.s)
  return outcome === 'paid' ? session.success_url : session.cancel_url
}

/**
 * A stand-in for Stripe that remembers: its keys of idempotency, its balances and limits, its books, its events. The real
 * adapter speaks to it through the real SDK, whose requests it answers in place of the network.
 */
export function stripeStandIn(options: Options) {
  const knobs = { lose: 0, break: 0, limit: 0, refundsFail: false }
  const s = options.state ?? emptyState()
  const f: Fake = { s, options, currency: options.currency ?? 'cny', knobs, emitted: [] }
  const asked: Asked[] = []
  const answer: typeof fetch = async (input, init) => {
    const one = askedIn(input, init)
    asked.push(one)
    requests.publish(one)
    if (spend(f, 'limit')) return failing(429, 'rate_limit_error', { 'Retry-After': '0' })
    const { status, body } = onceByKey(f, one)
    if (one.method === 'GET') return json(status, body)
    await options.keep?.(s)
    if (spend(f, 'break')) return failing(500, 'api_error')
    if (spend(f, 'lose')) throw new TypeError('the answer was lost')
    return json(status, body)
  }
  const after = (work: () => void) => {
    work()
    return options.keep?.(s)
  }
  return {
    ...{ answer, state: s, knobs, asked, emitted: f.emitted },
    leave: (sessionId: string, outcome: Outcome) => leave(f, sessionId, outcome),
    dispute: async (group: string) => after(() => act.dispute(f, group)),
    endDispute: async (group: string, how: 'won' | 'lost') => after(() => act.endDispute(f, group, how)),
  }
}
export type StandIn = ReturnType<typeof stripeStandIn>

import { readFileSync } from 'node:fs'
import Ajv from 'ajv'
import { expect, test } from 'vitest'
import { openStripe } from '#app/ports/payments/open-stripe.ts'
import { stripeProvider } from '#app/ports/payments/stripe.ts'
import { stripeStandIn } from '#app/ports/payments/stripe-stand-in.ts'

const read = (file: string) => JSON.parse(readFileSync(file, 'utf8'))
const { version, schema } = read('tests/standards/stripe/requests.json')
const ajv = new Ajv({ coerceTypes: true, strict: false, allErrors: true })
ajv.addSchema(schema, 'sent')

/** Which type of the SDK a request must be. */
const types: ReadonlyArray<readonly [string, RegExp, string]> = [
  ['POST', /^checkout\/sessions$/, 'Checkout.SessionCreateParams'],
  ['POST', /^transfers$/, 'TransferCreateParams'],
  ['POST', /^transfers\/\w+\/reversals$/, 'TransferCreateReversalParams'],
  ['POST', /^refunds$/, 'RefundCreateParams'],
  ['POST', /^accounts$/, 'AccountCreateParams'],
  ['POST', /^account_links$/, 'AccountLinkCreateParams'],
  ['GET', /^charges$/, 'ChargeListParams'],
  ['GET', /^transfers$/, 'TransferListParams'],
  ['GET', /^refunds$/, 'RefundListParams'],
  ['GET', /^disputes$/, 'DisputeListParams'],
  ['GET', /^balance_transactions$/, 'BalanceTransactionListParams'],
]
/** `{ 0: …, 1: … }` of a decoded form as the list it stands for. */
function listed(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).map(([name, said]) => [name, listed(said)] as const)
  return entries.length > 0 && entries.every(([name]) => /^\d+$/.test(name))
    ? entries.map(([, said]) => said)
    : Object.fromEntries(entries)
}
function faultsOf(type: string, params: unknown): string[] {
  const check = ajv.getSchema(`sent#/definitions/${type}`)!
  return check(listed(params))
    ? []
    : (check.errors ?? []).map((e) => `${type} ${e.instancePath} ${e.message}`)
}

test('every request of ours is one that the types of the pinned SDK allow', async () => {
  expect(version).toBe(read('node_modules/stripe/package.json').version)
  const fake = stripeStandIn({ now: () => 1_772_413_200_000, pageOf: (id) => `/checkout/${id}` })
  const stripe = await openStripe('sk_test_of_this_test', fake.answer)
  let account = ''
  const accountOf = async () => account
  const port = stripeProvider({ stripe, currency: 'cny', secrets: [], accountOf })
  const about = { contractId: 'c', milestoneId: 'm', amount: 100_000 }
  const key = 'gift:g:open:1'
  const { ref } = await port.open({
    ...about,
    key,
    currency: 'CNY',
    purpose: 'gift',
    returnTo: 'https://x/g',
  })
  await fake.leave(ref, 'paid')
  account = (await port.connect!({ key: 'payee:o', payeeId: 'o', returnTo: 'https://x/d' })).ref
  await port.isReady!(account)
  const releaseKey = 'gift:g:release:1'
  await port.release({ ...about, key: releaseKey, fundingKey: 'gift:g', payeeId: 'o', amount: 90_000 })
  await port.reverse!({ key: 'gift:g:reverse:1', releaseKey, amount: 90_000 })
  await port.refund({ key: 'gift:g:refund:1', fundingKey: 'gift:g', amount: 90_000, reason: '' })
  await port.status('gift:g')
  await port.reconcile({ from: 0, to: 2e12 }, [])
  const named = fake.asked.map((one) => ({
    ...one,
    type: types.find(([how, where]) => how === one.method && where.test(one.path))?.[2],
  }))
  expect(new Set(named.map(({ type }) => type)).size).toBeGreaterThan(types.length - 1)
  expect(named.flatMap(({ type, params }) => (type ? faultsOf(type, params) : []))).toEqual([])
  const session = named.find(({ type }) => type === 'Checkout.SessionCreateParams')!.params
  expect(
    faultsOf('Checkout.SessionCreateParams', { ...session, payment_method_types: { 0: 'card' } }),
  ).not.toEqual([])
  expect(faultsOf('TransferCreateParams', { amount: '1', currency: 'cny' })).not.toEqual([])
  expect(faultsOf('RefundCreateParams', { charge: 'ch_1', amount: 'much' })).not.toEqual([])
})

import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { openStripe } from '#app/ports/payments/open-stripe.ts'
import { stripeProvider } from '#app/ports/payments/stripe.ts'
import { stripeStandIn } from '#app/ports/payments/stripe-stand-in.ts'
import { faultsOf, schema, typeOf, types, version } from '#tests/support/stripe-requests.ts'

const standIn = () => stripeStandIn({ now: () => 1_772_413_200_000, pageOf: (id) => `/checkout/${id}` })

test('every request of ours is one that the types of the pinned SDK allow', async () => {
  const sdk = JSON.parse(readFileSync('node_modules/stripe/package.json', 'utf8'))
  expect(version).toBe(sdk.version)
  const fake = standIn()
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
  await port.status(Object.keys(fake.state.intents)[0]!)
  await port.reconcile({ from: 0, to: 2e12 }, [])
  expect(new Set(fake.asked.map(typeOf))).toEqual(new Set(types.map(([, , type]) => type)))
  expect(fake.asked.flatMap(faultsOf)).toEqual([])
})

test('a request that the types do not allow is a fault, and so is one that nobody gave a type', () => {
  const params = (said: Record<string, unknown>) => ({ method: 'POST', params: said })
  const page = { mode: 'payment', success_url: 'https://x/g' }
  expect(faultsOf({ ...params(page), path: 'checkout/sessions' })).toEqual([])
  for (const [path, said] of [
    ['checkout/sessions', { ...page, payment_method_types: { 0: 'no such way' } }],
    ['transfers', { amount: '1', currency: 'cny' }],
    ['refunds', { charge: 'ch_1', amount: 'much' }],
    ['customers', {}],
  ] as const)
    expect([path, faultsOf({ ...params(said), path })]).not.toEqual([path, []])
  for (const path of ['charges/ch_1', 'checkout/sessions/cs_1'])
    expect(faultsOf({ method: 'GET', path, params: {} })).toEqual([`GET ${path}: of no known type`])
  expect(faultsOf({ method: 'GET', path: 'charges', params: { transfer_grup: 'g' } })).not.toEqual([])
  for (const [, , type] of types) expect(schema.definitions).toHaveProperty([type])
})

test.fails('a request of another kind fails whichever test made it', async () => {
  await standIn().answer('https://api.stripe.com/v1/customers')
})

import { expect, test } from 'vitest'
import { openStripe } from '#app/ports/payments/open-stripe.ts'
import { stripeProvider } from '#app/ports/payments/stripe.ts'
import { stripeStandIn } from '#app/ports/payments/stripe-stand-in.ts'

const at = Date.parse('2026-03-02T09:00:00+08:00')
const secrets = ['whsec_the_present_one', 'whsec_the_one_before']
const funding = {
  ...{ key: 'gift:g1:open:1', contractId: 'c1', milestoneId: 'm1', amount: 100_000, currency: 'CNY' },
  ...{ purpose: 'gift' as const, returnTo: '/gifts/g1', words: '防滑椅' },
}
const release = {
  ...{
    key: 'gift:g1:release:1',
    fundingKey: 'gift:g1',
    contractId: 'c1',
    milestoneId: 'm1',
    payeeId: 'ORG1',
  },
  amount: 99_400,
}

async function provider() {
  const fake = stripeStandIn({ now: () => at, pageOf: (id) => `/checkout/${id}` })
  const stripe = await openStripe('sk_test_of_this_test', fake.answer)
  const accounts: Record<string, string> = {}
  const accountOf = async (payee: string) => accounts[payee] ?? null
  const port = stripeProvider({ stripe, currency: 'cny', secrets, accountOf })
  const paid = async () => {
    const { ref } = await port.open(funding)
    await fake.leave(ref, 'paid')
    const { ref: account } = await port.connect!({
      key: 'payee:ORG1',
      payeeId: 'ORG1',
      returnTo: '/desk/cofund',
    })
    accounts.ORG1 = account
    return ref
  }
  return { fake, stripe, port, paid, accounts }
}

test('a message counts only when one of the two secrets signed it, byte for byte, in the last five minutes', async () => {
  const { stripe, port, fake, paid } = await provider()
  await paid()
  const payload = fake.emitted.at(-1)!.body
  const sign = (secret: string, seconds: number) =>
    stripe.webhooks.generateTestHeaderString({ payload, secret, timestamp: at / 1_000 + seconds })
  const hear = (signature: string | null, body = payload) =>
    port.ingest({ body: Buffer.from(body), signature, at })
  for (const secret of secrets)
    expect((await hear(sign(secret, 0))).told).toEqual([
      expect.objectContaining({ id: fake.emitted.at(-1)!.id }),
    ])
  const refused = { facts: [], faults: [{ line: 0, reason: 'signature' }] }
  expect(await hear(sign(secrets[0]!, -301))).toEqual(refused)
  expect(await hear(sign('whsec_of_somebody_else', 0))).toEqual(refused)
  expect(await hear(sign(secrets[0]!, 0), `${payload} `)).toEqual(refused)
  expect(await hear(null)).toEqual(refused)
  expect(await hear('t=1,v1=00')).toEqual(refused)
})

test('one key is one transfer: its answer lost, a server error, too many calls, or asked again after the key was forgotten', async () => {
  const { fake, port, paid } = await provider()
  await paid()
  fake.knobs.lose = 1
  fake.knobs.break = 1
  const { ref } = await port.release(release)
  expect(fake.asked.filter(({ path, method }) => path === 'transfers' && method === 'POST')).toHaveLength(3)
  fake.state.keys = {}
  expect((await port.release(release)).ref).toBe(ref)
  fake.knobs.limit = 1
  await expect(port.release(release)).rejects.toMatchObject({ type: 'StripeRateLimitError' })
  expect((await port.release(release)).ref).toBe(ref)
  expect(Object.keys(fake.state.transfers)).toHaveLength(1)
  await expect(port.release({ ...release, key: 'gift:g1:release:2', amount: 601 })).rejects.toThrow(
    'Insufficient',
  )
  await expect(port.release({ ...release, key: 'gift:g1:release:3', payeeId: 'ORG2' })).rejects.toThrow(
    'payee-not-connected',
  )
})

test('the same key with other parameters is refused; a page that was paid on takes nothing twice', async () => {
  const { fake, port, paid } = await provider()
  const ref = await paid()
  expect((await port.open(funding)).ref).toBe(ref)
  await expect(port.open({ ...funding, amount: 1 })).rejects.toMatchObject({ type: 'StripeIdempotencyError' })
  await fake.leave(ref, 'paid')
  await fake.leave(ref, 'failed')
  expect(Object.keys(fake.state.charges)).toHaveLength(1)
  expect((await port.status('gift:g1')).facts).toMatchObject([
    { kind: 'funded', amount: 100_000, settled: { amount: 100_000, fee: 600, currency: 'CNY', rate: null } },
  ])
  const intent = Object.keys(fake.state.intents)[0]!
  expect(await port.status(intent)).toEqual(await port.status('gift:g1'))
})

test('the books are compared line by line: matched, ours alone, theirs alone, another sum, another fee', async () => {
  const { port, paid, fake } = await provider()
  await paid()
  await port.release(release)
  await port.refund({ key: 'gift:g1:refund:1', fundingKey: 'gift:g1', amount: 600, reason: '' })
  const { facts } = await port.status('gift:g1')
  const period = { from: at - 1_000, to: at + 1_000 }
  const ours = facts.map(({ kind, key, amount, proof, settled }) => ({
    ...{ kind, key, amount, proof },
    ...(settled ? { fee: settled.fee } : {}),
  }))
  expect((await port.reconcile(period, ours)).map(({ kind }) => kind)).toEqual([
    'matched',
    'matched',
    'matched',
  ])
  const [funded, released] = ours.map((one) => ({ ...one }))
  const other = [
    { ...funded!, fee: 1 },
    { ...released!, amount: 1 },
    { ...released!, proof: 'txn_none' },
  ]
  expect((await port.reconcile(period, other)).map(({ kind }) => kind).sort()).toEqual(
    ['amount', 'fee', 'local_only', 'remote_only'].sort(),
  )
  expect(await port.reconcile({ from: at - 9_000, to: at - 8_000 }, [])).toEqual([])
  expect(fake.asked.some(({ path }) => path === 'balance_transactions')).toBe(true)
})

test('what was paid in another currency is booked by nobody', async () => {
  const { fake, stripe, port, paid } = await provider()
  await paid()
  expect((await port.status(funding.key)).facts).toHaveLength(1)
  const accountOf = async () => null
  const other = stripeProvider({ stripe, currency: 'hkd', secrets, accountOf })
  await expect(other.status(funding.key)).rejects.toThrow('paid-in-cny')
  await expect(other.open({ ...funding, key: 'gift:g2:open:1' })).rejects.toThrow('Invalid currency')
  expect(Object.keys(fake.state.sessions)).toHaveLength(1)
})

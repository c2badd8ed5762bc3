import { eq } from 'drizzle-orm'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ledgerPostings } from '#db/schema/index.ts'
import { ledgerAccounts } from '#db/vocabulary.ts'
import { type Fen, fen, minus, negative, sum, yuan, zero } from '#domain/money.ts'
import { approvePool } from '#domain/treasury/approve-pool.ts'
import { balancesOf } from '#domain/treasury/balances.ts'
import { budgetPage } from '#domain/treasury/budget-page.ts'
import { approvePoolForm, lineForm, poolForm } from '#domain/treasury/forms.ts'
import { post } from '#domain/treasury/post.ts'
import { encumber, release, reserve } from '#domain/treasury/reserve.ts'
import { setUpLine } from '#domain/treasury/set-up-line.ts'
import { setUpPool } from '#domain/treasury/set-up-pool.ts'
import { type Town, world } from '#tests/support/world.ts'

const planOf = (id: string, amount: Fen, version = 1) => ({ id, lineId: 'L1', amount, version })
const reserving = (town: Town, plan: ReturnType<typeof planOf>) =>
  town.transact((tx) => reserve(tx, town.as('approver'), plan))

test('a line holds what its pool gave it', async () => {
  const town = await world()
  expect(await balancesOf(town.db, { lineId: 'L1' })).toMatchObject({
    source: yuan(-2_000_000),
    appropriation: yuan(2_000_000),
    reserved: 0,
  })
})

test('an entry that does not balance is refused', async () => {
  const town = await world()
  const entry = { kind: 'plan.reserve' as const, source: 'x:1', lineId: 'L1' }
  const posting = (postings: Array<['appropriation' | 'reserved', Fen]>) =>
    town.transact((tx) => post(tx, town.as('finance'), { ...entry, postings }))
  await expect(posting([['reserved', yuan(1)]])).rejects.toMatchObject({ reason: 'entry-unbalanced' })
  await expect(
    posting([
      ['appropriation', yuan(-1)],
      ['reserved', yuan(2)],
    ]),
  ).rejects.toMatchObject({
    reason: 'entry-unbalanced',
  })
  await expect(
    posting([
      ['appropriation', zero],
      ['reserved', zero],
    ]),
  ).rejects.toMatchObject({
    reason: 'entry-unbalanced',
  })
})

test('a fact is posted once', async () => {
  const town = await world()
  await reserving(town, planOf('plan-a', yuan(10)))
  await expect(reserving(town, planOf('plan-a', yuan(10)))).rejects.toMatchObject({
    kind: 'conflict',
    reason: 'already-posted',
  })
})

test('a line is reserved to its last 分 and not one more', async () => {
  const town = await world()
  await reserving(town, planOf('plan-a', fen(yuan(2_000_000) - 1)))
  await expect(reserving(town, planOf('plan-b', fen(2)))).rejects.toMatchObject({ reason: 'line-overdrawn' })
  await reserving(town, planOf('plan-c', fen(1)))
  expect(await balancesOf(town.db, { lineId: 'L1' })).toMatchObject({ appropriation: 0 })
})

test('two reservations at once cannot both take the last of a line', async () => {
  const town = await world()
  const asked = await Promise.allSettled(
    ['plan-a', 'plan-b', 'plan-c'].map((id) => reserving(town, planOf(id, yuan(1_200_000)))),
  )
  expect(asked.filter((a) => a.status === 'fulfilled')).toHaveLength(1)
  expect(await balancesOf(town.db, { lineId: 'L1' })).toMatchObject({ reserved: yuan(1_200_000) })
})

test('nothing is reserved on a pool that nobody approved', async () => {
  const town = await world()
  const plan = { id: 'plan-a', lineId: 'L3', amount: yuan(10), version: 1 }
  await expect(reserving(town, plan)).rejects.toMatchObject({ reason: 'pool-not-approved' })
  await expect(reserving(town, { ...plan, lineId: 'nowhere' })).rejects.toMatchObject({
    reason: 'no-budget-line',
  })
})

test('a contract takes its price and gives the rest of the reservation back', async () => {
  const town = await world()
  await reserving(town, planOf('plan-a', yuan(210_000)))
  const contract = { id: 'contract-a', planId: 'plan-a', lineId: 'L1', price: yuan(198_000) }
  await town.transact((tx) => encumber(tx, town.as('approver'), contract))
  expect(await balancesOf(town.db, { lineId: 'L1' })).toMatchObject({
    appropriation: yuan(2_000_000 - 198_000),
    reserved: 0,
    encumbered: yuan(198_000),
  })
})

test('a contract above the reservation is refused, and one plan cannot spend the reservation of another', async () => {
  const town = await world()
  await reserving(town, planOf('plan-a', yuan(100)))
  await reserving(town, planOf('plan-b', yuan(500)))
  const contract = { id: 'contract-a', planId: 'plan-a', lineId: 'L1', price: yuan(101) }
  await expect(town.transact((tx) => encumber(tx, town.as('approver'), contract))).rejects.toMatchObject({
    reason: 'contract-over-reservation',
  })
  const tooMuch = town.transact((tx) =>
    release(tx, town.as('approver'), { id: 'plan-a', lineId: 'L1' }, yuan(101), 'plan.release:plan-a'),
  )
  await expect(tooMuch).rejects.toMatchObject({ reason: 'account-overdrawn' })
})

test('a pool’s lines never exceed it, and only its own finance officer or the district’s sets them up', async () => {
  const town = await world()
  const pool = {
    code: 'P9',
    name: '民生微实事资金',
    source: 'participatory_fund' as const,
    year: 2026,
    rules: '居民票决',
  }
  const set = (key: string, ownerId: string) =>
    setUpPool(town.as(key), { ...pool, ownerId, total: yuan(100) })
  await expect(set('handler', 'S1')).rejects.toMatchObject({ reason: 'needs-another-seat' })
  await expect(set('finance', 'GOV')).rejects.toMatchObject({ reason: 'not-your-body' })
  await set('dFinance', 'GOV')
  const { id: poolId } = await set('finance', 'S1')
  const line = (code: string, amount: Fen) =>
    setUpLine(town.as('finance'), { poolId, code, name: code, buyerId: 'S1', amount })
  const { id } = await line('P9-1', yuan(60))
  await expect(line('P9-2', fen(yuan(40) + 1))).rejects.toMatchObject({ reason: 'pool-overdrawn' })
  await line('P9-2', yuan(40))
  expect(await balancesOf(town.db, { lineId: id })).toMatchObject({ appropriation: yuan(60) })
})

test('a pool is approved by another post than entered it, once, and not before the day comes', async () => {
  const town = await world()
  const pool = { code: 'P8', name: '慈善资金', source: 'charity' as const, year: 2026, rules: '定向捐赠' }
  const { id: poolId } = await setUpPool(town.as('finance'), { ...pool, ownerId: 'S1', total: yuan(100) })
  const again = setUpPool(town.as('finance'), { ...pool, ownerId: 'S1', total: yuan(100) })
  await expect(again).rejects.toMatchObject({ reason: 'pool-known' })
  const approve = (key: string, approvedOn = '2026-03-02') =>
    approvePool(town.as(key), { poolId, approvedOn, ground: '梧街财〔2026〕3号' })
  await expect(approve('finance')).rejects.toMatchObject({ reason: 'needs-another-seat' })
  await expect(approve('dApprover')).rejects.toMatchObject({ reason: 'not-your-body' })
  await expect(approve('approver', '2026-03-03')).rejects.toMatchObject({ reason: 'approved-in-the-future' })
  await approve('approver')
  await expect(approve('approver')).rejects.toMatchObject({ reason: 'pool-already-approved' })
  const [shown] = (await budgetPage(town.as('approver'))).pools.filter((p) => p.id === poolId)
  expect(shown).toMatchObject({ approvedOn: '2026-03-02', left: yuan(100), lines: [] })
  await expect(budgetPage(town.as('handler'))).rejects.toMatchObject({ reason: 'needs-another-seat' })
})

test('a line has a code of its own, and a buyer that can buy', async () => {
  const town = await world()
  const line = (code: string, buyerId: string) =>
    setUpLine(town.as('finance'), { poolId: 'P3', code, name: code, buyerId, amount: yuan(1) })
  await expect(line('L1', 'S1')).rejects.toMatchObject({ reason: 'line-known' })
  for (const buyer of ['ORG1', 'C1', 'nobody'])
    await expect(line('L9', buyer)).rejects.toMatchObject({ reason: 'not-a-buyer' })
})

test('what a budget form cannot read is told so', () => {
  const pool = {
    code: 'P2026-01',
    name: '购买服务',
    source: 'charity',
    year: '2026',
    total: '12万',
    rules: '专款专用',
  }
  expect(poolForm.parse(pool).total).toBe(yuan(120_000))
  const wrong = [
    { code: '一号' },
    { code: '' },
    { source: 'pocket' },
    { year: '26' },
    { total: '-1' },
    { ownerId: 'S2' },
  ]
  for (const part of wrong) expect(poolForm.safeParse({ ...pool, ...part }).success).toBe(false)
  const approval = { poolId: 'P1', approvedOn: '2026-02-30', ground: '文号' }
  expect(approvePoolForm.safeParse(approval).success).toBe(false)
  const line = { poolId: 'P1', code: 'L7', name: '指标', buyerId: 'S1', amount: '0' }
  expect(lineForm.safeParse(line).success).toBe(false)
})

type Act = {
  do: 'reserve' | 'release' | 'encumber' | 'request' | 'send' | 'pay' | 'bounce'
  plan: number
  amount: number
}
const acts = fc.array(
  fc.record({
    do: fc.constantFrom<Act['do']>('reserve', 'release', 'encumber', 'request', 'send', 'pay', 'bounce'),
    plan: fc.integer({ min: 0, max: 2 }),
    amount: fc.integer({ min: 1, max: 150_000_000 }),
  }),
  { minLength: 5, maxLength: 25 },
)
const steps = {
  request: { kind: 'payment.request', way: ['encumbered', 'requested'] },
  send: { kind: 'payment.submit', way: ['requested', 'in_transit'] },
  pay: { kind: 'payment.confirm', way: ['in_transit', 'paid'] },
  bounce: { kind: 'payment.bounce', way: ['in_transit', 'requested'] },
} as const

const perform = (town: Town, run: string, act: Act, n: number) =>
  town.transact(async (tx) => {
    const ctx = town.as('finance')
    const plan = planOf(`${run}-${act.plan}`, fen(act.amount), n)
    const contract = { id: `c-${plan.id}`, planId: plan.id, lineId: 'L1', price: plan.amount }
    if (act.do === 'reserve') return void (await reserve(tx, ctx, plan))
    if (act.do === 'release') return void (await release(tx, ctx, plan, plan.amount, `release:${run}:${n}`))
    if (act.do === 'encumber') return void (await encumber(tx, ctx, contract))
    const { kind, way } = steps[act.do]
    const [from, to] = way
    await post(tx, ctx, {
      kind,
      source: `${act.do}:${run}:${n}`,
      lineId: 'L1',
      planId: plan.id,
      contractId: contract.id,
      postings: [
        [from, negative(plan.amount)],
        [to, plan.amount],
      ],
    })
  })

test('whatever is tried in whatever order, every entry balances and no account is overdrawn', async () => {
  const town = await world()
  let runs = 0
  await fc.assert(
    fc.asyncProperty(acts, async (history) => {
      runs += 1
      for (const [n, act] of history.entries())
        await perform(town, `run${runs}`, act, n).catch((refusal: { kind?: string }) =>
          expect(refusal.kind).toBeDefined(),
        )
      const { source, ...rest } = await balancesOf(town.db, { lineId: 'L1' })
      expect(Object.values(rest).every((amount) => amount >= 0)).toBe(true)
      expect(sum(Object.values(rest))).toBe(negative(source))
      expect(source).toBe(yuan(-2_000_000))
    }),
    { numRuns: 25 },
  )
  const postings = await town.db.select().from(ledgerPostings)
  const totals = new Map<string, Fen>()
  for (const p of postings) totals.set(p.entryId, minus(totals.get(p.entryId) ?? zero, negative(p.amount)))
  expect([...totals.values()].every((total) => total === 0)).toBe(true)
  expect(ledgerAccounts.length).toBe(16)
  expect(await town.db.select().from(ledgerPostings).where(eq(ledgerPostings.amount, zero))).toEqual([])
}, 60_000)

import { and, eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { treasuryCapabilities } from '#app/ports/payments/treasury.ts'
import { budgetLines, fundPools, ledgerGuards, needs, planNeeds, plans } from '#db/schema/index.ts'
import { violation } from '#db/store.ts'
import type { poolSources } from '#db/vocabulary.ts'
import { verifyLedger } from '#domain/deliver/payment/verify-ledger.ts'
import { fen, negative, yuan } from '#domain/money.ts'
import { budgetPage } from '#domain/treasury/budget-page.ts'
import { poolForm, tellApartForm } from '#domain/treasury/forms.ts'
import { mustBeLawful } from '#domain/treasury/lawful-provider.ts'
import { openLine } from '#domain/treasury/open-line.ts'
import { paysFor, poolRulesOn } from '#domain/treasury/pool-rule.ts'
import { firstPoolRules } from '#domain/treasury/pool-rules-data.ts'
import { post } from '#domain/treasury/post.ts'
import { reserve } from '#domain/treasury/reserve.ts'
import { tellApart } from '#domain/treasury/tell-apart.ts'
import { awarded, running } from '#tests/support/contract.ts'
import { requested } from '#tests/support/payment.ts'
import { type Town, world } from '#tests/support/world.ts'

type Source = (typeof poolSources)[number]
/** Another pool of the street with one line, open on the ledger. */
async function poolOf(town: Town, source: Source, categories: string[] | null = null) {
  const id = `P-${source}-${categories?.join('') ?? ''}`
  const line = {
    id: `L-${id}`,
    poolId: id,
    code: `L-${id}`,
    name: source,
    buyerId: 'S1',
    amount: yuan(100_000),
  }
  await town.transact(async (tx) => {
    const about = {
      code: id,
      name: source,
      year: 2026,
      rules: '',
      approvedOn: '2026-01-20',
      total: yuan(150_000),
    }
    await tx.insert(fundPools).values({ ...about, id, source, ownerId: 'S1', categories })
    await tx.insert(budgetLines).values(line)
    await openLine(tx, town.as('finance'), line)
  })
  return line.id
}
/** A plan in review that asks for what another plan asks for, from another line. */
async function planLike(
  town: Town,
  planId: string,
  lineId: string,
  change: Partial<typeof needs.$inferInsert> = {},
) {
  const [plan] = await town.db.select().from(plans).where(eq(plans.id, planId))
  const [link] = await town.db.select().from(planNeeds).where(eq(planNeeds.planId, planId))
  const [need] = await town.db.select().from(needs).where(eq(needs.id, link!.needId))
  const id = `plan-${crypto.randomUUID()}`
  await town.transact(async (tx) => {
    await tx.insert(needs).values({ ...need!, id, refNo: id, ...change })
    await tx.insert(plans).values({ ...plan!, id, refNo: id, lineId, amount: yuan(10), state: 'in_review' })
    await tx.insert(planNeeds).values({ planId: id, needId: id })
  })
  return { id, lineId, amount: yuan(10), version: 1 }
}
const reserving = (town: Town, plan: Parameters<typeof reserve>[2]) =>
  town.transact((tx) => reserve(tx, town.as('approver'), plan))

test('each source pays for what its rule says, and a pool may be bound more narrowly', async () => {
  const town = await world()
  const rules = await poolRulesOn(town.db, '2026-03-02')
  const pays = (source: Source, category: string, itemType = 'service', categories: string[] | null = null) =>
    paysFor(rules.find((rule) => rule.source === source) ?? null, { categories }, { category, itemType })
  expect(rules.map(({ source }) => source).sort()).toEqual(firstPoolRules.map(({ source }) => source).sort())
  expect(pays('department_budget', 'CULTU')).toBe(true)
  expect(pays('department_budget', 'CULTU', 'staffing')).toBe(false)
  expect(pays('welfare_lottery', 'ELDER')).toBe(true)
  expect(pays('welfare_lottery', 'CULTU')).toBe(false)
  expect(pays('charity', 'ELDER', 'service', ['CHILD'])).toBe(false)
  expect(pays('time_bank', 'ELDER')).toBe(false)
  expect(paysFor(null, { categories: null }, { category: 'ELDER', itemType: 'service' })).toBe(false)
  const typed = { code: 'P9', name: '池', source: 'charity', year: '2026', total: '1', rules: '协议' }
  expect(poolForm.safeParse({ ...typed, categories: ['ELDER'] }).success).toBe(true)
  expect(poolForm.safeParse({ ...typed, categories: ['MONEY'] }).success).toBe(false)
})

test('money is set apart only for what its pool may pay for, and once for the same people, days and place', async () => {
  const town = await world()
  const { planId } = await awarded(town)
  const [lottery, childrens, other] = [
    await poolOf(town, 'welfare_lottery'),
    await poolOf(town, 'charity', ['CHILD']),
    await poolOf(town, 'self_raised'),
  ]
  const culture = await planLike(town, planId, lottery, { category: 'CULTU' })
  await expect(reserving(town, culture)).rejects.toMatchObject({ reason: 'pool-not-for-this' })
  const elders = await planLike(town, planId, childrens)
  await expect(reserving(town, elders)).rejects.toMatchObject({ reason: 'pool-not-for-this' })
  const twice = await planLike(town, planId, other)
  await expect(reserving(town, twice)).rejects.toMatchObject({ reason: 'double-funding' })
  const others = await planLike(town, planId, other, { targetGroup: '残疾人' })
  await reserving(town, others)

  const pair = { planId: twice.id, otherId: planId }
  const said = { pair, reason: '原项目管探访，本项目管送餐，时段不同' }
  const finance = town.as('finance')
  const { doubles } = await budgetPage(finance)
  expect(doubles.map(({ plan, other }) => [plan.id, other.id]).sort()).toEqual(
    [elders, twice].map(({ id }) => [id, planId]).sort(),
  )
  expect(doubles.every(({ reason, may }) => reason === null && may)).toBe(true)
  await expect(tellApart(town.as('approver'), said)).rejects.toMatchObject({ reason: 'needs-another-seat' })
  await expect(tellApart(town.as('dFinance'), said)).rejects.toMatchObject({ reason: 'not-your-body' })
  await expect(tellApart(finance, { ...said, pair: { ...pair, otherId: others.id } })).rejects.toMatchObject({
    reason: 'not-alike',
  })
  await tellApart(finance, said)
  await expect(tellApart(finance, said)).rejects.toMatchObject({ reason: 'already-told-apart' })
  await reserving(town, twice)
  expect(tellApartForm.safeParse({ pair: 'a:b', reason: '短' }).success).toBe(false)
  expect(tellApartForm.safeParse({ pair: 'a', reason: said.reason }).success).toBe(false)
})

test('the database itself refuses an overdrawn pool, line and contract, and a second pool for one part', async () => {
  const town = await world()
  const line = await poolOf(town, 'self_raised')
  const contract = await running(town)
  const { id: paymentId } = await requested(town, contract.milestones[0]!.id)
  const guards = await town.db.select().from(ledgerGuards)
  expect(guards).toEqual(
    expect.arrayContaining([
      { scope: 'pool', of: 'P-self_raised-', account: 'appropriation', amount: yuan(50_000) },
      { scope: 'line', of: line, account: 'appropriation', amount: yuan(100_000) },
      { scope: 'contract', of: contract.id, account: 'requested', amount: yuan(40_000) },
    ]),
  )
  for (const { scope, of, account, amount } of guards.filter((g) => g.account !== 'source')) {
    const here = and(
      eq(ledgerGuards.scope, scope),
      eq(ledgerGuards.of, of),
      eq(ledgerGuards.account, account),
    )
    const over = town.transact((tx) =>
      tx
        .update(ledgerGuards)
        .set({ amount: fen(-1 - amount) })
        .where(here),
    )
    await expect(over).rejects.toSatisfy((error) => violation(error) === 'check')
  }
  const more = {
    id: 'L-more',
    poolId: 'P-self_raised-',
    code: 'L-more',
    name: '再切',
    buyerId: 'S1',
    amount: yuan(50_001),
  }
  const opening = town.transact(async (tx) => {
    await tx.insert(budgetLines).values(more)
    await openLine(tx, town.as('finance'), more)
  })
  await expect(opening).rejects.toMatchObject({ reason: 'pool-overdrawn' })
  const elsewhere = town.transact((tx) =>
    post(tx, town.as('finance'), {
      kind: 'payment.request',
      source: 'payment.request:again',
      lineId: line,
      milestoneId: contract.milestones[0]!.id,
      paymentId,
      postings: [
        ['appropriation', negative(yuan(1))],
        ['requested', yuan(1)],
      ],
    }),
  )
  await expect(elsewhere).rejects.toMatchObject({ reason: 'one-cost-line-one-pool' })
  expect(await verifyLedger(town.db)).toMatchObject({ holds: true })
  await town.transact((tx) =>
    tx
      .update(ledgerGuards)
      .set({ amount: fen(7) })
      .where(eq(ledgerGuards.of, contract.id)),
  )
  expect((await verifyLedger(town.db)).faults.map(({ rule }) => rule)).toContain('guards-agree')
})

test('fiscal money is the treasury’s to pay; a gift may be taken by another', async () => {
  const town = await world()
  const gifts = await poolOf(town, 'charity')
  const card = { ...treasuryCapabilities, code: 'card', fiscal: false }
  const may = (lineId: string, by: typeof card) => mustBeLawful(town.db, lineId, by, '2026-03-02')
  await expect(may('L1', card)).rejects.toMatchObject({ reason: 'fiscal-by-treasury-only' })
  await expect(may(gifts, card)).resolves.toBeUndefined()
  await expect(may('L1', treasuryCapabilities)).resolves.toBeUndefined()
})

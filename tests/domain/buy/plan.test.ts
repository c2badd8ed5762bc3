import { eq } from 'drizzle-orm'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fundPools, methods, needs, parties, planApprovals } from '#db/schema/index.ts'
import { announceIntention } from '#domain/buy/plan/announce-intention.ts'
import { approvePlan } from '#domain/buy/plan/approve-plan.ts'
import { declinePlan } from '#domain/buy/plan/decline-plan.ts'
import { draftPlan } from '#domain/buy/plan/draft-plan.ts'
import { editPlan } from '#domain/buy/plan/edit-plan.ts'
import { findPlan } from '#domain/buy/plan/find-plan.ts'
import { draftPlanForm } from '#domain/buy/plan/forms.ts'
import { saidLines } from '#domain/buy/plan/plan-lines.ts'
import { fitOf, methodsInForce, routesFor } from '#domain/buy/plan/routes-for.ts'
import { splittingOf } from '#domain/buy/plan/splitting.ts'
import { submitPlan } from '#domain/buy/plan/submit-plan.ts'
import { addMonths } from '#domain/dates.ts'
import { fen, yuan } from '#domain/money.ts'
import { balancesOf } from '#domain/treasury/balances.ts'
import { acceptedNeed, approvedPlan, draftedPlan, oneLine, planWords } from '#tests/support/plan.ts'
import { type Town, world } from '#tests/support/world.ts'

const typedLines = saidLines(oneLine(yuan(210_000)))
const fitting = async (town: Town, amount: number) =>
  routesFor(await methodsInForce(town.db, '2026-03-02'), fen(amount))
    .filter((r) => r.fit === 'fits')
    .map((r) => r.method.code)

test('the routes that admit an amount change at the 分 the rows say', async () => {
  const town = await world()
  expect(await fitting(town, yuan(50_000))).toEqual(['MICRO_GRANT', 'SELF_SELECT'])
  expect(await fitting(town, yuan(50_000) + 1)).toEqual(['SELF_SELECT'])
  expect(await fitting(town, yuan(500_000) - 1)).toEqual(['SELF_SELECT'])
  expect(await fitting(town, yuan(500_000))).toEqual(['COMPETITIVE_CONSULTATION', 'FRAMEWORK_OPEN'])
  expect(await fitting(town, yuan(2_000_000) - 1)).toEqual(['COMPETITIVE_CONSULTATION', 'FRAMEWORK_OPEN'])
  expect(await fitting(town, yuan(2_000_000))).toEqual(['FRAMEWORK_OPEN', 'OPEN_TENDER'])
})

test('a route that is in the table but not offered says so', async () => {
  const town = await world()
  const all = await methodsInForce(town.db, '2026-03-02')
  const open = all.find((m) => m.code === 'OPEN_TENDER')!
  expect(fitOf({ ...open, offered: false }, yuan(2_480_000))).toBe('not-offered')
  expect(fitOf(open, yuan(2_480_000))).toBe('fits')
  expect(fitOf(open, yuan(1_999_999))).toBe('amount-under')
  await town.transact((tx) =>
    tx.update(methods).set({ offered: false }).where(eq(methods.id, 'OPEN_TENDER-1')),
  )
  const plan = draftedPlan(town, { methodId: 'OPEN_TENDER-1', amount: yuan(2_000_000) })
  await expect(plan).rejects.toMatchObject({ reason: 'route-not-offered' })
})

test('a plan signed by three people in their order reserves the line and tells its needs', async () => {
  const town = await world()
  const plan = await approvedPlan(town)
  expect(plan).toMatchObject({ state: 'approved', nextStep: null })
  expect(plan.signedBy).toEqual(['handler', 'finance', 'approver'])
  expect(plan.needs.map((n) => n.state)).toEqual(['in_purchase'])
  expect(await balancesOf(town.db, { planId: plan.id })).toMatchObject({ reserved: plan.amount })
})

test('nobody signs out of turn, twice, or at another office', async () => {
  const town = await world()
  const { id } = await draftedPlan(town)
  const signed = (key: string, version = 1) =>
    approvePlan(town.as(key), { planId: id, version, opinion: '同意' })
  await expect(signed('finance')).rejects.toMatchObject({ kind: 'conflict', reason: 'not-in-this-state' })
  await submitPlan(town.as('handler'), { planId: id, opinion: '同意报审' })
  await expect(signed('approver')).rejects.toMatchObject({ reason: 'not-your-step' })
  await expect(signed('handler')).rejects.toMatchObject({ reason: 'sod-signed-before' })
  await expect(signed('dFinance')).rejects.toMatchObject({ reason: 'not-your-body' })
  await expect(signed('director')).rejects.toMatchObject({ reason: 'not-your-body' })
  await expect(signed('finance', 2)).rejects.toMatchObject({ reason: 'plan-changed-meanwhile' })
  await signed('finance')
  await expect(signed('finance')).rejects.toMatchObject({ reason: 'sod-signed-before' })
})

test('one person with two posts cannot sign two steps', async () => {
  const town = await world()
  const { id } = await draftedPlan(town)
  await submitPlan(town.as('handler'), { planId: id, opinion: '同意报审' })
  const ctx = town.as('finance')
  const twice = { ...ctx, actor: { ...ctx.actor, personId: 'handler' } }
  await expect(approvePlan(twice, { planId: id, version: 1, opinion: '同意' })).rejects.toMatchObject({
    reason: 'sod-signed-before',
  })
})

test('an edit voids every signature, counts a version and gives the money back', async () => {
  const town = await world()
  const plan = await approvedPlan(town)
  const needIds = plan.needs.map((n) => n.id)
  await editPlan(town.as('handler'), { ...planWords({ needIds, amount: yuan(190_000) }), planId: plan.id })
  const now = await findPlan(town.db, plan.id)
  expect(now).toMatchObject({ state: 'draft', version: 2, approvals: [], approvedAt: null })
  expect(await balancesOf(town.db, { lineId: 'L1' })).toMatchObject({
    reserved: 0,
    appropriation: yuan(2_000_000),
  })
  const signatures = await town.db.select().from(planApprovals).where(eq(planApprovals.planId, plan.id))
  expect(signatures).toHaveLength(3)
  expect(signatures.every((s) => s.voidedAt !== null)).toBe(true)
  await submitPlan(town.as('handler'), { planId: plan.id, opinion: '调减后再报' })
  await approvePlan(town.as('finance'), { planId: plan.id, version: 2, opinion: '同意' })
  await approvePlan(town.as('approver'), { planId: plan.id, version: 2, opinion: '同意' })
  expect(await balancesOf(town.db, { planId: plan.id })).toMatchObject({ reserved: yuan(190_000) })
})

test('whatever is signed, sent back and edited, an approved plan carries three standing signatures of its own version', async () => {
  const acts = fc.array(fc.constantFrom('submit', 'finance', 'approver', 'return', 'edit'), {
    minLength: 4,
    maxLength: 14,
  })
  await fc.assert(
    fc.asyncProperty(acts, async (history) => {
      const town = await world()
      const plan = await draftedPlan(town)
      const needIds = plan.needs.map((n) => n.id)
      for (const act of history) {
        const { version } = await findPlan(town.db, plan.id)
        const sign = (key: string) => approvePlan(town.as(key), { planId: plan.id, version, opinion: '同意' })
        const doing = {
          submit: () => submitPlan(town.as('handler'), { planId: plan.id, opinion: '报审' }),
          finance: () => sign('finance'),
          approver: () => sign('approver'),
          return: () =>
            declinePlan(town.as('finance'), { planId: plan.id, how: 'return', reason: '请补充数量' }),
          edit: () => editPlan(town.as('handler'), { ...planWords({ needIds }), planId: plan.id }),
        }
        await doing[act]().catch((refusal: { kind?: string }) => expect(refusal.kind).toBeDefined())
      }
      const now = await findPlan(town.db, plan.id)
      const { reserved } = await balancesOf(town.db, { planId: plan.id })
      expect(now.approvals.every((a) => a.version === now.version)).toBe(true)
      expect(now.state === 'approved').toBe(now.approvals.length === 3)
      expect(reserved).toBe(now.state === 'approved' ? now.amount : 0)
    }),
    { numRuns: 12 },
  )
}, 60_000)

test('a plan sent back tells why and can be sent again; a rejected one frees its needs', async () => {
  const town = await world()
  const { id, needs: own } = await draftedPlan(town)
  await submitPlan(town.as('handler'), { planId: id, opinion: '报审' })
  await declinePlan(town.as('finance'), { planId: id, how: 'return', reason: '请补充数量测算' })
  expect(await findPlan(town.db, id)).toMatchObject({
    state: 'returned',
    reason: '请补充数量测算',
    approvals: [],
  })
  await submitPlan(town.as('handler'), { planId: id, opinion: '已补充' })
  await declinePlan(town.as('finance'), { planId: id, how: 'reject', reason: '年度预算另有安排' })
  await expect(submitPlan(town.as('handler'), { planId: id, opinion: '再报' })).rejects.toMatchObject({
    reason: 'not-in-this-state',
  })
  await draftedPlan(town, { needIds: own.map((n) => n.id) })
})

test('no line, no start; a draft budget allows an intention and nothing more', async () => {
  const town = await world()
  await expect(draftedPlan(town, { lineId: 'none' })).rejects.toMatchObject({ reason: 'no-budget-line' })
  await expect(draftedPlan(town, { lineId: 'L2' })).rejects.toMatchObject({ reason: 'not-your-body' })
  const { id } = await draftedPlan(town, { lineId: 'L3' })
  await announceIntention(town.as('handler'), { planId: id })
  expect(await findPlan(town.db, id)).toMatchObject({ intentionOn: '2026-03-02', state: 'draft' })
  await expect(announceIntention(town.as('handler'), { planId: id })).rejects.toMatchObject({
    reason: 'intention-already-public',
  })
  await expect(submitPlan(town.as('handler'), { planId: id, opinion: '报审' })).rejects.toMatchObject({
    reason: 'pool-not-approved',
  })
  const approvedOn = (on: string) =>
    town.transact((tx) => tx.update(fundPools).set({ approvedOn: on }).where(eq(fundPools.id, 'P3')))
  await approvedOn('2026-03-03')
  await expect(submitPlan(town.as('handler'), { planId: id, opinion: '报审' })).rejects.toMatchObject({
    reason: 'pool-not-approved',
  })
  await approvedOn('2026-03-02')
  await submitPlan(town.as('handler'), { planId: id, opinion: '报审' })
})

test('only a need the street took on, of this street, in no other plan, is planned for', async () => {
  const town = await world()
  const published = await acceptedNeed(town, { state: 'published' })
  await expect(draftedPlan(town, { needIds: [published.id] })).rejects.toMatchObject({
    reason: 'need-not-ready',
  })
  const elsewhere = await acceptedNeed(town, { streetId: 'GOV' })
  await expect(draftedPlan(town, { needIds: [elsewhere.id] })).rejects.toMatchObject({
    reason: 'need-of-another-street',
  })
  await expect(draftedPlan(town, { needIds: ['nothing'] })).rejects.toMatchObject({ reason: 'need-missing' })
  const need = await acceptedNeed(town, { state: 'selected' })
  await draftedPlan(town, { needIds: [need.id] })
  await expect(draftedPlan(town, { needIds: [need.id] })).rejects.toMatchObject({
    reason: 'need-in-other-plan',
  })
  const [still] = await town.db.select().from(needs).where(eq(needs.id, need.id))
  expect(still!.state).toBe('selected')
})

test('a term is a year at most, to the day', async () => {
  const town = await world()
  await draftedPlan(town, { from: '2026-05-01', to: '2027-04-30' })
  await expect(draftedPlan(town, { from: '2026-05-01', to: '2027-05-01' })).rejects.toMatchObject({
    reason: 'term-too-long',
    params: { months: 12 },
  })
  expect(addMonths('2026-01-31', 1)).toBe('2026-02-28')
  expect(addMonths('2026-12-01', 1)).toBe('2027-01-01')
})

test('an amount outside its route is refused at the draft and again at the edit', async () => {
  const town = await world()
  await expect(draftedPlan(town, { amount: yuan(500_000) })).rejects.toMatchObject({
    reason: 'amount-outside-route',
  })
  const plan = await draftedPlan(town)
  const edited = {
    ...planWords({ needIds: plan.needs.map((n) => n.id), amount: yuan(600_000) }),
    planId: plan.id,
  }
  await expect(editPlan(town.as('handler'), edited)).rejects.toMatchObject({ reason: 'amount-outside-route' })
})

test('what is set aside already counts against a line when the next plan is sent', async () => {
  const town = await world()
  const big = { methodId: 'COMPETITIVE_CONSULTATION-1', amount: yuan(1_600_000) }
  await approvedPlan(town, big)
  const { id } = await draftedPlan(town, { amount: yuan(400_001) })
  await expect(submitPlan(town.as('handler'), { planId: id, opinion: '报审' })).rejects.toMatchObject({
    reason: 'line-overdrawn',
  })
})

test('parts of one category and year that together reach a higher route are pointed out', async () => {
  const town = await world()
  const all = await methodsInForce(town.db, '2026-03-02')
  const hint = (amount: number, more = {}) =>
    splittingOf(town.db, all, {
      buyerId: 'S1',
      categories: ['ELDER'],
      year: 2026,
      amount: yuan(amount),
      ...more,
    })
  expect((await hint(300_000)).crosses).toBeNull()
  const { id } = await draftedPlan(town, { amount: yuan(300_000) })
  expect((await hint(199_999)).crosses).toBeNull()
  expect(await hint(200_000)).toMatchObject({
    total: yuan(500_000),
    crosses: { code: 'COMPETITIVE_CONSULTATION' },
    others: [{ id }],
  })
  expect((await hint(200_000, { exceptId: id })).crosses).toBeNull()
  expect((await hint(200_000, { categories: ['CHILD'] })).crosses).toBeNull()
  expect((await hint(200_000, { year: 2025 })).crosses).toBeNull()
  expect((await hint(200_000, { buyerId: 'GOV' })).crosses).toBeNull()
  // A route that begins at nothing has no floor to stay below, only a most that it takes at once.
  const method = all.find(({ code }) => code === 'MICRO_GRANT')!
  const grant = (amount: number) => hint(amount, { method })
  expect((await grant(50_000)).exceeds).toBeNull()
  await draftedPlan(town, { methodId: method.id, amount: yuan(20_000) })
  expect((await grant(30_000)).exceeds).toBeNull()
  expect(await grant(30_001)).toMatchObject({
    exceeds: { total: yuan(50_001), route: { code: 'MICRO_GRANT' } },
  })
})

test('a threshold of the place is pointed out like one of the statute; one of another place is not', async () => {
  const town = await world()
  const [base] = await town.db.select().from(methods).where(eq(methods.id, 'SELF_SELECT-1'))
  const floor = { ...base!, mark: 'local' as const, minAmount: yuan(100_000) }
  const hint = async (placeId: string | null) =>
    splittingOf(town.db, [{ ...floor, placeId }], {
      buyerId: 'S1',
      categories: ['ELDER'],
      year: 2026,
      amount: yuan(60_000),
    })
  await draftedPlan(town, { amount: yuan(60_000) })
  expect((await hint(null)).crosses).toMatchObject({ code: 'SELF_SELECT', mark: 'local' })
  const [buyer] = await town.db.select().from(parties).where(eq(parties.id, 'S1'))
  expect((await hint(buyer!.placeId)).crosses).toMatchObject({ code: 'SELF_SELECT' })
  expect((await hint('elsewhere')).crosses).toBeNull()
})

test('the district plans for any street, the street only for its own line', async () => {
  const town = await world()
  const need = await acceptedNeed(town)
  const plan = await draftedPlan(
    town,
    {
      needIds: [need.id],
      methodId: 'MICRO_GRANT-1',
      amount: yuan(30_000),
      goals: '满意度九成，问 13977770001',
    },
    'GOV',
  )
  expect(plan).toMatchObject({ buyerId: 'GOV', communityId: 'C1', goals: '满意度九成，问 ***' })
  await expect(
    draftPlan(town.as('handler'), planWords({ lineId: 'L2', needIds: [need.id] })),
  ).rejects.toMatchObject({
    reason: 'not-your-body',
  })
  await expect(draftPlan(town.as('clerk'), planWords({ needIds: [need.id] }))).rejects.toMatchObject({
    kind: 'forbidden',
    reason: 'needs-another-seat',
  })
})

test('a plan form without words, money or an order of dates says which', () => {
  const bad = draftPlanForm.safeParse({
    ...planWords(),
    amount: '二十万',
    needIds: [],
    from: '2026-05-01',
    to: '2026-04-01',
    goals: '',
  })
  const said = bad.error!.issues.map((i) => i.message)
  expect(said).toEqual(expect.arrayContaining(['form.plan.needs', 'form.money', 'form.plan.goals']))
  const good = draftPlanForm.parse({ ...planWords(), amount: '21万', lines: typedLines, needIds: 'need-1' })
  expect(good).toMatchObject({ amount: yuan(210_000), needIds: ['need-1'] })
  const order = draftPlanForm.safeParse({
    ...planWords(),
    amount: '1',
    lines: typedLines,
    needIds: 'n',
    from: '2026-05-01',
    to: '2026-05-01',
  })
  expect(order.error!.issues[0]!.message).toBe('form.plan.order')
})

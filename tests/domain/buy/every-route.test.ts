import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { contracts, methods, tenders } from '#db/schema/index.ts'
import { findWork } from '#domain/buy/minor/find-work.ts'
import { methodRows } from '#domain/buy/plan/methods-data.ts'
import { methodsInForce } from '#domain/buy/plan/routes-for.ts'
import { chooseSealMode } from '#domain/buy/seal/choose-mode.ts'
import { draftTender } from '#domain/buy/tender/draft-tender.ts'
import { findTender } from '#domain/buy/tender/find-tender.ts'
import { submitTender } from '#domain/buy/tender/submit-tender.ts'
import { percentOf, yuan } from '#domain/money.ts'
import { balancesOf } from '#domain/treasury/balances.ts'
import { joined, openFramework } from '#tests/support/framework.ts'
import { signedWork } from '#tests/support/minor.ts'
import { approvedPlan } from '#tests/support/plan.ts'
import {
  afterNotices,
  announced,
  awarded,
  type Bound,
  bound,
  called,
  drawnUp,
  evaluated,
  opened,
  proposed,
  signedByBoth,
  walkDates,
} from '#tests/support/route-walk.ts'
import { publishedGrant, tenderWords } from '#tests/support/tender.ts'
import { type Town, world } from '#tests/support/world.ts'

/** Its time for objections over; a contract drawn and signed by both. */
async function contracted(town: Town, tenderId: string) {
  const award = await awarded(town, tenderId)
  town.clock.set(new Date(award.windowEndsAt!.getTime() - 1000))
  await expect(drawnUp(town, award.id)).rejects.toMatchObject({ reason: 'objection-window-open' })
  town.clock.set(award.windowEndsAt!)
  const { id: contractId } = await drawnUp(town, award.id)
  await signedByBoth(town, contractId)
  const [contract] = await town.db.select().from(contracts).where(eq(contracts.id, contractId))
  return contract!
}

/** The one scenario: a plan on this route, to the signed contract. The lowest of equal proposals wins. */
async function fromPlanToContract(town: Town, methodId: string, one: Bound) {
  const { amount, plan: more, payment, experts } = one
  const plan = await approvedPlan(town, { methodId, amount, ...walkDates, ...more })
  await announced(town, plan)
  town.clock.set(afterNotices)
  const call = await called(town, plan, payment)
  await proposed(town, call, one)
  const tender = await opened(town, call, experts)
  await evaluated(town, tender)
  const contract = await contracted(town, tender.id)
  const price = percentOf(amount, 90)
  expect(contract).toMatchObject({ state: 'signed', supplierId: 'ORG1', price })
  expect(await balancesOf(town.db, { planId: plan.id })).toMatchObject({ reserved: 0, encumbered: price })
}

test('every route that is offered is walked here, and none that is not', async () => {
  const town = await world()
  const offered = (await methodsInForce(town.db, '2026-03-02')).filter((m) => m.offered)
  const calls = offered.filter((m) => m.service && !m.framework).map((m) => m.code)
  expect(calls.sort()).toEqual(Object.keys(bound).sort())
  expect(offered.filter((m) => m.framework).map((m) => m.code)).toEqual(['FRAMEWORK_OPEN'])
  expect(offered.filter((m) => !m.service).map((m) => m.code)).toEqual(['MINSHENG_MINOR'])
  expect(methodRows).toHaveLength(7)
})

test.each(Object.entries(bound))(
  '%s runs from the plan to the signed contract',
  async (code, one) => {
    await fromPlanToContract(await world(), `${code}-1`, one)
  },
  60_000,
)

test('FRAMEWORK_OPEN runs from the plan to agreements that both sides signed', async () => {
  const town = await world()
  const { id: frameworkId } = await openFramework(town)
  expect(await joined(town, frameworkId, 1)).toMatchObject({
    state: 'signed',
    decidedBy: 'approver',
    signedBy: 'signer1',
  })
  expect(await joined(town, frameworkId, 2)).toMatchObject({ state: 'signed' })
})

test('MINSHENG_MINOR runs from the plan to the signed order, and is no purchase of service', async () => {
  const town = await world()
  const work = await findWork(town.db, await signedWork(town))
  expect(work).toMatchObject({ state: 'working', supplierId: 'ORG2', signedBy: 'signer2' })
  expect(work.plan.method.service).toBe(false)
})

test('a route a place adds as a row runs the same road, by its own days and its own bounds', async () => {
  const town = await world()
  const base = methodRows.find((m) => m.code === 'SELF_SELECT')!
  const own = {
    code: 'QH_SELECT',
    name: '栖禾区社会组织比选',
    nameEn: 'Selection of this district',
    sheetOf: 'SELF_SELECT',
  }
  const row = {
    ...base,
    ...own,
    id: 'QH_SELECT-1',
    version: 1,
    from: '2026-01-01',
    mark: 'local',
    placeId: 'D1',
  }
  await town.transact((tx) =>
    tx.insert(methods).values({ ...row, minProposals: 2, maxAmount: yuan(300_000), objectionDays: 3 }),
  )
  await expect(approvedPlan(town, { methodId: row.id, amount: yuan(300_001) })).rejects.toMatchObject({
    reason: 'amount-outside-route',
  })
  await fromPlanToContract(town, row.id, { amount: yuan(250_000), bids: 2, experts: 2 })
}, 60_000)

test('where prices are opened after quality, simple sealing is refused in the draft and on the key page', async () => {
  const town = await world()
  const methodId = 'OPEN_TENDER-1'
  const plan = await approvedPlan(town, { methodId, amount: yuan(2_000_000) })
  const { sealMode: _, ...words } = tenderWords({ ceiling: plan.amount })
  const draft = (more: object) => draftTender(town.as('handler'), { planId: plan.id, ...words, ...more })
  await expect(draft({ sealMode: 'simple' })).rejects.toMatchObject({ reason: 'seal-two-envelopes' })
  await town.transact((tx) => tx.update(methods).set({ sealMode: 'simple' }).where(eq(methods.id, methodId)))
  const { id: tenderId } = await draft({})
  expect((await findTender(town.db, tenderId)).sealMode).toBe('split')
  const choose = () => chooseSealMode(town.as('handler'), { tenderId, sealMode: 'simple' })
  await expect(choose()).rejects.toMatchObject({ reason: 'seal-two-envelopes' })
  await town.transact((tx) => tx.update(tenders).set({ sealMode: 'simple' }).where(eq(tenders.id, tenderId)))
  await expect(submitTender(town.as('handler'), { tenderId })).rejects.toMatchObject({
    reason: 'seal-two-envelopes',
  })
})

test('simple sealing is for micro grants: every other call of a route as it was delivered splits its key', async () => {
  const calls = methodRows.filter((m) => m.service && !m.framework)
  expect(calls.filter((m) => m.sealMode === 'simple').map((m) => m.code)).toEqual(['MICRO_GRANT'])
  const town = await world()
  const asDelivered = (code: string) =>
    town.transact((tx) => tx.update(methods).set({ sealMode: 'split' }).where(eq(methods.code, code)))
  const reason = 'seal-simple-not-here'
  await asDelivered('SELF_SELECT')
  const plan = await approvedPlan(town)
  const { sealMode: _, ...words } = tenderWords({ ceiling: plan.amount })
  const draft = (more: object) => draftTender(town.as('handler'), { planId: plan.id, ...words, ...more })
  await expect(draft({ sealMode: 'simple' })).rejects.toMatchObject({ reason })
  const { id: tenderId } = await draft({})
  expect((await findTender(town.db, tenderId)).sealMode).toBe('split')
  await expect(chooseSealMode(town.as('handler'), { tenderId, sealMode: 'simple' })).rejects.toMatchObject({
    reason,
  })
  // A draft from before the rule is stopped where it would be given to review.
  await town.transact((tx) => tx.update(tenders).set({ sealMode: 'simple' }).where(eq(tenders.id, tenderId)))
  await expect(submitTender(town.as('handler'), { tenderId })).rejects.toMatchObject({ reason })
  expect((await publishedGrant(town)).sealMode).toBe('simple')
})

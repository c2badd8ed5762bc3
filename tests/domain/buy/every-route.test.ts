import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { awards, contracts, methods, tenders } from '#db/schema/index.ts'
import { notifyAward } from '#domain/buy/award/notify-award.ts'
import { confirmAward, proposeAward } from '#domain/buy/award/propose-award.ts'
import { checkByBuyer } from '#domain/buy/evaluation/buyer-check.ts'
import { openedOf } from '#domain/buy/evaluation/opened.ts'
import { voteQualification } from '#domain/buy/evaluation/qualify.ts'
import { declareClear } from '#domain/buy/evaluation/recuse.ts'
import { drawUpReport, signReport } from '#domain/buy/evaluation/report.ts'
import { submitSheet } from '#domain/buy/evaluation/score.ts'
import { findWork } from '#domain/buy/minor/find-work.ts'
import { announceIntention } from '#domain/buy/plan/announce-intention.ts'
import { asksIntention, asksNotice } from '#domain/buy/plan/find-objections.ts'
import type { PlanFacts } from '#domain/buy/plan/find-plan.ts'
import type { DraftPlan } from '#domain/buy/plan/forms.ts'
import { methodRows } from '#domain/buy/plan/methods-data.ts'
import { postDirectNotice } from '#domain/buy/plan/post-direct-notice.ts'
import { methodsInForce } from '#domain/buy/plan/routes-for.ts'
import { chooseSealMode } from '#domain/buy/seal/choose-mode.ts'
import { openDue } from '#domain/buy/seal/open-due.ts'
import { draftTender } from '#domain/buy/tender/draft-tender.ts'
import { findTender, type TenderFacts } from '#domain/buy/tender/find-tender.ts'
import { publishTender } from '#domain/buy/tender/publish-tender.ts'
import { submitTender } from '#domain/buy/tender/submit-tender.ts'
import { drawUpContract } from '#domain/deliver/contract/draw-up-contract.ts'
import { signBySupplier } from '#domain/deliver/contract/sign-by-supplier.ts'
import { signContract } from '#domain/deliver/contract/sign-contract.ts'
import { type Fen, percentOf, yuan } from '#domain/money.ts'
import { balancesOf } from '#domain/treasury/balances.ts'
import { confirmAll, linkageWords } from '#tests/support/contract.ts'
import { joined, openFramework } from '#tests/support/framework.ts'
import { signedWork } from '#tests/support/minor.ts'
import { approvedPlan } from '#tests/support/plan.ts'
import { fullPoints, membersOf, openedTender, scoredBy } from '#tests/support/proposal.ts'
import { keysReady, sharesOfTwo } from '#tests/support/seal.ts'
import { passReview, tenderWords } from '#tests/support/tender.ts'
import { type Town, world } from '#tests/support/world.ts'

type Bound = { amount: Fen; plan?: Partial<DraftPlan>; payment?: string; bids: number; experts: number }
/** What each route of calls is given: an amount it is for, as many bids as it asks, a panel large enough. */
const bound: Record<string, Bound> = {
  MICRO_GRANT: { amount: yuan(40_000), payment: 'PT-64', bids: 1, experts: 2 },
  SELF_SELECT: { amount: yuan(210_000), bids: 3, experts: 2 },
  COMPETITIVE_CONSULTATION: { amount: yuan(600_000), bids: 2, experts: 2 },
  OPEN_TENDER: { amount: yuan(2_000_000), bids: 3, experts: 4 },
  SINGLE_SOURCE: {
    amount: yuan(300_000),
    bids: 1,
    experts: 2,
    plan: { directGround: 'only_one', directWords: '只有一家持有专用资质', soleSupplierId: 'ORG1' },
  },
}

/** What the route asks to be told beforehand is told, and its time passes. */
async function announced(town: Town, plan: PlanFacts) {
  const of = { planId: plan.id }
  if (asksIntention(plan, plan.method)) await announceIntention(town.as('handler'), of)
  if (asksNotice(plan)) await postDirectNotice(town.as('handler'), of)
  town.clock.set(new Date('2026-04-07T09:00:00+08:00'))
}

async function called(town: Town, plan: PlanFacts, payment: string): Promise<TenderFacts> {
  const words = tenderWords({
    title: plan.title,
    ceiling: plan.amount,
    paymentTemplate: payment,
    ...(plan.method.twoEnvelopes ? { sealMode: 'split' as const } : {}),
    deadline: new Date('2026-05-12T17:00:00+08:00'),
    questionsClose: new Date('2026-04-24T17:00:00+08:00'),
  })
  const { id: tenderId } = await draftTender(town.as('handler'), { planId: plan.id, ...words })
  if (words.sealMode === 'split') await keysReady(town, tenderId)
  await submitTender(town.as('handler'), { tenderId })
  await passReview(town.as('approver'), tenderId)
  await publishTender(town.as('approver'), { tenderId })
  return findTender(town.db, tenderId)
}

/** Conditions checked by whom the route says, then scored, the report signed by all. */
async function evaluated(town: Town, tender: TenderFacts) {
  const tenderId = tender.id
  const all = await openedOf(town.db, tenderId)
  if (tender.method.buyerQualifies) {
    const checks = all.map((p) => ({ proposalId: p.id, failed: [], words: undefined }))
    await checkByBuyer(town.as('handler'), { tenderId, checks })
  }
  const members = await membersOf(town, tenderId)
  for (const m of members) await declareClear(town.as(m), { tenderId })
  const votes = all.map((p) => ({ proposalId: p.id, passes: true }))
  for (const m of members) await voteQualification(town.as(m), { tenderId, votes })
  for (const [at, m] of members.entries()) {
    await scoredBy(town, tender, m, at, fullPoints(tender))
    await submitSheet(town.as(m), { tenderId })
  }
  if (tender.method.twoEnvelopes)
    await openDue(town.as('handler'), { tenderId, ...(await sharesOfTwo(town, tenderId)) })
  const { hash } = await drawUpReport(town.as(members[0]!), { tenderId })
  for (const m of members) await signReport(town.as(m), { tenderId, hash })
}

/** Proposed, confirmed, notified; its time for objections over; a contract drawn and signed by both. */
async function contracted(town: Town, tenderId: string) {
  const { id: awardId } = await proposeAward(town.as('handler'), { tenderId })
  await confirmAward(town.as('approver'), { awardId })
  await notifyAward(town.as('handler'), { awardId })
  const [award] = await town.db.select().from(awards).where(eq(awards.id, awardId))
  const draw = () => drawUpContract(town.as('handler'), { ...linkageWords, awardId })
  town.clock.set(new Date(award!.windowEndsAt!.getTime() - 1000))
  await expect(draw()).rejects.toMatchObject({ reason: 'objection-window-open' })
  town.clock.set(award!.windowEndsAt!)
  const { id: contractId } = await draw()
  await confirmAll(town, contractId)
  await signBySupplier(town.as('signer1'), { contractId })
  await signContract(town.as('approver'), { contractId })
  const [contract] = await town.db.select().from(contracts).where(eq(contracts.id, contractId))
  return contract!
}

/** The one scenario: a plan on this route, to the signed contract. The lowest of equal proposals wins. */
async function fromPlanToContract(
  town: Town,
  methodId: string,
  { amount, plan: more, payment, bids, experts }: Bound,
) {
  const dates = { from: '2026-08-01', to: '2027-07-31' }
  const plan = await approvedPlan(town, { methodId, amount, ...dates, ...more })
  await announced(town, plan)
  const call = await called(town, plan, payment ?? 'PT-532')
  const prices = Array.from({ length: bids }, (_, at) => percentOf(amount, 90 + at))
  const tender = await openedTender(town, { tender: call, prices, panel: { experts } })
  await evaluated(town, tender)
  const contract = await contracted(town, tender.id)
  expect(contract).toMatchObject({ state: 'signed', supplierId: 'ORG1', price: prices[0] })
  expect(await balancesOf(town.db, { planId: plan.id })).toMatchObject({ reserved: 0, encumbered: prices[0] })
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

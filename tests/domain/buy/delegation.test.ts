import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { approvalDelegations, journal, needs, notices, parties, planApprovals } from '#db/schema/index.ts'
import { answerNegativeList } from '#domain/ask/need/edit-need.ts'
import { approvePlan } from '#domain/buy/plan/approve-plan.ts'
import { declinePlan } from '#domain/buy/plan/decline-plan.ts'
import { delegationsDesk, listDelegations } from '#domain/buy/plan/delegation/delegations-page.ts'
import { grantDelegationForm, withdrawDelegationForm } from '#domain/buy/plan/delegation/forms.ts'
import { grantDelegation } from '#domain/buy/plan/delegation/grant-delegation.ts'
import { withdrawDelegation } from '#domain/buy/plan/delegation/withdraw-delegation.ts'
import { deskOfPlan } from '#domain/buy/plan/desk.ts'
import { editPlan } from '#domain/buy/plan/edit-plan.ts'
import { findPlan } from '#domain/buy/plan/find-plan.ts'
import { planRoutes } from '#domain/buy/plan/plan-choices.ts'
import { planPage, plansPage } from '#domain/buy/plan/plan-pages.ts'
import { submitPlan } from '#domain/buy/plan/submit-plan.ts'
import { trailOfPlan } from '#domain/buy/plan/trail.ts'
import { type Fen, yuan } from '#domain/money.ts'
import { acceptedNeed, draftedPlan, oneLine, planWords } from '#tests/support/plan.ts'
import { type Town, world } from '#tests/support/world.ts'

const source = '梧桐里街道党工委会议纪要〔2026〕第 8 号'
const granted = {
  streetId: 'S1',
  committeeId: 'C1',
  lineId: 'L1',
  perPurchase: yuan(5_000),
  perYear: yuan(8_000),
  categories: ['ELDER' as const],
  from: '2026-03-02',
  to: '2026-12-31',
  source,
}
const grant = (town: Town, more: Partial<typeof granted> = {}, by = 'approver') =>
  grantDelegation(town.as(by), { ...granted, ...more })
const small = (amount: Fen, more: Partial<ReturnType<typeof planWords>> = {}) => ({
  ...{ methodId: 'MICRO_GRANT-1', amount, lines: oneLine(amount), individualReason: '熟悉本楼老人' },
  ...more,
})
/** A small plan on a fresh need, sent by the handler and passed by the street's finance. */
async function sent(town: Town, amount = yuan(4_000), more: Partial<ReturnType<typeof planWords>> = {}) {
  const { id } = await draftedPlan(town, small(amount, more))
  await submitPlan(town.as('handler'), { planId: id, opinion: '同意报审' })
  await approvePlan(town.as('finance'), { planId: id, version: 1, opinion: '预算内，同意' })
  return findPlan(town.db, id)
}
const sign = (town: Town, planId: string, by = 'director') =>
  approvePlan(town.as(by), { planId, version: 1, opinion: '同意' })

test('without a delegation a street approves everything; within one the director signs last, in its stead', async () => {
  const town = await world()
  const own = await sent(town)
  expect(own).toMatchObject({ chain: ['handler', 'finance', 'approver'], delegationId: null })
  await expect(sign(town, own.id)).rejects.toMatchObject({ kind: 'forbidden' })
  await sign(town, own.id, 'approver')
  await grant(town)
  const plan = await sent(town)
  expect(plan).toMatchObject({ chain: ['handler', 'finance', 'delegate'], nextStep: 'delegate' })
  // 街道 gave it away: neither its approver nor another committee's director signs in between.
  await expect(sign(town, plan.id, 'approver')).rejects.toMatchObject({ kind: 'forbidden' })
  expect((await deskOfPlan(town.db, town.as('director'))).map((i) => [i.key, i.link])).toEqual([
    ['plan.sign', `/desk/plans/${plan.id}`],
  ])
  for (const who of ['director', 'supervisor'])
    expect(await planPage(town.as(who), plan.id), who).toMatchObject({ plan: { id: plan.id }, listed: false })
  await expect(planPage(town.as('director'), own.id)).rejects.toMatchObject({ kind: 'forbidden' })
  for (const who of ['director', 'supervisor'])
    await expect(plansPage(town.as(who))).rejects.toMatchObject({ kind: 'forbidden' })
  await sign(town, plan.id)
  const done = await findPlan(town.db, plan.id)
  expect(done).toMatchObject({ state: 'approved', signedBy: ['handler', 'finance', 'director'] })
  const [said] = await trailOfPlan(town.db, plan.id)
  expect(said).toMatchObject({
    ...{ key: 'plan.approve-delegated', byPartyId: 'C1', byRole: 'committee_director', ground: source },
  })
  const told = await town.db.select().from(notices).where(eq(notices.message, 'plan-approved-by-delegate'))
  expect(told.map(({ role, partyId }) => [role, partyId]).sort()).toEqual([
    ['street_approver', 'S1'],
    ['supervision_member', 'C1'],
  ])
  expect(await deskOfPlan(town.db, town.as('director'))).toEqual([])
})

test('whoever wrote a need never approves what is bought for it, in whichever seat', async () => {
  const town = await world()
  await grant(town)
  const need = await acceptedNeed(town, { state: 'draft' })
  await answerNegativeList(town.as('director'), { needId: need.id, answers: {} as never })
  await town.transact((tx) => tx.update(needs).set({ state: 'accepted' }).where(eq(needs.id, need.id)))
  const plan = await sent(town, yuan(4_000), { needIds: [need.id] })
  await expect(sign(town, plan.id)).rejects.toMatchObject({ reason: 'sod-need-writer-approves' })
  expect(await deskOfPlan(town.db, town.as('director'))).toEqual([])
  await expect(sign(town, plan.id, 'clerk')).rejects.toMatchObject({ reason: 'needs-another-seat' })
  // The street takes it back, and signs itself.
  const [row] = await town.db.select().from(approvalDelegations)
  await withdrawDelegation(town.as('approver'), { delegationId: row!.id, ground: '主任自己写的需求' })
  expect(await findPlan(town.db, plan.id)).toMatchObject({ nextStep: 'approver', delegateId: null })
  await sign(town, plan.id, 'approver')
  expect(await findPlan(town.db, plan.id)).toMatchObject({ state: 'approved', delegation: null })
})

test('outside its bounds a plan goes to the street, and the wizard says why', async () => {
  const town = await world()
  await grant(town)
  const need = await acceptedNeed(town)
  const child = await acceptedNeed(town, { category: 'CHILD' })
  const away = await acceptedNeed(town, { communityId: 'C2', committeeId: 'C2' })
  const level = async (needIds: string[], amount: Fen, lineId = 'L1') =>
    (await planRoutes(town.as('handler'), { needIds, lineId, amount })).level
  expect(await level([need.id], yuan(5_000))).toMatchObject({ kind: 'delegate', left: yuan(8_000), source })
  expect(await level([need.id], (yuan(5_000) + 1) as Fen)).toMatchObject({ kind: 'street', why: 'purchase' })
  expect(await level([need.id, child.id], yuan(10))).toMatchObject({ why: 'category' })
  expect(await level([need.id, away.id], yuan(10))).toMatchObject({ why: 'several' })
  expect(await level([away.id], yuan(10))).toMatchObject({ why: 'none', bounds: null })
  expect(await level([need.id], yuan(10), 'L9')).toMatchObject({ why: 'line' })
  expect(await level([need.id], yuan(5_000_000))).toMatchObject({ kind: 'district' })
  // The year's sum: what waits for the director counts like what he signed; to the last 分.
  const first = await sent(town, yuan(5_000))
  expect(await level([need.id], yuan(3_000))).toMatchObject({ kind: 'delegate', left: yuan(3_000) })
  expect(await level([need.id], (yuan(3_000) + 1) as Fen)).toMatchObject({ why: 'year' })
  await sign(town, first.id)
  const over = await sent(town, yuan(4_000))
  expect(over).toMatchObject({ delegationId: null, nextStep: 'approver' })
  const [shown] = await listDelegations(town.db, '2026-03-02')
  expect(shown).toMatchObject({ stands: true, used: yuan(5_000), left: yuan(3_000), plans: 1 })
  expect(shown!.signed.map((p) => p.id)).toEqual([first.id])
  expect(JSON.stringify(shown)).not.toMatch(/"approver"|grantedBy|withdrawnBy/)
  town.clock.set(new Date('2027-01-01T00:00:00+08:00'))
  expect(await level([need.id], yuan(10))).toMatchObject({ why: 'none' })
})

test('a plan sent back and edited is judged anew; what a director signed stays signed when the street takes it back', async () => {
  const town = await world()
  const { id: delegationId } = await grant(town)
  const plan = await sent(town)
  await declinePlan(town.as('director'), { planId: plan.id, how: 'return', reason: '次数没有写清楚' })
  expect(await findPlan(town.db, plan.id)).toMatchObject({ state: 'returned', delegateId: null })
  const needIds = plan.needs.map((n) => n.id)
  await editPlan(town.as('handler'), { ...planWords(small(yuan(4_500), { needIds })), planId: plan.id })
  await submitPlan(town.as('handler'), { planId: plan.id, opinion: '同意报审' })
  const again = (by: string) => approvePlan(town.as(by), { planId: plan.id, version: 2, opinion: '同意' })
  await again('finance')
  await again('director')
  await withdrawDelegation(town.as('approver'), { delegationId, ground: '另行安排' })
  expect(await findPlan(town.db, plan.id)).toMatchObject({ state: 'approved', delegateId: 'C1' })
  await expect(
    withdrawDelegation(town.as('approver'), { delegationId, ground: '另行安排' }),
  ).rejects.toMatchObject({ reason: 'delegation-already-withdrawn' })
  // An older version never revives when the newest is gone.
  const { id: second } = await grant(town, { perPurchase: yuan(1_000), perYear: yuan(1_000) })
  await withdrawDelegation(town.as('approver'), { delegationId: second, ground: '另行安排' })
  expect((await sent(town, yuan(500))).delegationId).toBeNull()
  const steps = await town.db.select().from(planApprovals).where(eq(planApprovals.step, 'delegate'))
  expect(steps.map((s) => [s.personId, s.voidedAt])).toEqual([['director', null]])
})

test('what waits for a director goes to the street once a newer version begins, is withdrawn, or the last day is over', async () => {
  const town = await world()
  const street = async (planId: string) => {
    for (const how of ['return', 'reject'] as const)
      await expect(
        declinePlan(town.as('director'), { planId, how, reason: '次数没有写清楚' }),
      ).rejects.toMatchObject({ kind: 'forbidden' })
    await expect(sign(town, planId)).rejects.toMatchObject({ kind: 'forbidden' })
    await expect(planPage(town.as('director'), planId)).rejects.toMatchObject({ kind: 'forbidden' })
    expect((await deskOfPlan(town.db, town.as('approver'))).map((i) => [i.key, i.link])).toEqual([
      ['plan.sign', `/desk/plans/${planId}`],
    ])
    await sign(town, planId, 'approver')
    expect(await findPlan(town.db, planId)).toMatchObject({ state: 'approved', delegation: null })
  }
  const shown = async (today: string) =>
    (await listDelegations(town.db, today)).map((d) => [d.version, d.stands, d.over, d.used])
  await grant(town, { to: '2026-04-15' })
  // A renewal leaves the present version as it is until its own first day.
  await grant(town, { from: '2026-04-01', to: '2026-04-30', perYear: yuan(30_000) })
  const [now, waits] = [await sent(town), await sent(town)]
  expect([now.nextStep, waits.nextStep]).toEqual(['delegate', 'delegate'])
  expect(await shown('2026-03-31')).toEqual([
    [2, false, false, null],
    [1, true, false, yuan(8_000)],
  ])
  await sign(town, now.id)
  town.clock.set(new Date('2026-04-01T00:00:00+08:00'))
  // What waited under the version before takes nothing of the year: the street signs it.
  expect(await shown('2026-04-01')).toEqual([
    [2, true, false, yuan(4_000)],
    [1, false, true, null],
  ])
  await street(waits.id)
  const last = await sent(town)
  expect(last).toMatchObject({ nextStep: 'delegate', delegation: { version: 2 } })
  town.clock.set(new Date('2026-05-01T00:00:00+08:00'))
  await street(last.id)
  // Withdrawing takes back every version that runs or is to come; one that ended stays as it ended.
  await grant(town, { from: '2026-05-01', perYear: yuan(30_000) })
  const mine = await sent(town)
  const { id: fourth } = await grant(town, { from: '2026-06-01' })
  await withdrawDelegation(town.as('approver'), { delegationId: fourth, ground: '另行安排' })
  const rows = await listDelegations(town.db, '2026-05-01')
  expect(rows.map((d) => [d.version, d.withdrawGround])).toEqual([
    [4, '另行安排'],
    [3, '另行安排'],
    [2, null],
    [1, null],
  ])
  await street(mine.id)
})

test('only the street’s approver grants and withdraws, within the district’s bound, to its own committees, from its own line', async () => {
  const town = await world()
  for (const who of ['handler', 'finance', 'director', 'dApprover', 'admin', 'resident1'])
    await expect(grant(town, {}, who), who).rejects.toMatchObject({ kind: 'forbidden' })
  const bad = async (more: Partial<typeof granted>, reason: string) =>
    expect(grant(town, more), reason).rejects.toMatchObject({ reason })
  await bad({ perPurchase: (yuan(5_000) + 1) as Fen }, 'delegation-over-limit')
  await bad({ perYear: yuan(4_999) }, 'delegation-year-under-one')
  await bad({ from: '2026-03-01' }, 'delegation-dates')
  await bad({ to: '2026-03-01' }, 'delegation-dates')
  await bad({ lineId: 'L2' }, 'line-of-another-buyer')
  await bad({ committeeId: 'ORG1' }, 'delegation-committee-elsewhere')
  await bad({ streetId: 'GOV' }, 'not-your-body')
  const { id } = await grant(town)
  await expect(
    withdrawDelegation(town.as('dApprover'), { delegationId: id, ground: '另行安排' }),
  ).rejects.toMatchObject({ kind: 'forbidden' })
  await expect(
    withdrawDelegation(town.as('approver'), { delegationId: 'none', ground: '另行安排' }),
  ).rejects.toMatchObject({ kind: 'missing' })
  for (const who of ['handler', 'director', 'supervisor'])
    await expect(delegationsDesk(town.as(who)), who).rejects.toMatchObject({ kind: 'forbidden' })
  expect((await delegationsDesk(town.as('approver'))).delegations).toHaveLength(1)
  const told = await town.db.select().from(notices).where(eq(notices.message, 'delegation-granted'))
  expect(told.map((n) => n.role).sort()).toEqual(['committee_director', 'supervision_member'])
  // Another committee of the same community: whoever had it is told from which day it is no longer his.
  const other = { id: 'C1B', kind: 'committee' as const, name: '青石新村居民委员会' }
  await town.transact((tx) =>
    tx.insert(parties).values({ ...other, placeId: 'C1', streetId: 'S1', createdAt: town.clock.now() }),
  )
  const from = '2026-06-01'
  await grant(town, { committeeId: 'C1B', from })
  await grant(town, { committeeId: 'C1B', from: '2027-01-01', to: '2027-06-30' })
  const gone = await town.db.select().from(notices).where(eq(notices.message, 'delegation-replaced'))
  expect(gone.map((n) => [n.role, n.partyId, n.params]).sort()).toEqual([
    ['committee_director', 'C1', { from }],
    ['supervision_member', 'C1', { from }],
  ])
  const [line] = await town.db.select().from(journal).where(eq(journal.action, 'delegation.grant'))
  expect(line!.detail).toMatchObject({ version: 1, committeeId: 'C1', perPurchase: yuan(5_000), source })
  const typed = { ...granted, perPurchase: '5000', perYear: '8000' }
  expect(grantDelegationForm.safeParse(typed).success).toBe(true)
  for (const more of [
    { categories: [] },
    { categories: ['X'] },
    { perPurchase: '-1' },
    { from: '2026-02-30' },
    { source: '纪要' },
  ])
    expect(grantDelegationForm.safeParse({ ...typed, ...more }).success, JSON.stringify(more)).toBe(false)
  expect(withdrawDelegationForm.safeParse({ delegationId: id, ground: '无' }).success).toBe(false)
  expect(await town.db.$count(needs)).toBe(0)
})

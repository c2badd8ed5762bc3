import { expect, test } from 'vitest'
import { approvePlan } from '#domain/buy/plan/approve-plan.ts'
import { chainPage } from '#domain/buy/plan/chain-page.ts'
import { declinePlan } from '#domain/buy/plan/decline-plan.ts'
import { deskOfPlan } from '#domain/buy/plan/desk.ts'
import { findPlan } from '#domain/buy/plan/find-plan.ts'
import { planPage } from '#domain/buy/plan/plan-pages.ts'
import { setFigure } from '#domain/buy/plan/set-figure.ts'
import { submitPlan } from '#domain/buy/plan/submit-plan.ts'
import { yuan } from '#domain/money.ts'
import { balancesOf } from '#domain/treasury/balances.ts'
import { draftedPlan, oneLine } from '#tests/support/plan.ts'
import { type Town, world } from '#tests/support/world.ts'

const opinion = '同意，按程序办理'
const lowered = (town: Town, value: string, { version = 1, from = '2026-03-02' } = {}) =>
  setFigure(town.as('dApprover'), {
    ...{ code: 'STREET_APPROVES_MAX', version, value, unit: 'fen' },
    ...{ source: '栖禾区放权事项清单（2026 年）第 3 项', from },
  })
const sum = yuan(400_000)
/** Sent and signed by the street's own three. */
async function signedByStreet(town: Town, planId: string) {
  await submitPlan(town.as('handler'), { planId, opinion })
  for (const who of ['finance', 'approver']) await approvePlan(town.as(who), { planId, version: 1, opinion })
}

test('above a street’s limit its own signatures are not enough: the district’s approver signs last', async () => {
  const town = await world()
  await lowered(town, '30万')
  const { id: planId } = await draftedPlan(town, { amount: sum, lines: oneLine(sum) })
  await signedByStreet(town, planId)
  expect(await findPlan(town.db, planId)).toMatchObject({
    ...{ state: 'in_review', nextStep: 'above', aboveId: 'GOV' },
    chain: ['handler', 'finance', 'approver', 'above'],
  })
  expect((await balancesOf(town.db, { planId })).reserved).toBe(0)

  // It waits on the desk of the district, who reads it; nobody of the street, nor another post there, signs for him.
  const desk = await deskOfPlan(town.db, town.as('dApprover'))
  expect(desk).toMatchObject([{ key: 'plan.sign', link: `/desk/plans/${planId}` }])
  expect((await planPage(town.as('dApprover'), planId)).plan.id).toBe(planId)
  const sign = (who: string) => approvePlan(town.as(who), { planId, version: 1, opinion })
  for (const [who, reason] of [
    ['approver', 'not-your-body'],
    ['dFinance', 'not-your-step'],
    ['dHandler', 'not-your-step'],
    ['admin', 'needs-another-seat'],
  ] as const)
    await expect(sign(who), who).rejects.toMatchObject({ reason })
  // What was begun over the limit stays so, whatever is set meanwhile.
  town.clock.set(new Date('2026-03-03T09:00:00+08:00'))
  await lowered(town, '500万', { version: 2, from: '2026-03-03' })
  await sign('dApprover')
  expect((await findPlan(town.db, planId)).state).toBe('approved')
  expect((await balancesOf(town.db, { planId })).reserved).toBe(sum)
})

test('up to the limit the street decides alone; the district may send back what is above it', async () => {
  const town = await world()
  await lowered(town, '40万')
  const { id: within } = await draftedPlan(town, { amount: sum, lines: oneLine(sum) })
  await signedByStreet(town, within)
  expect(await findPlan(town.db, within)).toMatchObject({ state: 'approved', above: null })

  const more = yuan(400_001)
  const { id: planId } = await draftedPlan(town, { amount: more, lines: oneLine(more) })
  await submitPlan(town.as('handler'), { planId, opinion })
  await expect(planPage(town.as('dFinance'), within)).rejects.toMatchObject({ reason: 'not-your-body' })
  await expect(approvePlan(town.as('dApprover'), { planId, version: 1, opinion })).rejects.toMatchObject({
    reason: 'not-your-body',
  })
  for (const who of ['finance', 'approver']) await approvePlan(town.as(who), { planId, version: 1, opinion })
  await declinePlan(town.as('dApprover'), { planId, how: 'return', reason: '请拆分说明单价构成' })
  expect(await findPlan(town.db, planId)).toMatchObject({ state: 'returned', approvals: [] })

  expect((await chainPage(town.as('approver'))).limit).toMatchObject({ limit: sum })
  expect((await chainPage(town.as('dApprover'))).limit).toBe(null)
})

import { expect } from '@playwright/test'
import type { Part } from '../support/people.ts'
import { people, type Road } from './road.ts'
import { keepKey } from './vote.ts'

/** A need the street has taken up, small enough to need no survey behind it. */
export async function acceptedNeed({ as }: Road, title: string, estimate: string): Promise<string> {
  const clerk = await as(people.clerk)
  await clerk.open('/desk/needs/new')
  await clerk.fill({
    title,
    category: 'ELDER',
    itemType: 'minor_works',
    duty: 'A02',
    evidence: '楼道照明不足，今年有三位老人夜里摔倒。',
    targetGroup: '本楼高龄老人',
    beneficiaries: '60',
    outcome: '每层都有感应灯，坏了三天内修好。',
    estimate,
    urgency: '4',
    severity: '4',
  })
  await clerk.press('保存')
  for (const item of [
    'outside_duty',
    'must_be_direct',
    'goods_or_works',
    'financing',
    'staffing',
    'barred_by_law',
  ])
    await clerk.fill({ [item]: 'no' })
  await clerk.press('保存')
  const desk = clerk.path()
  const director = await as(people.director)
  await director.open(desk)
  await director.press('发布需求')
  const approver = await as(people.approver)
  await approver.open(desk)
  await approver.press('受理')
  return desk.split('/').at(-1)!
}

type Answers = Record<string, string | string[]>
/** The clerk's part up to the slips: the round, its roll, its codes. `from`: the page the form stands on. */
export async function draftRound({ as }: Road, answers: Answers, roll: string, from = '/desk/rounds/new') {
  const clerk = await as(people.clerk)
  await clerk.open(from)
  const pool = clerk.page.locator('select[name=poolId] option', { hasText: '2026 年社区民生微实事' }).first()
  if ('pointsTotal' in answers) await clerk.unfold('打分票才填')
  await clerk.fill({ poolId: (await pool.getAttribute('value'))!, quorumPercent: '0', ...answers })
  await clerk.press('保存')
  const desk = clerk.path()
  await clerk.open(`${desk}/roll`)
  await clerk.fill({ roll })
  await clerk.press('导入')
  await clerk.open(`${desk}/slips`)
  await clerk.press('生成并显示投票码')
  const codes = await clerk.page.locator('li.card .font-song').allInnerTexts()
  expect(codes).toHaveLength(roll.split('\n').length)
  return { desk, codes, id: desk.split('/').at(-1)! }
}

/** Sealed by the director; with its keepers, where the round has any. */
export async function seal(road: Road, desk: string, { keepers }: { keepers: boolean }) {
  if (keepers) await keepKey(road, desk)
  const director = await road.as(people.director)
  await director.open(desk)
  await director.press('封存这一轮', 'seal')
}

/** Up to the ballot, with the code of a slip. */
export async function identify(voter: Part, id: string, code: string) {
  await voter.open(`/votes/${id}/cast`)
  await voter.fill({ code }, 'code')
  await voter.press('下一步', 'code')
}
/** From the ballot as filled in to the receipt. */
export async function send(voter: Part, marks: Answers) {
  await voter.fill(marks)
  await voter.press('下一步，核对')
  await voter.press('投出这一票')
  await expect(voter.page.locator('main')).toContainText('您的票已收到')
}

/** 作废: ended by the director, with its ground. */
export async function voidRound({ as }: Road, desk: string, reason: string) {
  const director = await as(people.director)
  await director.open(desk)
  await director.unfold('作废这一轮')
  await director.fill({ reason }, 'void')
  await director.press('作废这一轮', 'void')
}

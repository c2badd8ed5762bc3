import { expect } from '@playwright/test'
import type { Part } from '../support/people.ts'
import { people, type Road } from './road.ts'

export type NeedAsked = { id: string; refNo: string; path: string }

async function enterNextYear({ as }: Road) {
  const admin = await as(people.admin)
  await admin.open('/desk/calendar')
  const holidays = [
    '2027-01-01',
    '2027-02-06',
    '2027-02-07',
    '2027-02-08',
    '2027-02-09',
    '2027-02-10',
    '2027-02-11',
    '2027-02-12',
  ]
  await admin.fill({
    year: '2027',
    holidays: holidays.join('\n'),
    workdays: '',
    source: '国务院办公厅 2027 年节假日通知（演示）',
  })
  await admin.press('先试算')
  await admin.press('核对无误，录入日历')
}

/** What comes on paper, typed in by the clerk at the desk of the survey. */
export type OnPaper = (clerk: Part, desk: string) => Promise<void>
const typedIn: OnPaper = async (clerk, desk) => {
  await clerk.open(`${desk}/enter`)
  await clerk.fill({ channel: 'door', 'codes.Q4': '1 5' })
  await clerk.press('录入这一份')
}

async function survey({ as, shoot }: Road, onPaper: OnPaper) {
  const clerk = await as(people.clerk)
  await clerk.open('/desk/surveys/new')
  await clerk.fill({ name: '2026 年冬季居民需求调查', opens: '2026-11-23', closes: '2026-11-30' })
  await clerk.press('保存草稿')
  const desk = clerk.path()
  await clerk.press('发布调查', 'publish')
  const link = await clerk.page.locator('a[href^="/survey/"]').first().getAttribute('href')
  const resident = await as(null)
  for (let n = 0; n < 6; n++) {
    await resident.open(`${link}/all`)
    await resident.fill({ 'answers.Q4': ['养老照护'], agreed: 'yes' })
    if (n === 0) await shoot(resident, 'survey')
    await resident.press('提交答卷')
  }
  await onPaper(clerk, desk)
  await clerk.open(desk)
  await clerk.unfold('提前结束调查')
  await clerk.press('提前结束')
  await clerk.press('公布结果')
  await clerk.open(desk.replace('/desk', ''))
  await shoot(clerk, 'survey-report')
}

async function ask({ as, shoot }: Road) {
  const resident = await as(people.resident)
  await resident.open('/ask/new')
  await shoot(resident, 'ask-topic')
  await resident.fill({ topic: 'need:ELDER' })
  await resident.press('继续')
  await resident.fill({ communityId: 'C1' })
  await resident.press('继续')
  await resident.fill({ words: '楼里好几位独居老人，摔倒了没人知道，盼望每周有人上门看看。' })
  await resident.press('继续')
  await resident.press('提交')
  await shoot(resident, 'ask-sent')
  const refNo = resident.path().split('/').at(-1)!
  expect(refNo).toMatch(/^TY-2026-/)
  const neighbour = await as(people.neighbour)
  await neighbour.open(`/suggestions/${refNo}`)
  await neighbour.press('我也需要')
  return refNo
}

async function fileNeed({ as, shoot }: Road, askedAs: string): Promise<string> {
  const clerk = await as(people.clerk)
  await clerk.open('/desk')
  await shoot(clerk, 'clerk-desk')
  await clerk.open(`/desk/suggestions/${askedAs}`)
  await clerk.fill(
    {
      title: '独居高龄老人每周探访',
      category: 'ELDER',
      duty: 'A02',
      reply: '采纳，写入本社区需求，冬季调查也支持这一项。',
    },
    'adopt',
  )
  await clerk.press('采纳并答复', 'adopt')
  const desk = clerk.path()
  await clerk.open(`${desk}/edit`)
  await clerk.fill({
    itemType: 'service',
    evidence: '独居老人 176 位，多位子女不在本市，今年发生过摔倒后无人发现的事。',
    targetGroup: '独居高龄老人',
    beneficiaries: '176',
    outcome: '每周上门探访一次，紧急情况一小时内联系到人。',
    estimate: '180000',
    duty: 'P01',
    urgency: '5',
    severity: '5',
  })
  const catalogue = clerk.page.locator('select[name=catalogueId] option', { hasText: '养老' }).first()
  await clerk.fill({ catalogueId: (await catalogue.getAttribute('value'))! })
  await clerk.press('保存')
  await clerk.open(`${desk}/negative-list`)
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
  await clerk.open(`${desk}/evidence`)
  await clerk.page.locator('input[name=surveyId]').first().check()
  await clerk.press('引用这次调查')
  return desk
}

/** 问需: next year's holidays, a survey, a resident's ask, the need with its evidence, and the street's answer. */
export async function askTheResidents(road: Road, onPaper: OnPaper = typedIn): Promise<NeedAsked> {
  await enterNextYear(road)
  await survey(road, onPaper)
  const desk = await fileNeed(road, await ask(road))
  const director = await road.as(people.director)
  await director.open(desk)
  await road.shoot(director, 'director-publishes')
  await director.press('发布需求')
  const path = director.path()
  const approver = await road.as(people.approver)
  await approver.open('/desk')
  await approver.open(desk)
  await road.shoot(approver, 'street-decides')
  await approver.press('受理')
  const anyone = await road.as(null)
  await anyone.open(path)
  await road.shoot(anyone, 'need')
  const refNo = /XQ-2026-\d{6}-\d/.exec(await anyone.page.locator('main').innerText())?.[0] ?? ''
  return { id: path.split('/').at(-1)!, refNo, path }
}

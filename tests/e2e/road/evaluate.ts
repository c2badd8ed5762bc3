import { expect } from '@playwright/test'
import type { Part } from '../support/people.ts'
import { type Call, wordsOf } from './call.ts'
import { people, type Road } from './road.ts'

const experts = ['U103', 'U104', 'U105', 'U106', 'U107', 'U108', 'U109', 'U110', 'U111']

async function panelOf(road: Road, { tenderId }: Call): Promise<Part[]> {
  const members = [await road.as(people.centre)]
  for (const personId of experts) {
    const expert = await road.as(personId)
    await expert.open('/panel')
    if (await expert.page.locator(`a[href^="/panel/${tenderId}"]`).count()) members.push(expert)
  }
  return members
}

async function declareAndQualify(member: Part, { tenderId }: Call) {
  await member.open(`/panel/${tenderId}/declare`)
  await member.fill({ clear: 'yes' }, 'clear')
  await member.press('声明没有', 'clear')
}
async function qualify(member: Part, { tenderId }: Call) {
  await member.open(`/panel/${tenderId}/qualification`)
  const count = await member.page.locator('input[type=hidden][name$=".proposalId"]').count()
  for (let at = 0; at < count; at++) await member.fill({ [`votes[${at}].passes`]: 'yes' })
  await member.press('提交审查意见')
}

async function score(road: Road, member: Part, { tenderId }: Call, shown: boolean) {
  await member.open(`/panel/${tenderId}`)
  const first = await member.page
    .locator(`a[href^="/panel/${tenderId}/column/"]`)
    .first()
    .getAttribute('href')
  await member.open(first!)
  if (shown) await road.shoot(member, 'score')
  for (let sheets = 0; sheets < 12 && member.path().includes('/column/'); sheets++) {
    const columns = await member.page.locator('main section.card').all()
    for (const [at, column] of columns.entries()) {
      const favourite = (await column.innerText()).includes('五个网格各配一名固定社工')
      const bands = await column
        .locator('input[type=radio]')
        .evaluateAll((all) => [...new Set(all.map((i) => i.getAttribute('name')!))])
      for (const name of bands) await member.fill({ [name]: favourite ? 'A' : 'B' })
      if (bands.length === 0) await member.fill({ [`scores[${at}].points`]: '3' })
      await member.fill({ [`scores[${at}].comment`]: '方案第一部分写得具体，分工到人，依据见实施安排。' })
    }
    await member.press('存下，看下一项')
  }
  await member.open(`/panel/${tenderId}/submit`)
  await member.fill({ sure: 'yes' })
  await member.press('提交并锁定')
}

/** 开启与评审: opened after the deadline, declared first, each alone, averaged, signed. */
export async function evaluate(road: Road, call: Call) {
  const handler = await road.as(people.handler)
  await road.moveClock('2026-12-03T17:01')
  await handler.open(`/desk/tenders/${call.tenderId}/panel`)
  await handler.fill({ experts: '2', centreRepId: people.centre }, 'draw')
  await handler.press('随机抽取', 'draw')
  await handler.open(`/desk/tenders/${call.tenderId}/unseal`)
  const two = { firstWords: wordsOf(people.handler), secondWords: wordsOf(people.supervisor) }
  await handler.fill(two, 'here')
  await handler.press('开启', 'here')
  const anyone = await road.as(null)
  await anyone.open(`/tenders/${call.tenderId}/opening`)
  await road.shoot(anyone, 'opening')
  await expect(anyone.page.locator('main')).toContainText('暖邻')
  const members = await panelOf(road, call)
  expect(members).toHaveLength(3)
  for (const member of members) await declareAndQualify(member, call)
  for (const member of members) await qualify(member, call)
  for (const [n, member] of members.entries()) await score(road, member, call, n === 1)
  const [chair] = members
  await chair!.open(`/panel/${call.tenderId}/differences`)
  await chair!.press('生成报告', 'report')
  for (const member of members) {
    await member.open(`/panel/${call.tenderId}/report`)
    await member.press('签字')
  }
  await road.shoot(members[0]!, 'report')
}

/** 成交: proposed in rank order, confirmed by another, notified with reasons, the objection window waited out. */
export async function award(road: Road, call: Call): Promise<string> {
  const desk = `/desk/tenders/${call.tenderId}/award`
  const handler = await road.as(people.handler)
  await handler.open(desk)
  await handler.press('提出成交供应商', 'propose')
  const approver = await road.as(people.approver)
  await approver.open(desk)
  await approver.fill({ sure: 'yes' }, 'confirm')
  await approver.press(/确认/, 'confirm')
  await handler.open(desk)
  await handler.fill({ sure: 'yes' }, 'notify')
  await handler.press(/公告/, 'notify')
  const anyone = await road.as(null)
  await anyone.open(`/tenders/${call.tenderId}/result`)
  await road.shoot(anyone, 'award-notice')
  await expect(anyone.page.locator('main')).toContainText('172,000')
  await road.moveClock('2026-12-14T09:00')
  await handler.open(desk)
  const link = await handler.page.locator('a[href^="/desk/contracts/new/"]').first().getAttribute('href')
  return link!
}

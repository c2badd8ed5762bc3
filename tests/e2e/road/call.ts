import { expect } from '@playwright/test'
import type { NeedAsked } from './ask.ts'
import { people, type Road } from './road.ts'

export type Call = { planId: string; tenderId: string; refNo: string }

async function plan({ as, shoot }: Road, need: NeedAsked): Promise<string> {
  const handler = await as(people.handler)
  await handler.open('/desk/plans/new')
  await handler.fill({ needIds: [need.id], amount: '18万' })
  await handler.page.locator('label', { hasText: '梧桐里街道 2026 年政府购买服务预算' }).first().click()
  await handler.press('继续')
  for (const [id, words] of Object.entries({
    title: '青石社区独居高龄老人每周探访',
    from: '2026-12-14',
    to: '2027-06-30',
    quantity: '176 位老人，每周上门一次，共约 4,900 人次。',
    goals: '独居高龄老人每周有人看望，紧急情况一小时内联系到人。',
    whoseDuty: '街道办事处：统筹辖区养老服务。',
    whyNotDirect: '上门探访要专业社工长期做，街道没有这样的人手。',
    lines: '上门探访，人次，5000，36，每次不少于 30 分钟，有记录',
  }))
    await handler.page.locator(`#${id}`).fill(words)
  await shoot(handler, 'plan')
  await handler.press('保存计划')
  const desk = handler.path()
  await handler.press('签字并报审')
  for (const [personId, opinion] of [
    [people.finance, '指标足够，同意。'],
    [people.approver, '同意采购。'],
  ] as const) {
    const signer = await as(personId)
    await signer.open('/desk')
    await signer.open(desk)
    await signer.fill({ opinion })
    await signer.press('同意并签字')
  }
  return desk.split('/').at(-1)!
}

/** Who keeps the key of the journey's call, and by what words. */
const keepers = { buyer: people.handler, oversight: people.supervisor, outside: people.auditor }
export const wordsOf = (personId: string) => `${personId} 的保管口令 2026`

/** 密钥仪式: three are named, each confirms on a page of his own, two of them open the test words. */
async function keepKey({ as }: Road, desk: string) {
  const handler = await as(people.handler)
  await handler.open(`${desk}/key`)
  await handler.fill(keepers, 'keepers')
  await handler.press('指定这三位', 'keepers')
  for (const personId of Object.values(keepers)) {
    const [keeper, passphrase] = [await as(personId), wordsOf(personId)]
    await keeper.open(`${desk}/share`)
    await keeper.fill({ passphrase, again: passphrase }, 'confirm')
    await keeper.press('确认保管', 'confirm')
  }
  await handler.open(`${desk}/key`)
  const two = { firstWords: wordsOf(keepers.buyer), secondWords: wordsOf(keepers.oversight) }
  await handler.fill(two, 'try')
  await handler.press('演练', 'try')
}

async function publish(road: Road, planId: string): Promise<string> {
  const { as, shoot } = road
  const handler = await as(people.handler)
  await handler.open(`/desk/tenders/new?plan=${planId}`)
  await handler.fill({
    requirement:
      '每位独居高龄老人每周上门探访一次，每次不少于 30 分钟；每季度向家属报告一次；发现异常一小时内联系社区。',
    questionsClose: '2026-11-30T17:00',
    indicators: '服务人次，4900，人次\n满意度，90，%',
  })
  await handler.press('保存采购需求')
  const desk = handler.path()
  for (const part of ['edit', 'criteria', 'documents']) await handler.open(`${desk}/${part}`)
  await keepKey(road, desk)
  await handler.open(desk)
  await handler.press('交审核人')
  const approver = await as(people.approver)
  await approver.open(`${desk}/review`)
  for (const item of await approver.page.locator('input[type=radio][value=yes]').all()) await item.check()
  await approver.fill({ opinion: '符合规定，同意发布。' })
  await approver.press('交审查意见')
  await approver.fill({ read: 'yes' })
  await shoot(approver, 'tender-review')
  await approver.press('发布采购公告')
  return desk.split('/').at(-1)!
}

/** 采购计划与公告: a line, three signatures, a call somebody else published, a question answered for all. */
export async function callForProposals(road: Road, need: NeedAsked): Promise<Call> {
  const planId = await plan(road, need)
  const tenderId = await publish(road, planId)
  const editor = await road.as(people.editor)
  await editor.open(`/tenders/${tenderId}/ask`)
  await editor.fill({ words: '服务人数按哪一天的名单计算？' })
  await editor.press('提问')
  const handler = await road.as(people.handler)
  await handler.open(`/desk/tenders/${tenderId}`)
  await handler.follow('答复提问')
  await handler.fill({ answer: '按合同签订当月社区登记的名单计算。' })
  await handler.press('公开答复')
  const anyone = await road.as(null)
  await anyone.open(`/tenders/${tenderId}`)
  await road.shoot(anyone, 'tender')
  await expect(anyone.page.locator('main')).toContainText('按合同签订当月社区登记的名单计算')
  const refNo = /CG-2026-\d{6}-\d/.exec(await anyone.page.locator('main').innerText())?.[0] ?? ''
  return { planId, tenderId, refNo }
}

import { expect } from '@playwright/test'
import { people, type Road } from './road.ts'

/** 评价: those served are invited by slip and rate without signing in; a bad word must be put right and answered. */
export async function rate(road: Road, contractId: string) {
  const clerk = await road.as(people.clerk)
  await clerk.open(`/desk/ratings/${contractId}`)
  if (await clerk.page.locator('#form-invite').count()) await clerk.press('发出邀请', 'invite')
  await clerk.open(`/desk/ratings/${contractId}/slips`)
  const links = (await clerk.page.locator('main .hash').allInnerTexts()).map(
    (words) => new URL(words.trim()).pathname,
  )
  expect(links.length).toBeGreaterThanOrEqual(5)
  const rater = await road.as(null)
  for (const [n, link] of links.slice(0, 5).entries()) {
    await rater.open(link)
    await rater.fill({
      level: n === 0 ? '2' : '5',
      ...(n === 0 ? { words: '有两周没来，也没有提前说。' } : {}),
    })
    if (n === 0) await road.shoot(rater, 'rate')
    await rater.press('提交评价', 'rate')
  }
  const editor = await road.as(people.editor)
  await editor.open(`/desk/ratings/${contractId}`)
  const bad = await editor.page
    .locator('main a[href^="/desk/ratings/one/"]')
    .evaluateAll((all) => all.map((a) => a.getAttribute('href')!))
  for (const one of bad) {
    await editor.open(one)
    if (!(await editor.page.locator('#form-answer').count())) continue
    await editor.fill({ answer: '已向老人道歉，换人顶班并提前一天电话告知。' }, 'answer')
    await editor.press('提交整改答复', 'answer')
  }
  await rater.open(links[0]!)
  await rater.fill({ judged: 'accept' }, 'judge')
  await rater.press('提交', 'judge')
  await road.shoot(rater, 'rectified')
}

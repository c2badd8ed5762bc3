import { expect, test } from '@playwright/test'
import { people } from './road/road.ts'
import { acceptedNeed, draftRound, identify, seal, send, voidRound } from './road/round.ts'
import { twoWords } from './road/vote.ts'
import { journeyIn } from './support/journey.ts'
import type { Part } from './support/people.ts'
import { startTown, type Town } from './support/town.ts'

let town: Town
test.beforeAll(async () => {
  town = await startTown({ demo: true, empty: true })
})
test.afterAll(() => town.stop())
test.skip(({ javaScriptEnabled }) => javaScriptEnabled, 'told once, without JavaScript')

/** The first household of the roll is known by telephone; the others have their slips only. */
const firstRoll = ['李大姐,HH-V-1,50,10000000004', '王爷爷,HH-V-2,81', '赵阿姨,HH-V-3,63'].join('\n')
const wholeRoll = `${firstRoll}\n孙大伯,HH-V-4,70`
const ground = '名册漏了四号楼，四号楼的人投不了票。'

test('a round is opened, voided with its ground, held anew with the whole roll, and counted by two keepers', async ({
  browser,
}, info) => {
  test.setTimeout(480_000)
  const road = journeyIn(browser, town, info, { javaScriptEnabled: false })
  const { as, moveClock } = road
  const said = (part: Part) => expect(part.page.locator('main'))
  const narrow = async (part: Part) =>
    expect(
      await part.page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth).catch(() => 0),
    ).toBeLessThanOrEqual(0)

  const needId = await acceptedNeed(road, '三号楼楼道感应灯', '12000')
  const other = await acceptedNeed(road, '五号楼门口扶手', '9000')
  const first = await draftRound(
    road,
    {
      name: '冬季微实事票决',
      needIds: [needId, other],
      budget: '20000',
      unit: 'household',
      maxChoices: '1',
      thresholdPercent: '30',
      opensOn: '2026-11-24',
      closesOn: '2026-11-26',
    },
    firstRoll,
  )
  await seal(road, first.desk, { keepers: true })
  await moveClock('2026-11-24T09:00')
  const voter = await as(null)
  await identify(voter, first.id, first.codes[1]!)
  await send(voter, { choices: [needId] })

  await voidRound(road, first.desk, ground)
  await voter.open(`/votes/${first.id}`)
  await said(voter).toContainText(ground)
  await said(voter).toContainText('票没有开')
  await narrow(voter)
  await voter.open(`/votes/${first.id}/cast`)
  await said(voter).toContainText('这一轮已经作废')
  await expect(voter.page.locator('main [name=code]')).toHaveCount(0)
  const resident = await as(people.resident)
  await resident.open('/me')
  await said(resident).toContainText('已作废，投过的票不开、不算')
  await said(resident).toContainText(ground)

  const clerk = await as(people.clerk)
  await clerk.open(first.desk)
  await clerk.follow('照这一轮重来')
  const from = new URL(clerk.page.url())
  expect(from.search).toBe(`?rerun=${first.id}`)
  await said(clerk).toContainText('这一轮重来“冬季微实事票决”')
  const again = await draftRound(
    road,
    { name: '冬季微实事票决（重来）', opensOn: '2026-11-26', closesOn: '2026-11-27' },
    wholeRoll,
    from.pathname + from.search,
  )
  expect(again.id).not.toBe(first.id)
  await seal(road, again.desk, { keepers: true })
  await voter.open(`/votes/${first.id}`)
  await voter.follow('冬季微实事票决（重来）')
  expect(voter.path()).toBe(`/votes/${again.id}`)
  await said(voter).toContainText('这一轮接替作废的')
  await resident.open('/me')
  await said(resident).toContainText('作废的票决重来')

  await moveClock('2026-11-26T09:00')
  await expect(identify(voter, again.id, first.codes[1]!)).rejects.toThrow(/名册上没有这个投票码/)
  for (const [n, code] of again.codes.slice(0, 3).entries()) {
    await identify(voter, again.id, code)
    await send(voter, { choices: [n === 2 ? other : needId] })
  }
  await moveClock('2026-11-28T09:00')
  const director = await as(people.director)
  await director.open(`${again.desk}/count`)
  await director.press('封箱', 'close')
  await director.fill({ ...twoWords, secondWords: '不是这一句，随手写的' }, 'open')
  await expect(director.press('开票', 'open')).rejects.toThrow(/口令不对/)
  expect(await director.page.content()).not.toContain('随手写的')
  await director.fill(twoWords, 'open')
  await director.press('开票', 'open')
  await director.open(again.desk)
  await director.press('公布结果', 'announce')
  await voter.open(`/votes/${again.id}/result`)
  await said(voter).toContainText('入选')
  await said(voter).toContainText('，居务监督委员会到场')
  await narrow(voter)
  await voter.open(`/votes/${first.id}`)
  await said(voter).toContainText(ground)
  const gone = await voter.page.request.get(`${town.url}/votes/${first.id}/result`)
  expect(gone.status()).toBeGreaterThanOrEqual(400)
  const manifest = await voter.page.request.get(`${town.url}/votes/${again.id}/manifest/1`)
  expect(await manifest.json()).toMatchObject({ rerunOf: first.id })
})

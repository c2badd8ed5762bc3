import { expect, test } from '@playwright/test'
import { askTheResidents } from './road/ask.ts'
import { people } from './road/road.ts'
import { keepKey, prepare } from './road/vote.ts'
import { elsewhere, lookBehind } from './support/behind.ts'
import { journeyIn } from './support/journey.ts'
import type { Part } from './support/people.ts'
import { startTown, type Town } from './support/town.ts'

const stationClerk = 'U020'
let town: Town
test.beforeAll(async () => {
  town = await startTown({ demo: true, empty: true })
})
test.afterAll(() => town.stop())

const identified = async (voter: Part, id: string, code: string, needId: string) => {
  await voter.open(`/votes/${id}/cast`)
  await voter.fill({ code }, 'code')
  await voter.press('下一步', 'code')
  await voter.fill({ choices: [needId] })
  await voter.press('下一步，核对')
}

test('two of one household claim its vote: it is held, the committee settles it with a ground, one ballot counts', async ({
  browser,
  javaScriptEnabled,
}, info) => {
  test.setTimeout(300_000)
  const looking = lookBehind(browser, town.url, elsewhere['household-conflict'])
  const road = journeyIn(browser, town, info, { javaScriptEnabled, arrived: looking.arrived })
  const need = await askTheResidents(road)
  const { desk, codes, id } = await prepare(road, need)
  await keepKey(road, desk)
  const director = await road.as(people.director)
  await director.open(desk)
  await director.press('封存这一轮', 'seal')
  await road.moveClock('2026-11-24T09:00')
  const code = codes[0]!

  const tenant = await road.as(null)
  await identified(tenant, id, code, need.id)
  await tenant.press('投出这一票')
  await expect(tenant.page.locator('main')).toContainText('您的票已收到')

  const owner = await road.as(people.neighbour)
  await owner.open(`/votes/${id}/claim`)
  await owner.fill({ code, claimant: '李阿姨', reason: '票是租客投的，这一户由我代表' })
  await owner.page.locator('main form button[type=submit]').last().click()
  await owner.page.waitForLoadState('load')
  await expect(owner.page).toHaveURL(/sent=yes/)
  await road.shoot(owner, 'claim-sent')

  await identified(tenant, id, code, need.id)
  await expect(tenant.press('投出这一票')).rejects.toThrow('先扣住')

  await director.open(`${desk}/claims`)
  await director.fill({ outcome: 'hand_over', ground: '核对了户口簿和房产证' })
  await road.shoot(director, 'claims')
  await director.page.locator('main form button[type=submit]').last().click()
  await director.page.waitForLoadState('load')
  await expect(director.page.locator('main')).toContainText('核对了户口簿')

  await identified(tenant, id, code, need.id)
  await expect(tenant.press('投出这一票')).rejects.toThrow('到服务站')

  const station = await road.as(stationClerk)
  await station.open(`${desk}/assist`)
  await station.fill({ code, channel: 'desk', choices: [need.id] }, 'cast')
  await station.press('投出这一票', 'cast')
  await expect(station.page.locator('main')).toContainText('代录人')
  await road.shoot(station, 'helped')

  await road.moveClock('2026-11-26T09:00')
  await director.open(`${desk}/count`)
  await director.press('封箱', 'close')
  await expect(director.page.locator('main')).toContainText(/1 张|1 票|共 1/)
  expect([looking.wrong, looking.missed()]).toEqual([[], []])
})

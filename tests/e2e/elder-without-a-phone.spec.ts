import { expect, test } from '@playwright/test'
import { writeSheets } from '../../app/ports/sheet.ts'
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

const heads = ['称呼', '门牌（户）', '年龄或年龄段', '手机号', '居住', '户代表', '网格', '楼栋']
/** 周奶奶 is 82 and has no telephone; one line of the sheet is wrong at first. */
const sheet = (wrong: boolean) =>
  writeSheets([
    {
      name: '名册',
      columns: heads.map((head) => ({ head })),
      rows: [
        ['周奶奶', '1号楼-101', wrong ? 12 : 82, '', '', '', '', ''],
        ...[2, 3, 4, 5, 6].map((n) => [`第${n}户`, `1号楼-10${n}`, 60 + n, '', '', '', '', '']),
      ],
    },
  ])
const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const send = async (clerk: Part, buffer: Buffer) => {
  await clerk.page.setInputFiles('input[name=sheet]', { name: '名册.xlsx', mimeType: type, buffer })
  await clerk.page.getByRole('button', { name: '检查这份表格' }).click()
  await clerk.page.waitForLoadState('load')
}

/** She comes to the desk; the clerk writes down what she says. */
async function asksAtTheDesk(clerk: Part) {
  await clerk.open('/ask/new')
  await clerk.fill({ topic: 'need:ELDER' })
  await clerk.press('继续')
  await clerk.fill({ communityId: 'C1' })
  await clerk.press('继续')
  await clerk.fill({ words: '周奶奶，82 岁，一个人住：想有人每周来看看，摔了也有人知道。' })
  await clerk.press('继续')
  await clerk.press('提交')
  await expect(clerk.page.locator('main')).toContainText(/TY-2026-/)
}

/** The clerk prints a sheet for her building; she fills it in, and it goes in by its number, once. */
async function answersOnPaper(clerk: Part, at: string) {
  await clerk.open(`${at}/sheets`)
  await clerk.fill({ building: '1号楼', households: '6', sheets: '1' })
  await clerk.press('生成并打印')
  const [, no = ''] = /编号 (\d+)/.exec(await clerk.page.locator('main').innerText()) ?? []
  expect(no).not.toBe('')
  await expect(clerk.page.locator('main svg').first()).toBeVisible()
  const entered = { sheetNo: no, channel: 'desk', 'codes.Q1': '5', 'codes.Q4': '1 5' }
  await clerk.open(`${at}/enter`)
  await clerk.fill(entered)
  await clerk.press('录入这一份')
  await clerk.open(`${at}/sheets`)
  await expect(clerk.page.locator('table')).toContainText(/1号楼.*16\.67%/)
  await clerk.open(`${at}/enter`)
  await clerk.fill(entered)
  await expect(clerk.press('录入这一份')).rejects.toThrow('这个码已经答过一份了')
}

test('an 82-year-old without a telephone is heard, votes at the machine, and nobody votes for her online', async ({
  browser,
  javaScriptEnabled,
}, info) => {
  test.setTimeout(300_000)
  const looking = lookBehind(browser, town.url, elsewhere['elder-without-a-phone'])
  const road = journeyIn(browser, town, info, { javaScriptEnabled, arrived: looking.arrived })
  await asksAtTheDesk(await road.as(people.clerk))
  const need = await askTheResidents(road, async (clerk, at) => {
    await answersOnPaper(clerk, at)
    await road.shoot(clerk, 'survey-sheet-used')
  })
  const { desk, codes, id } = await prepare(road, need, async (clerk, at) => {
    await clerk.open(`${at}/roll`)
    await send(clerk, await sheet(true))
    await expect(clerk.page.locator('main')).toContainText('第 2 行 C 列（年龄）：未满 18 周岁')
    await road.shoot(clerk, 'roll-wrong')
    await send(clerk, await sheet(false))
    await expect(clerk.page.locator('main')).toContainText('没有发现错误')
    await road.shoot(clerk, 'roll-tried')
    await clerk.press('导入', 'load')
  })
  await keepKey(road, desk)
  const director = await road.as(people.director)
  await director.open(desk)
  await director.press('封存这一轮', 'seal')
  await road.moveClock('2026-11-24T09:00')
  const code = codes[0]!

  const machine = await road.as(stationClerk)
  await machine.open('/kiosk/unlock')
  await road.shoot(machine, 'unlock')
  await machine.fill({ spot: '服务站大厅' }, 'unlock')
  await machine.press('解锁，退出我的登录', 'unlock')
  await expect(machine.page).toHaveURL(/\/kiosk$/)
  await road.shoot(machine, 'kiosk')
  await expect(machine.page.locator('header nav, aside.acting')).toHaveCount(0)
  await machine.fill({ code }, 'code')
  await machine.press('开始投票', 'code')
  await machine.fill({ choices: [need.id] })
  await road.shoot(machine, 'kiosk-vote')
  await machine.press('下一步，核对')
  await road.shoot(machine, 'kiosk-check')
  await machine.press('投出这一票')
  await expect(machine.page.locator('main')).toContainText('票已收到')
  await expect(machine.page.locator('.slip-no')).toHaveText(/^\d{4} \d{4} \d{4}$/)
  await road.shoot(machine, 'kiosk-receipt')
  await machine.follow('下一位')
  await expect(machine.page).toHaveURL(/\/kiosk$/)

  // The next one presses “back”: nothing of her is left, and the staff's pages ask to sign in.
  await machine.page.goBack()
  await expect(machine.page.locator('main')).not.toContainText('周奶奶')
  for (const path of ['/kiosk/receipt', '/kiosk/check', '/kiosk/vote']) {
    await machine.page.goto(town.url + path)
    await expect(machine.page).toHaveURL(/\/kiosk$/)
  }
  const closed = await machine.page.goto(`${town.url}/desk/rounds/${id}/assist`)
  expect(closed?.status()).toBe(403)

  const nephew = await road.as(null)
  await nephew.open(`/votes/${id}/cast`)
  await nephew.fill({ code }, 'code')
  await nephew.press('下一步', 'code')
  await nephew.fill({ choices: [need.id] })
  await nephew.press('下一步，核对')
  await expect(nephew.press('投出这一票')).rejects.toThrow('已经在投票机上投过票')
  await road.shoot(nephew, 'refused-online')
  expect([looking.wrong, looking.missed()]).toEqual([[], []])
})

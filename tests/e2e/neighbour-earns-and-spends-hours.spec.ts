import { expect, test } from '@playwright/test'
import { hoursTown } from '../support/hours.ts'
import type { TownParts } from '../support/settled-town.ts'
import { join } from './support/people.ts'
import { startStaged } from './support/staged.ts'

test.skip(({ javaScriptEnabled }) => javaScriptEnabled, 'no page of this journey runs a script')

const day = '2026-03-02'
test('hours are earned, said by both sides, spent on a neighbour’s help, and stand on a statement to print', async ({
  browser,
}) => {
  const town = await startStaged((parts: TownParts) => hoursTown(parts).then(() => null))
  try {
    const one = await join(browser, town.url, 'resident1')
    await one.open('/hours/record')
    await one.fill({ hostId: 'C1', task: 'event', servedOn: day, minutes: '90', words: '布置元宵活动会场' })
    await one.press('递交，请对方确认')
    const clerk = await join(browser, town.url, 'clerk')
    await clerk.follow(/确认/)
    await clerk.press('确认，服务做了、时长对')
    await one.open('/hours/ask')
    await one.fill({ task: 'phone_help', servedOn: day, minutes: '60', words: '教用手机挂号' })
    await one.press('发布，等人来帮')
    const help = one.path()
    const two = await join(browser, town.url, 'resident2')
    await two.open('/hours')
    await two.follow('教用手机')
    expect(two.path()).toBe(help)
    await two.press('我来帮')
    await two.press('做完了，申报时长')
    await one.open('/desk')
    await one.follow(/确认/)
    await one.press('确认，服务做了、时长对')
    const stands = async (who: typeof one, rows: readonly string[]) => {
      await who.open('/hours/me')
      await who.follow('时长记录单')
      await who.page.emulateMedia({ media: 'print' })
      const main = who.page.locator('main')
      await expect(main).toContainText('平台记录')
      for (const row of rows) await expect(main).toContainText(row)
      await expect(who.page.locator('.back')).toBeHidden()
    }
    await stands(one, ['账上现有30 分钟', '服务所得', '约服务留出'])
    await stands(two, ['账上现有1 小时', '邻里服务'])
    const wide = await two.page.locator('html').evaluate((html) => html.scrollWidth - html.clientWidth)
    expect(wide, 'the statement is no wider than the phone').toBeLessThanOrEqual(0)
  } finally {
    await town.stop()
  }
})

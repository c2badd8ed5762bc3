import { expect, test } from '@playwright/test'
import { explainLowPrice } from '../../app/domain/buy/evaluation/explain-low-price.ts'
import { yuan } from '../../app/domain/money.ts'
import { qualifiedTender } from '../support/proposal.ts'
import type { Town as World } from '../support/world.ts'
import { elsewhere, lookBehind } from './support/behind.ts'
import { join } from './support/people.ts'
import { startStaged } from './support/staged.ts'

test.skip(({ javaScriptEnabled }) => javaScriptEnabled, 'no page of this journey runs a script')

test('a price at less than half of the others is looked at with its figures, and thrown out by the panel', async ({
  browser,
}) => {
  const town = await startStaged(async (parts) => {
    const world = parts as unknown as World
    const prices = [90_000, 190_000, 195_000, 200_000].map(yuan)
    const { tender, members } = await qualifiedTender(world, { prices })
    const words = '场地由社区免费提供，志愿者承担三成人次，其余费用由基金会补贴。'
    await explainLowPrice(world.as('signer1'), { tenderId: tender.id, words })
    return { id: tender.id, members }
  })
  const looking = lookBehind(browser, town.url, elsewhere['low-price-thrown-out'])
  try {
    const { id, members } = town.built
    for (const [at, person] of members.entries()) {
      const member = await join(browser, town.url, person, {
        javaScriptEnabled: false,
        arrived: looking.arrived,
      })
      await member.open(`/panel/${id}/low-price`)
      const main = member.page.locator('main')
      await expect(main).toContainText('是最高限价 ¥210,000.00 的 42.85%')
      await expect(main).toContainText('低于 45% 的要审查')
      await expect(main).toContainText('志愿者承担三成人次')
      await expect(main).not.toContainText('暖邻')
      if (at === 0) await expect(member.press('提交意见')).rejects.toThrow('请')
      await member.fill({
        'votes[0].passes': 'no',
        'votes[0].words': '人员费低于当地最低工资，不能保证服务质量',
      })
      await member.press('提交意见')
      if (at === members.length - 1) {
        await member.open(`/panel/${id}`)
        await expect(main.locator('a[href*="/column/"]').first()).toBeVisible()
        await member.open(`/panel/${id}/column/FIT`)
        await expect(main.locator('section.card')).toHaveCount(3)
        const wide = await member.page.locator('html').evaluate((html) => html.scrollWidth - html.clientWidth)
        expect(wide, 'the page is no wider than the phone').toBeLessThanOrEqual(0)
      }
      await member.page.context().close()
    }
    expect([looking.wrong, looking.missed()]).toEqual([[], []])
  } finally {
    await town.stop()
  }
})

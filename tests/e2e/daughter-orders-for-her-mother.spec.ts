import { expect, test } from '@playwright/test'
import { findFramework } from '#domain/buy/framework/find-framework.ts'
import { joined, mother, openFramework } from '../support/framework.ts'
import { join } from './support/people.ts'
import { startStaged } from './support/staged.ts'

test('the daughter of a woman of eighty orders a bath, the provider comes, the daughter confirms', async ({
  browser,
}) => {
  const town = await startStaged(async (world) => {
    const { id } = await openFramework(world)
    const first = await joined(world, id, 1)
    const second = await joined(world, id, 2)
    await mother(world)
    const { items } = await findFramework(world.db, id)
    return { id, bath: items[0]!.id, first: first.id, second: second.id }
  })
  try {
    const { id, bath, second } = town.built
    const daughter = await join(browser, town.url, 'resident6')
    await daughter.open('/frameworks')
    await daughter.follow('高龄老人居家服务')
    await expect(daughter.page.getByRole('link', { name: '夕照居家养老服务中心' })).toBeVisible()
    await daughter.follow('下单')
    await expect(daughter.page.getByText('resident1（您是女儿）')).toBeVisible()
    await daughter.fill({ personId: 'resident1', itemId: bath, providerId: second })
    await daughter.fill({ words: '耳朵不好，请多敲几下门' })
    await daughter.press('下单')
    await expect(daughter.page.getByText('等服务方接单')).toBeVisible()
    const order = daughter.path()
    const overflow = await daughter.page
      .locator('html')
      .evaluate((html) => html.scrollWidth - html.clientWidth)
    expect(overflow, 'the page is no wider than the phone').toBeLessThanOrEqual(0)

    const provider = await join(browser, town.url, 'editor2')
    await provider.open('/desk')
    await provider.follow('答复居民订单')
    await expect(provider.page.getByText('耳朵不好，请多敲几下门')).toBeVisible()
    await provider.press('接单')
    await provider.press('做完了')

    await daughter.open('/desk')
    await daughter.follow('确认服务做好了没有')
    await daughter.press('确认：做好了')
    expect(daughter.path()).toBe(order)
    await expect(daughter.page.getByText('已确认')).toBeVisible()
    await daughter.page.getByLabel('非常满意').check()
    await daughter.press('提交评价')
    await expect(daughter.page.getByRole('heading', { name: '您的评价' })).toBeVisible()

    const other = await join(browser, town.url, 'editor1')
    expect((await other.page.goto(town.url + order))?.status()).toBe(404)
    await other.open(`/frameworks/${id}`)
    await expect(other.page.getByText('1 单')).toBeVisible()
  } finally {
    await town.stop()
  }
})

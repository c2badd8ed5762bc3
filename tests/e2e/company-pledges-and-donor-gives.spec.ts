import { expect, test } from '@playwright/test'
import { persons, seats } from '#db/schema/index.ts'
import { openPot } from '#domain/deliver/cofund/open-pot.ts'
import { yuan } from '#domain/money.ts'
import { cofundTown } from '../support/cofund.ts'
import { potWords } from '../support/company.ts'
import type { Town as World } from '../support/world.ts'
import { join } from './support/people.ts'
import { startStaged } from './support/staged.ts'

test.skip(({ javaScriptEnabled }) => javaScriptEnabled, 'no page of this journey runs a script')

/** Somebody who signs for the company of the town. */
const seatBoss = (world: World) =>
  world.transact(async (tx) => {
    const createdAt = world.clock.now()
    await tx.insert(persons).values({ id: 'boss', name: '禾味经理', createdAt })
    const seat = { id: 'seat-boss', personId: 'boss', role: 'org_signer' as const, partyId: 'ENT1' }
    await tx.insert(seats).values({ ...seat, from: '2025-01-01', ground: '任职文件', createdAt })
  })

test('a company pledges and pays, a donor gives unnamed, both arrive apart from fiscal money; what an accepted part holds is sent on', async ({
  browser,
}) => {
  const town = await startStaged(async (parts) => {
    const world = parts as unknown as World
    const t = await cofundTown(world)
    await seatBoss(world)
    await t.paid(await t.pot())
    await t.accept()
    await t.ready()
    const asked = { ...potWords, title: '活动室投影仪', wanted: yuan(20_000) }
    const milestoneId = t.contract.milestones[2]!.id
    const { id: potId } = await openPot(t.as('handler'), { ...asked, milestoneId })
    return { potId, planId: t.contract.planId }
  })
  try {
    const { potId, planId } = town.built
    const give = async (who: string, amount: string, shown: string) => {
      const giver = await join(browser, town.url, who)
      await giver.open(`/projects/${planId}`)
      await giver.follow('活动室投影仪')
      await giver.follow('我要出资')
      await giver.fill({ amount, shown, agree: 'yes' })
      await giver.press('签署并送受赠方')
      return giver
    }
    const boss = await give('boss', '8000', 'named')
    const donor = await give('resident3', '500', 'unnamed')
    const org = await join(browser, town.url, 'signer1')
    for (const _ of [boss, donor]) {
      await org.open('/desk')
      await org.follow('签署出资协议')
      await org.press('签署，接受这笔出资')
    }
    for (const giver of [boss, donor]) {
      await giver.open(giver.path())
      await giver.press('准备付款')
      await giver.follow('去付款')
      const gift = giver.path()
      expect(gift).toMatch(/^\/checkout\//)
      await giver.press('付款成功')
      await expect(giver.page.getByText('待拨付').first()).toBeVisible()
    }
    const anyone = await join(browser, town.url, null)
    await anyone.open(`/cofund/${potId}`)
    await expect(anyone.page.getByText('禾味餐饮管理有限公司')).toBeVisible()
    await expect(anyone.page.getByText('匿名')).toBeVisible()
    await expect(anyone.page.getByText('resident3')).toHaveCount(0)
    const finance = await join(browser, town.url, 'finance')
    await finance.open('/desk')
    await finance.follow('拨付共建资金')
    await finance.press('拨付给受赠方')
    await expect(finance.page.getByText('已拨付').first()).toBeVisible()
    await anyone.open(`/projects/${planId}`)
    await expect(anyone.page.getByRole('heading', { name: '共建资金（与财政资金分账）' })).toBeVisible()
    const overflow = await anyone.page.locator('html').evaluate((html) => html.scrollWidth - html.clientWidth)
    expect(overflow, 'the page is no wider than the phone').toBeLessThanOrEqual(0)
  } finally {
    await town.stop()
  }
})

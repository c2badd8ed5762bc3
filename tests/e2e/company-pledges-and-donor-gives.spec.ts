import { expect, test } from '@playwright/test'
import { persons, seats } from '#db/schema/index.ts'
import { connectPayee } from '#domain/deliver/cofund/connect-payee.ts'
import { openPot } from '#domain/deliver/cofund/open-pot.ts'
import { yuan } from '#domain/money.ts'
import { stripeCapabilities } from '../../app/ports/payments/stripe.ts'
import { company, potWords } from '../support/company.ts'
import { running } from '../support/contract.ts'
import { passGate } from '../support/payment.ts'
import type { Town as World } from '../support/world.ts'
import { join } from './support/people.ts'
import { startStaged } from './support/staged.ts'

test.skip(({ javaScriptEnabled }) => javaScriptEnabled, 'no page of this journey runs a script')

/** A company with somebody who signs for it. */
async function withCompany(world: World) {
  await company(world)
  const createdAt = world.clock.now()
  await world.transact(async (tx) => {
    await tx.insert(persons).values({ id: 'boss', name: '禾味经理', createdAt })
    const seat = { id: 'seat-boss', personId: 'boss', role: 'org_signer' as const, partyId: 'ENT1' }
    await tx.insert(seats).values({ ...seat, from: '2025-01-01', ground: '任职文件', createdAt })
  })
}

test('a company pledges and pays, a donor gives unnamed, both arrive apart from fiscal money, and are sent on after acceptance', async ({
  browser,
}) => {
  const town = await startStaged(async (parts) => {
    const world = parts as unknown as World
    await withCompany(world)
    const contract = await running(world, { price: yuan(80_000) })
    const funding = stripeCapabilities('cny')
    const part = contract.milestones[1]!.id
    const wanted = yuan(20_000)
    const pot = await openPot({ ...world.as('handler'), funding }, { milestoneId: part, ...potWords, wanted })
    await connectPayee({ ...world.as('signer1'), funding }, { partyId: 'ORG1' })
    await passGate(world, part)
    return { potId: pot.id, planId: contract.planId }
  })
  try {
    const { potId, planId } = town.built
    const give = async (who: string, amount: string, shown: string) => {
      const giver = await join(browser, town.url, who)
      await giver.open(`/projects/${planId}`)
      await giver.follow('防滑椅与扶手')
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

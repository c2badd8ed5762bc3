import { expect } from '@playwright/test'
import type { NeedAsked } from './ask.ts'
import type { Road } from './road.ts'

/** 来龙去脉: anyone follows a payment to the need it began with in three clicks, and back. */
export async function followTheMoney(road: Road, planId: string, need: NeedAsked) {
  const anyone = await road.as(null)
  await anyone.open(`/projects/${planId}`)
  await road.shoot(anyone, 'trail')
  const main = anyone.page.locator('main')
  await expect(main).toContainText('合计，与合同价一致')
  await expect(main).toContainText('财直〔2026〕12-0001')
  await expect(main).not.toContainText(/张阿姨|李大姐/)
  await anyone.open(`/open/ledger?plan=${planId}`)
  await anyone.page.locator('main a[href^="/open/ledger/"]:not([href*=".csv"])').first().click()
  await road.shoot(anyone, 'voucher')
  await anyone.page.locator(`main a[href^="/projects/${planId}"]`).first().click()
  await anyone.page.locator(`main a[href="${need.path}"]`).first().click()
  await expect(main).toContainText(need.refNo)
  await anyone.page.locator(`main a[href^="/projects/${planId}"]`).first().click()
  await expect(main).toContainText('每一笔钱')
  await anyone.open('/track')
  await anyone.fill({ refNo: need.refNo.toLowerCase() })
  await anyone.press('查询')
  expect(anyone.path()).toBe(need.path)
}

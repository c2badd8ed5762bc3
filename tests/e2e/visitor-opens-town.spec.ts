import { expect, test } from '@playwright/test'
import { startTown } from './support/town.ts'

const kinds = [
  { name: 'as a city runs it', demo: false, empty: true },
  { name: 'with the people and places of the demo', demo: true, empty: true },
]

for (const { name, ...kind } of kinds)
  test(`a visitor opens the town ${name}`, async ({ page }) => {
    const town = await startTown(kind)
    try {
      const front = await page.goto(town.url)
      expect(front?.status()).toBe(200)
      await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN')
      await expect(page.locator('h1')).toHaveCount(1)
      const overflow = await page.locator('html').evaluate((html) => html.scrollWidth - html.clientWidth)
      expect(overflow, 'the page is no wider than the phone').toBeLessThanOrEqual(0)
    } finally {
      await town.stop()
    }
  })

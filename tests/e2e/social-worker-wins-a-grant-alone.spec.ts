import { expect, test } from '@playwright/test'
import { awardedTender, fullPoints } from '../support/proposal.ts'
import { sentAlone, streetGrant, writtenAlone } from '../support/soloist.ts'
import { publishedTender } from '../support/tender.ts'
import type { Town as World } from '../support/world.ts'
import { join, takePart } from './support/people.ts'
import { startStaged } from './support/staged.ts'

test.skip(({ javaScriptEnabled }) => javaScriptEnabled, 'no page of this journey runs a script')

test('a licensed social worker alone is told why not where the route admits no individuals, and sends where it does', async ({
  browser,
}) => {
  const town = await startStaged(async (parts) => {
    const world = parts as unknown as World
    const closed = await publishedTender(world)
    const grant = await streetGrant(world)
    await writtenAlone(world, grant)
    return { closed: closed.id, grant: grant.id }
  })
  try {
    const { closed, grant } = town.built
    const alone = await join(browser, town.url, 'soloist', { javaScriptEnabled: false })
    await alone.open(`/tenders/${closed}/proposal`)
    await expect(alone.page.getByText('这种采购方式不接受个人')).toBeVisible()
    await expect(alone.page.getByText('可以加入一家机构的团队')).toBeVisible()
    await expect(alone.page.getByRole('link', { name: '核对并递交' })).toHaveCount(0)
    await alone.open(`/tenders/${closed}/proposal/organisation`)
    await alone.fill({ contact: '本人电话见登记' })
    await expect(alone.press('保存')).rejects.toThrow('这种采购方式不接受个人')

    await alone.open(`/tenders/${grant}/proposal`)
    await expect(alone.page.getByText('可以参加这次采购')).toBeVisible()
    await alone.open(`/tenders/${grant}/proposal/check`)
    await alone.press('递交方案')
    expect(alone.path()).toContain('/receipt')
    const overflow = await alone.page.locator('html').evaluate((html) => html.scrollWidth - html.clientWidth)
    expect(overflow, 'the page is no wider than the phone').toBeLessThanOrEqual(0)
  } finally {
    await town.stop()
  }
})

test('alone, he wins the grant, and the result says so', async ({ page }) => {
  const town = await startStaged(async (parts) => {
    const world = parts as unknown as World
    const grant = await streetGrant(world)
    await sentAlone(world, grant)
    await awardedTender(world, { tender: grant, prices: [], give: fullPoints(grant) })
    return { id: grant.id }
  })
  try {
    const anyone = takePart(page, town.url)
    await anyone.open(`/tenders/${town.built.id}/result`)
    await expect(page.getByRole('heading', { name: /许社工/ })).toBeVisible()
  } finally {
    await town.stop()
  }
})

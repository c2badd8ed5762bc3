import { expect, test } from '@playwright/test'
import { seatsOf } from '../../app/domain/buy/evaluation/find-panel.ts'
import { openedTender } from '../support/proposal.ts'
import type { Town as World } from '../support/world.ts'
import { join } from './support/people.ts'
import { startStaged } from './support/staged.ts'

test.skip(({ javaScriptEnabled }) => javaScriptEnabled, 'no page of this journey runs a script')

test('an expert who knows a bidder stands down, finds nothing any more, and the next of the draw sits', async ({
  browser,
}) => {
  const town = await startStaged(async (parts) => {
    const world = parts as unknown as World
    const tender = await openedTender(world)
    const seats = await seatsOf(world.db, tender.id)
    return { id: tender.id, drawn: seats.filter((s) => s.kind === 'expert').map((s) => s.personId) }
  })
  try {
    const { id, drawn } = town.built
    const expert = await join(browser, town.url, drawn[0]!, { javaScriptEnabled: false })
    await expert.open(`/panel/${id}/declare`)
    await expect(expert.page.locator('main')).toContainText('暖邻')
    await expect(expert.press('我回避', 'recuse')).rejects.toThrow()
    await expert.fill({ reason: '配偶在参加的机构任理事' }, 'recuse')
    await expert.press('我回避', 'recuse')
    for (const path of ['', '/declare', '/qualification', '/column/FIT', '/report', '/signals']) {
      const gone = await expert.page.goto(`${town.url}/panel/${id}${path}`)
      expect(gone?.status(), `/panel${path}`).toBe(404)
    }
    const handler = await join(browser, town.url, 'handler', { javaScriptEnabled: false })
    await handler.open(`/desk/tenders/${id}/panel`)
    const main = handler.page.locator('main')
    await expect(main).toContainText('4 号评审')
    await expect(main).toContainText('已回避')
    await expect(main, 'who they are is told with the result').not.toContainText('配偶')
    const others = [1, 2, 3, 4, 5, 6, 7].map((n) => `expert${n}`).filter((one) => !drawn.includes(one))
    let sits = 0
    for (const one of others) {
      const next = await join(browser, town.url, one, { javaScriptEnabled: false })
      await next.open('/panel')
      sits += await next.page.locator(`a[href="/panel/${id}"]`).count()
      await next.page.context().close()
    }
    expect(sits, 'one, and only one, takes the place').toBe(1)
  } finally {
    await town.stop()
  }
})

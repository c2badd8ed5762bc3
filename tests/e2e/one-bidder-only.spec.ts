import { expect, test } from '@playwright/test'
import { drawPanel } from '../../app/domain/buy/evaluation/draw-panel.ts'
import { witnessOpening } from '../../app/domain/buy/evaluation/witness-opening.ts'
import { afterDeadline, sentProposal, shape } from '../support/proposal.ts'
import { publishedTender } from '../support/tender.ts'
import type { Town as World } from '../support/world.ts'
import { join } from './support/people.ts'
import { startStaged } from './support/staged.ts'

test.skip(({ javaScriptEnabled }) => javaScriptEnabled, 'no page of this journey runs a script')

test('where the route asks for three and one came, nothing is opened, and nobody hears how many there were', async ({
  browser,
}) => {
  const town = await startStaged(async (parts) => {
    const world = parts as unknown as World
    const tender = await publishedTender(world)
    await sentProposal(world, tender, 1)
    world.clock.set(afterDeadline(tender))
    await drawPanel(world.as('handler'), { tenderId: tender.id, ...shape() })
    await witnessOpening(world.as('supervisor'), { tenderId: tender.id })
    return { id: tender.id }
  })
  try {
    const { id } = town.built
    const handler = await join(browser, town.url, 'handler', { javaScriptEnabled: false })
    await handler.open(`/desk/tenders/${id}/opening`)
    await expect(handler.press('公开开启', 'open')).rejects.toThrow()
    await handler.fill({ sure: 'yes' }, 'open')
    await handler.press('公开开启', 'open')
    const anyone = await join(browser, town.url, null, { javaScriptEnabled: false })
    await anyone.open(`/tenders/${id}`)
    const main = anyone.page.locator('main')
    await expect(main).toContainText('不足 3 家，已递交的一份都没有拆封')
    await expect(main).not.toContainText('暖邻')
    await anyone.open(`/tenders/${id}/draw`)
    await expect(main, 'a call that failed opens how its panel was drawn').toContainText('怎么再抽一遍')
    await expect(main).not.toContainText('暖邻')
    const member = await join(browser, town.url, 'expert1', { javaScriptEnabled: false })
    const shut = await member.page.goto(`${town.url}/panel/${id}/column/FIT`)
    expect([404, 409]).toContain(shut?.status())
  } finally {
    await town.stop()
  }
})

import { expect, test } from '@playwright/test'
import { keepersOf } from '../../app/domain/buy/seal/find-keepers.ts'
import { beforeTalks } from '../support/final-offers.ts'
import { keeperWords } from '../support/seal.ts'
import type { Town as World } from '../support/world.ts'
import { cookieOf } from './support/crawl.ts'
import { join, takePart } from './support/people.ts'
import { startStaged } from './support/staged.ts'

test.skip(({ javaScriptEnabled }) => javaScriptEnabled, 'sealing in a browser has its own journey')

test('the panel tells all the same, a bidder seals a final offer, and two keepers open them together', async ({
  browser,
  page,
}) => {
  const town = await startStaged(async (parts) => {
    const { tender, members } = await beforeTalks(parts as unknown as World)
    const keepers = await keepersOf(parts.db, tender.id)
    const of = (who: string) => keepers.find((k) => k.personId === who)!.id
    return { id: tender.id, members, both: { first: of('handler'), second: of('auditor') } }
  })
  const plain = { javaScriptEnabled: false, viewport: { width: 360, height: 740 } }
  try {
    const { id, members, both } = town.built
    const [a, b] = members as [string, string]
    const writer = await join(browser, town.url, a, plain)
    await writer.open(`/panel/${id}/consultation`)
    await writer.fill({ words: '都问到了', days: '1' }, 'write')
    await expect(writer.press('写好，请另一位成员确认', 'write')).rejects.toThrow('至少 10 个字')
    await writer.fill({ words: '每一家都问到了周末的开放时间：上午也开放。', days: '1' }, 'write')
    await writer.press('写好，请另一位成员确认', 'write')
    await expect(writer.page.getByRole('button', { name: '确认，发给每一家' })).toHaveCount(0)
    const second = await join(browser, town.url, b, plain)
    await second.open(`/panel/${id}/consultation`)
    await second.press('确认，发给每一家', 'confirm')
    await expect(second.page.locator('main')).toContainText('谁也看不到内容和份数')

    const signer = await join(browser, town.url, 'signer1', plain)
    await signer.open(`/tenders/${id}/final`)
    await expect(signer.page.locator('main')).toContainText('周末的开放时间')
    await signer.fill({ price: '900000', commitment: '每周多开两个上午' })
    await expect(signer.press('保存，去核对')).rejects.toThrow('最高限价')
    await signer.fill({ price: '150000' })
    await signer.press('保存，去核对')
    await expect(signer.page.locator('main')).toContainText('150,000')
    await signer.press('封存并递交最后报价')
    await expect(signer.page.locator('main')).toContainText('已递交第 1 版')
    await expect(signer.page.locator('main')).toContainText('服务器')
    const overflow = await signer.page.locator('html').evaluate((html) => html.scrollWidth - html.clientWidth)
    expect(overflow, 'the page is no wider than the phone').toBeLessThanOrEqual(0)
    const headers = { Origin: town.url, Cookie: await cookieOf(town.url, 'signer2') }
    const post = async (path: string, typed: Record<string, string>) => {
      const body = new URLSearchParams(typed)
      return (await fetch(town.url + path, { method: 'POST', redirect: 'manual', headers, body })).status
    }
    expect(await post(`/tenders/${id}/final`, { price: '160000' })).toBe(302)
    expect(await post(`/tenders/${id}/final/send`, {})).toBe(302)

    const anyone = takePart(page, town.url)
    await anyone.open(`/tenders/${id}`)
    await expect(page.locator('main')).toContainText('最后报价递交中')
    await anyone.open(`/tenders/${id}/opening`)
    await expect(page.locator('main')).toContainText('磋商还没有结束')
    await expect(page.locator('main')).not.toContainText('185,000')
    await anyone.open('/clock')
    await anyone.fill({ to: '2026-03-25T09:00' })
    await anyone.press('往前拨')
    await signer.open(`/tenders/${id}/final/send`)
    await expect(signer.page.getByRole('button', { name: '封存并递交最后报价' })).toHaveCount(0)
    const handler = await join(browser, town.url, 'handler', plain)
    await handler.open(`/desk/tenders/${id}/unseal`)
    await handler.fill({ ...both, firstWords: keeperWords.handler, secondWords: keeperWords.auditor }, 'here')
    await handler.press('开启', 'here')
    await anyone.open(`/tenders/${id}/opening`)
    await expect(page.locator('main')).toContainText('150,000.00')
    await expect(page.locator('main')).toContainText('首次报价')
    await writer.open(`/panel/${id}/consultation`)
    await expect(writer.page.locator('main')).toContainText('没有递交最后报价')
    await expect(writer.page.locator('main')).toContainText('每周多开两个上午')
  } finally {
    await town.stop()
  }
})

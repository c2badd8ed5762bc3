import { expect, type Page, test } from '@playwright/test'
import { writeFinal } from '../../app/domain/buy/evaluation/consultation/final-draft.ts'
import { keepersOf } from '../../app/domain/buy/seal/find-keepers.ts'
import { yuan } from '../../app/domain/money.ts'
import { finalBy, finalsAsked } from '../support/final-offers.ts'
import { draftedProposal, sentProposal } from '../support/proposal.ts'
import { keeperWords, splitTender } from '../support/seal.ts'
import type { Town as World } from '../support/world.ts'
import { cookieOf } from './support/crawl.ts'
import { join, takePart } from './support/people.ts'
import { startStaged } from './support/staged.ts'

test.skip(
  ({ javaScriptEnabled }) => !javaScriptEnabled,
  'what the server seals without a script is tested apart',
)

const pdf = Buffer.from('%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n')
const secret = '只在这台设备上写明白的一段话'

/** Everything a form is about to send, its files read byte by byte; a browser does not show these to a listener. */
async function listenToForms(page: Page): Promise<string[]> {
  const sent: string[] = []
  await page.exposeFunction('heardForm', (words: string) => void sent.push(words))
  await page.addInitScript(() => {
    const { submit } = HTMLFormElement.prototype
    HTMLFormElement.prototype.submit = async function () {
      for (const [name, value] of new FormData(this)) {
        const words = typeof value === 'string' ? value : new TextDecoder().decode(await value.arrayBuffer())
        await (globalThis as unknown as { heardForm: (w: string) => Promise<void> }).heardForm(
          `${name}=${words}`,
        )
      }
      submit.call(this)
    }
  })
  return sent
}

test('a bidder seals in his own browser, and two keepers at two devices open it', async ({
  page,
  browser,
}) => {
  test.setTimeout(180_000)
  const town = await startStaged(async (parts) => {
    const world = parts as unknown as World
    const tender = await splitTender(world)
    for (const n of [2, 3]) await sentProposal(world, tender, n)
    await draftedProposal(world, tender, 1, { plan: `${secret}，一共三十七个字。` })
    return { id: tender.id }
  })
  try {
    const { id } = town.built
    const signer = await join(browser, town.url, 'signer1')
    const sent = await listenToForms(signer.page)
    const wrong: string[] = []
    signer.page.on('console', (message) => message.type() === 'error' && wrong.push(message.text()))

    await signer.open(`/tenders/${id}/proposal/attachments`)
    await expect(signer.page.locator('[data-ready="yes"]')).toBeVisible()
    const file = { name: '方案.pdf', mimeType: 'application/pdf', buffer: pdf }
    await signer.page.locator('input[name="file"]').setInputFiles(file)
    await signer.page.getByRole('button', { name: '封好传上来' }).click()
    await expect(signer.page.getByText('方案.pdf')).toBeVisible()
    await signer.open(`/tenders/${id}/proposal/check`)
    await expect(signer.page.locator('[data-ready="yes"]')).toBeVisible()
    await signer.page.getByRole('button', { name: '递交方案' }).click()
    await signer.page.waitForURL(/receipt$/)
    await expect(signer.page.getByText('服务器只收到密文')).toBeVisible()
    expect(sent.filter((field) => field.includes('=SSE1'))).toHaveLength(2)
    expect(sent.some((field) => field.includes('%PDF') || field.includes(secret))).toBe(false)
    expect(wrong, 'the content policy lets the page do its work').toEqual([])
    const overflow = await signer.page.locator('html').evaluate((html) => html.scrollWidth - html.clientWidth)
    expect(overflow, 'the page is no wider than the phone').toBeLessThanOrEqual(0)

    const anyone = takePart(page, town.url)
    await anyone.open('/clock')
    await anyone.fill({ to: '2026-03-20T17:01' })
    await anyone.press('往前拨')
    const handler = await join(browser, town.url, 'handler')
    await handler.open(`/desk/tenders/${id}/unseal`)
    await handler.fill({ passphrase: keeperWords.handler }, 'lend')
    await handler.press('交出我的一份', 'lend')
    const auditor = await join(browser, town.url, 'auditor')
    await auditor.open(`/desk/tenders/${id}/opening`)
    expect(auditor.path()).toBe(`/desk/tenders/${id}/unseal`)
    await auditor.fill({ passphrase: keeperWords.auditor }, 'join')
    await auditor.press('用我的一份开启', 'join')
    await auditor.press('我读过，签字', 'sign')
    await anyone.open(`/tenders/${id}/opening`)
    await expect(page.getByRole('row')).toHaveCount(3)
    await expect(page.getByText('在递交人自己的浏览器里封存')).toHaveCount(1)
    await expect(page.getByText('封条不符')).toHaveCount(0)
  } finally {
    await town.stop()
  }
})

test('a final offer is sealed in its bidder’s own browser too, and two keepers open it', async ({
  browser,
}) => {
  const town = await startStaged(async (parts) => {
    const world = parts as unknown as World
    const { tender } = await finalsAsked(world)
    await finalBy(world, tender.id, 2, yuan(160_000))
    const words = { tenderId: tender.id, price: yuan(151_357), lines: [], commitment: secret }
    await writeFinal(world.as('signer1'), words)
    const keepers = await keepersOf(world.db, tender.id)
    const of = (who: string) => keepers.find((k) => k.personId === who)!.id
    return { id: tender.id, both: { first: of('handler'), second: of('auditor') } }
  })
  try {
    const { id, both } = town.built
    const signer = await join(browser, town.url, 'signer1')
    const sent = await listenToForms(signer.page)
    await signer.open(`/tenders/${id}/final/send`)
    await expect(signer.page.locator('[data-ready="yes"]')).toBeVisible()
    await signer.page.getByRole('button', { name: '封存并递交最后报价' }).click()
    await signer.page.waitForURL(/final$/)
    await expect(signer.page.locator('main')).toContainText('已递交第 1 版')
    expect(sent.filter((field) => field.includes('=SSE1'))).toHaveLength(1)
    expect(sent.some((field) => /15135700|151,?357/.test(field) || field.includes(secret))).toBe(false)

    const post = async (path: string, typed: Record<string, string>) => {
      const headers = { Origin: town.url, Cookie: await cookieOf(town.url, 'handler') }
      const body = new URLSearchParams(typed)
      return (await fetch(town.url + path, { method: 'POST', redirect: 'manual', headers, body })).status
    }
    expect(await post('/clock', { to: '2026-03-25T09:00' })).toBe(302)
    const phrases = { firstWords: keeperWords.handler, secondWords: keeperWords.auditor }
    expect(await post(`/desk/tenders/${id}/unseal`, { _form: 'here', ...both, ...phrases })).toBe(302)
    await signer.open(`/tenders/${id}/opening`)
    await expect(signer.page.locator('main')).toContainText('151,357.00')
    await expect(signer.page.getByText('封条不符')).toHaveCount(0)
  } finally {
    await town.stop()
  }
})

import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type Browser, expect, type Page, test } from '@playwright/test'
import { startTown, type Town } from './support/town.ts'

type Files = Map<string, Buffer>

/** The result page of a round that was announced and decides, as a stranger finds it. */
async function openResult(page: Page, url: string): Promise<string> {
  await page.goto(`${url}/votes`)
  const results = page.locator('a[href*="/votes/"][href$="/result"]')
  const hrefs = await results.evaluateAll((all) => all.map((a) => (a as HTMLAnchorElement).href))
  for (const address of hrefs) {
    await page.goto(address)
    if ((await page.locator('a[href$="/files/ballots.csv"]').count()) > 0) return address
  }
  throw new Error('no result has its ballots published')
}

/** Every file the page offers, as it is downloaded. */
async function download(page: Page): Promise<Files> {
  const links = page.locator('main a[href*="/files/"]')
  const hrefs = await links.evaluateAll((all) => all.map((a) => (a as HTMLAnchorElement).href))
  const files: Files = new Map()
  for (const href of new Set(hrefs)) {
    const answer = await page.request.get(href)
    expect(answer.status(), href).toBe(200)
    files.set(path.posix.basename(href), await answer.body())
  }
  return files
}

/** What `npm run -s verify-round -- FOLDER` says of these files, and with which code it ends. */
async function verified(files: Files): Promise<{ said: string; code: number }> {
  const folder = mkdtempSync(path.join(tmpdir(), 'stranger-'))
  for (const [name, bytes] of files) writeFileSync(path.join(folder, name), bytes)
  return new Promise((resolve) => {
    execFile('npm', ['run', '-s', 'verify-round', '--', folder], (error, said) => {
      rmSync(folder, { recursive: true, force: true })
      resolve({ said, code: typeof error?.code === 'number' ? error.code : error ? -1 : 0 })
    })
  })
}

/** One bit of one byte in the middle of the file is another. */
function flipped(files: Files, name: string): Files {
  const bytes = Buffer.from(files.get(name)!)
  const at = Math.floor(bytes.length / 2)
  bytes[at] = bytes[at]! ^ 1
  return new Map([...files, [name, bytes]])
}

/** The recount in the browser, of the files the server gives: its verdict, and the log of the program. */
async function recounted(page: Page, address: string) {
  await page.goto(address.replace(/result$/, 'recount'))
  await page.getByRole('button', { name: '开始重算', exact: true }).click()
  await expect(page.locator('[data-part="busy"]')).toBeHidden()
  await page.locator('[data-part="details"] summary').click()
  const verdict = (await page.locator('[data-part="yes"]').isVisible()) ? 'yes' : 'no'
  return { verdict, log: (await page.locator('[data-part="log"]').innerText()).trim() }
}
const checksIn = (said: string) => said.trim().split('\n').slice(0, -1).join('\n')

/** A browser that runs no script reads how else to verify, and is offered nothing that would not work. */
async function readsWithoutScript(browser: Browser, address: string) {
  const plain = await browser.newContext({ javaScriptEnabled: false })
  const page = await plain.newPage()
  await page.goto(address)
  await page.getByRole('link', { name: '打开重算页' }).click()
  await expect(page.getByText('说明这台设备不运行脚本')).toBeVisible()
  await expect(page.getByRole('button', { name: '开始重算', exact: true })).toBeHidden()
  await expect(page.locator('[data-part="own"]')).toBeHidden()
  await expect(page.getByText('npm run -s verify-round')).toBeVisible()
  await plain.close()
}

test.skip(({ javaScriptEnabled }) => !javaScriptEnabled, 'one town is enough: it is read without script too')

test('a stranger downloads the files and counts again, with the program and in the browser', async ({
  page,
  browser,
}) => {
  test.setTimeout(300_000)
  const town: Town = await startTown({ demo: true, empty: false })
  try {
    const address = await openResult(page, town.url)
    await expect(page.getByRole('heading', { name: '同一批选票，两种算法' })).toBeVisible()
    const files = await download(page)
    const whole = await verified(files)
    expect(whole.said.trim().split('\n').at(-1)).toBe('yes: this round is verified')
    expect(whole.code).toBe(0)
    await readsWithoutScript(browser, address)

    const wrong: string[] = []
    page.on('console', (message) => message.type() === 'error' && wrong.push(message.text()))
    const agreed = await recounted(page, address)
    expect(agreed).toEqual({ verdict: 'yes', log: checksIn(whole.said) })
    expect(wrong, 'the content policy lets the page do its work').toEqual([])
    const overflow = await page.locator('html').evaluate((html) => html.scrollWidth - html.clientWidth)
    expect(overflow, 'the page is no wider than the phone').toBeLessThanOrEqual(0)

    for (const name of ['manifest.json', 'sealed.txt', 'ballots.csv', 'turnout.json', 'round.pb']) {
      const torn = flipped(files, name)
      const { said, code } = await verified(torn)
      expect([name, code]).toEqual([name, 1])
      await page.route(`**/files/${name}`, (route) => route.fulfill({ body: torn.get(name)! }))
      const doubted = await recounted(page, address)
      expect([name, doubted.verdict]).toEqual([name, 'no'])
      if (!said.includes('JSON')) expect(doubted.log).toBe(checksIn(said))
      await page.unrouteAll()
    }

    await page.goto(address.replace(/result$/, 'recount'))
    const kept = [...files].map(([name, buffer]) => ({ name, mimeType: 'text/plain', buffer }))
    await page.locator('[data-part="own"]').setInputFiles(kept)
    await expect(page.locator('[data-part="yes"]')).toBeVisible()
  } finally {
    await town.stop()
  }
})

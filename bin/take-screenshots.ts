import { mkdirSync } from 'node:fs'
import { type Browser, chromium } from '@playwright/test'
import sharp from 'sharp'
import playwright from '../playwright.config.ts'
import { cookieOf, crawl, type Visit } from '../tests/e2e/support/crawl.ts'
import { startTown } from '../tests/e2e/support/town.ts'

/** Takes the pictures of docs/screenshots from the demonstration as it stands: `npm run shots`, after a build. */
const folder = 'docs/screenshots'
const handler = 'U005'
const phone = { width: 390, height: 844 }
const desk = { width: 1280, height: 900 }

type Shot = { name: string; view: typeof phone; of: RegExp; who?: string; elder?: boolean }
const shots: readonly Shot[] = [
  { name: 'home', view: desk, of: /^\/$/ },
  { name: 'trail', view: desk, of: /^\/projects\/[^/]+$/ },
  { name: 'vote-elder', view: phone, of: /^\/votes\/[^/]+$/, elder: true },
  { name: 'desk', view: desk, of: /^\/desk$/, who: handler },
  { name: 'tender', view: desk, of: /^\/tenders\/[^/]+$/ },
  { name: 'result', view: desk, of: /^\/votes\/[^/]+\/result$/ },
]

/** Of several such pages the one with the most to show. */
const fullest = (visits: readonly Visit[], of: RegExp) =>
  visits.filter(({ path }) => of.test(path)).sort((a, b) => b.html.length - a.html.length)[0]

async function take(browser: Browser, town: string, shot: Shot) {
  const cookie = await cookieOf(town, shot.who ?? null)
  const page = fullest(await crawl(town, shot.name, cookie, shot.who ? ['/desk'] : ['/'], () => 12), shot.of)
  if (!page) throw new Error(`no page to show as ${shot.name}`)
  const headers = { Cookie: [cookie, shot.elder ? 'elder=on' : ''].filter(Boolean).join('; ') }
  const context = await browser.newContext({
    viewport: shot.view,
    extraHTTPHeaders: headers,
    locale: 'zh-CN',
  })
  const tab = await context.newPage()
  await tab.goto(town + page.path)
  const png = await tab.screenshot()
  await sharp(png)
    .png({ palette: true, quality: 90, compressionLevel: 9 })
    .toFile(`${folder}/${shot.name}.png`)
  await context.close()
}

mkdirSync(folder, { recursive: true })
const town = await startTown({ demo: true, empty: false })
const browser = await chromium.launch(playwright.use?.launchOptions)
try {
  for (const shot of shots) await take(browser, town.url, shot)
} finally {
  await browser.close()
  await town.stop()
}

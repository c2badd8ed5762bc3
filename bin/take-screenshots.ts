import { mkdirSync } from 'node:fs'
import { type Browser, chromium, type Page } from '@playwright/test'
import sharp from 'sharp'
import playwright from '../playwright.config.ts'
import { cookiesIn } from '../tests/e2e/support/axe.ts'
import { cookieOf, crawl, type Visit } from '../tests/e2e/support/crawl.ts'
import { startTown } from '../tests/e2e/support/town.ts'

/** Takes the pictures of docs/screenshots from the demonstration as it stands: `npm run shots`, after a build. */
const folder = 'docs/screenshots'
const handler = 'U005'
const voter = 'U114'
const phone = { width: 390, height: 844 }
const desk = { width: 1280, height: 900 }

type Shot = {
  name: string
  view: typeof phone
  of: RegExp
  who?: string
  elder?: boolean
  /** Only a page that says so. */
  says?: string
  act?: (tab: Page) => Promise<void>
}
/** Takes the ballot of one's own household and marks two things on it. */
const markTwo = async (tab: Page) => {
  await tab.locator('#form-me button').click()
  for (const at of [1, 2]) await tab.locator('input[name=choices]').nth(at).check()
  await tab.locator('h1').evaluate((title) => title.scrollIntoView())
}

const shots: readonly Shot[] = [
  { name: 'home', view: desk, of: /^\/$/ },
  { name: 'trail', view: desk, of: /^\/projects\/[^/]+$/ },
  {
    name: 'vote-elder',
    view: phone,
    of: /^\/votes\/[^/]+\/cast$/,
    who: voter,
    elder: true,
    says: 'form-me',
    act: markTwo,
  },
  { name: 'desk', view: desk, of: /^\/desk$/, who: handler },
  { name: 'tender', view: desk, of: /^\/tenders\/[^/]+$/ },
  { name: 'result', view: desk, of: /^\/votes\/[^/]+\/result$/ },
]

/** Of several such pages the one with the most to show. */
const fullest = (visits: readonly Visit[], { of, says = '' }: Shot) =>
  visits
    .filter(({ path, html }) => of.test(path) && html.includes(says))
    .sort((a, b) => b.html.length - a.html.length)[0]

async function take(browser: Browser, town: string, shot: Shot) {
  const cookie = await cookieOf(town, shot.who ?? null)
  const page = fullest(
    await crawl(town, shot.name, cookie, shot.who ? ['/desk', '/votes'] : ['/'], () => 12),
    shot,
  )
  if (!page) throw new Error(`no page to show as ${shot.name}`)
  const context = await browser.newContext({ viewport: shot.view, locale: 'zh-CN' })
  await context.addCookies(cookiesIn([cookie, shot.elder ? 'elder=on' : 'elder=off'].join('; '), town))
  const tab = await context.newPage()
  await tab.goto(town + page.path)
  await shot.act?.(tab)
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

import type { Browser, BrowserContext, Page } from '@playwright/test'
import type { RunOnly } from 'axe-core'

const wcag = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']
type Mode = 'plain' | 'on paper' | 'in 长者模式'
const seen = ['color-contrast', 'link-in-text-block']
/** `npm run prove` says so: everything in every mode. */
const everything = process.env.EVERY_MODE === '1'
/** A page is read whole once; in the other modes only what a style sheet can spoil, but in `npm run prove`. */
const rules: Record<Mode, readonly string[] | null> = {
  plain: null,
  'on paper': seen,
  'in 长者模式': [
    ...seen,
    'target-size',
    'label',
    'link-name',
    'button-name',
    'empty-heading',
    'aria-hidden-focus',
  ],
}

/** A page as somebody was led to it: the site, the path, the cookies that make it his, and a name for what is found. */
export type Looked = { town: string; path: string; cookie: string; who: string }

/** Residents' pages are looked at in every mode each time; staff's in `npm run prove`, which says EVERY_MODE. */
const inEveryMode = (who: string) => everything || ['nobody', 'resident'].includes(who)

/** What judges each page: given to the browser once, which reads it anew with every page. */
const judge = 'node_modules/axe-core/axe.min.js'

const phone = { width: 360, height: 740 }
const tablet = { width: 768, height: 1024 }

/** A phone that looks at one page after another: plain, on paper and in 长者模式, and says what axe or a width objects to. */
export async function openEyes(browser: Browser) {
  const context = await browser.newContext({
    viewport: phone,
    javaScriptEnabled: true,
    bypassCSP: true,
  })
  await context.addInitScript({ path: judge })
  const page = await context.newPage()
  return { look: (what: Looked) => lookAt(context, page, what), close: () => context.close() }
}

async function lookAt(context: BrowserContext, page: Page, { town, path, cookie, who }: Looked) {
  const keep = (cookies: string) => context.addCookies(cookiesIn(cookies, town))
  const look = (mode: Mode) => faultsOf(page, `${path} of ${who}`, mode)
  const open = async (mode: Mode) => {
    await page.goto(town + path)
    return look(mode)
  }
  await context.clearCookies()
  await keep(`${cookie}; elder=off`)
  const plain = [...(await open('plain')), ...(await tooWide(page, `${path} of ${who}`))]
  if (!inEveryMode(who)) return plain
  await page.emulateMedia({ media: 'print' })
  const paper = await look('on paper')
  await page.emulateMedia({ media: 'screen' })
  await keep('elder=on')
  return [...plain, ...paper, ...(await open('in 长者模式'))]
}

const overOf = (page: Page) => page.locator('html').evaluate((html) => html.scrollWidth - html.clientWidth)

/** The same page on a tablet: nothing to push sideways there either. */
async function tooWide(page: Page, what: string) {
  await page.setViewportSize(tablet)
  const over = await overOf(page)
  await page.setViewportSize(phone)
  return over > 0 ? [`${what}: ${over} px wider than ${tablet.width} px`] : []
}

/** Cookies as a header says them, for a browser's own jar. */
export const cookiesIn = (cookies: string, url: string) =>
  cookies
    .split('; ')
    .filter(Boolean)
    .map((pair) => ({ name: pair.split('=')[0]!, value: pair.slice(pair.indexOf('=') + 1), url }))

/** WCAG whole, and headings in their order; paper has no targets to aim at. */
function rulesOf(mode: Mode): { runOnly: RunOnly; rules?: Record<string, { enabled: boolean }> } {
  const chosen = everything ? null : rules[mode]
  if (chosen) return { runOnly: { type: 'rule', values: [...chosen] } }
  const targets = { 'target-size': { enabled: mode !== 'on paper' } }
  return {
    runOnly: { type: 'tag', values: [...wcag] },
    rules: { ...targets, 'heading-order': { enabled: true } },
  }
}

async function faultsOf(page: Page, what: string, mode: Mode) {
  const where = `${what} ${mode}`
  const over = await overOf(page)
  const violations = await page.evaluate(async (chosen) => {
    const { axe } = window as unknown as { axe: { run: typeof import('axe-core').run } }
    const options = { ...chosen, resultTypes: ['violations'], selectors: false, preload: false } as const
    return (await axe.run(document, { ...options, resultTypes: [...options.resultTypes] })).violations
  }, rulesOf(mode))
  const found = violations.map(
    ({ id, nodes }) =>
      `${where}: ${id} ×${nodes.length} ${nodes[0]?.html.slice(0, 120)} ${nodes[0]?.any[0]?.message ?? ''}`,
  )
  return mode !== 'on paper' && over > 0 ? [...found, `${where}: ${over} px wider than the phone`] : found
}

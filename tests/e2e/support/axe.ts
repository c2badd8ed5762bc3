import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, Page } from '@playwright/test'

const wcag = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']
type Mode = 'plain' | 'on paper' | 'in 长者模式'
const seen = ['color-contrast', 'link-in-text-block']
/** A page is read whole once; in the other modes only what a style sheet can spoil. Paper has no targets to aim at. */
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
const inEveryMode = (who: string) => process.env.EVERY_MODE === '1' || ['nobody', 'resident'].includes(who)

/** Opens one page on a phone: plain, on paper and in 长者模式, and says what axe or the width objects to. */
export async function lookAt(browser: Browser, { town, path, cookie, who }: Looked) {
  const context = await browser.newContext({
    viewport: { width: 360, height: 740 },
    javaScriptEnabled: true,
    bypassCSP: true,
  })
  const keep = (cookies: string) => context.addCookies(cookiesIn(cookies, town))
  const page = await context.newPage()
  const look = (mode: Mode) => faultsOf(page, `${path} of ${who}`, mode)
  const open = async (mode: Mode) => {
    await page.goto(town + path)
    return look(mode)
  }
  try {
    await keep(`${cookie}; elder=off`)
    const plain = await open('plain')
    if (!inEveryMode(who)) return plain
    await page.emulateMedia({ media: 'print' })
    const paper = await look('on paper')
    await page.emulateMedia({ media: 'screen' })
    await keep('elder=on')
    return [...plain, ...paper, ...(await open('in 长者模式'))]
  } finally {
    await context.close()
  }
}

/** Cookies as a header says them, for a browser's own jar. */
export const cookiesIn = (cookies: string, url: string) =>
  cookies
    .split('; ')
    .filter(Boolean)
    .map((pair) => ({ name: pair.split('=')[0]!, value: pair.slice(pair.indexOf('=') + 1), url }))

async function faultsOf(page: Page, what: string, mode: Mode) {
  const where = `${what} ${mode}`
  const over = await page.locator('html').evaluate((html) => html.scrollWidth - html.clientWidth)
  const axe = new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ['violations'] })
  const chosen = rules[mode]
  if (chosen) axe.withRules([...chosen])
  else axe.withTags(wcag)
  const { violations } = await axe.analyze()
  const found = violations.map(
    ({ id, nodes }) =>
      `${where}: ${id} ×${nodes.length} ${nodes[0]?.html.slice(0, 120)} ${nodes[0]?.any[0]?.message ?? ''}`,
  )
  return mode !== 'on paper' && over > 0 ? [...found, `${where}: ${over} px wider than the phone`] : found
}

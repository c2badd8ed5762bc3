import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, Page } from '@playwright/test'

const wcag = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']

/** A page as somebody was led to it: the site, the path, the cookies that make it his, and a name for what is found. */
export type Looked = { town: string; path: string; cookie: string; who: string }

/** Opens one page on a phone: plain, on paper and in 长者模式, and says what axe or the width objects to. */
export async function lookAt(browser: Browser, { town, path, cookie, who }: Looked) {
  const context = await browser.newContext({
    viewport: { width: 360, height: 740 },
    javaScriptEnabled: true,
    bypassCSP: true,
  })
  const keep = (cookies: string) => context.addCookies(cookiesIn(cookies, town))
  const page = await context.newPage()
  const open = async (mode: string) => {
    await page.goto(town + path)
    return faultsOf(page, `${path} of ${who} ${mode}`, true)
  }
  try {
    await keep(`${cookie}; elder=off`)
    const plain = await open('plain')
    await page.emulateMedia({ media: 'print' })
    const paper = await faultsOf(page, `${path} of ${who} on paper`, false)
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

async function faultsOf(page: Page, where: string, onScreen: boolean) {
  const over = await page.locator('html').evaluate((html) => html.scrollWidth - html.clientWidth)
  // A target is what a finger or pointer aims at: paper has none.
  const axe = new AxeBuilder({ page })
    .setLegacyMode(true)
    .options({ resultTypes: ['violations'] })
    .withTags(wcag)
    .disableRules(onScreen ? [] : ['target-size'])
  const { violations } = await axe.analyze()
  const found = violations.map(
    ({ id, nodes }) =>
      `${where}: ${id} ×${nodes.length} ${nodes[0]?.html.slice(0, 120)} ${nodes[0]?.any[0]?.message ?? ''}`,
  )
  return onScreen && over > 0 ? [...found, `${where}: ${over} px wider than the phone`] : found
}

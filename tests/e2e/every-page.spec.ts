import { AxeBuilder } from '@axe-core/playwright'
import { type Browser, expect, type Page, test } from '@playwright/test'
import { cookieOf, crawl, faultsIn, type Visit } from './support/crawl.ts'
import { startTown, type Town } from './support/town.ts'

/** One person a role, of one street, and a community in the midst of a vote: each sees what his seat lets him. */
const people = {
  nobody: null,
  resident: 'U115',
  clerk: 'U017',
  director: 'U018',
  supervisor: 'U019',
  station: 'U020',
  handler: 'U005',
  approver: 'U006',
  finance: 'U007',
  acceptor: 'U008',
  centre: 'U013',
  editor: 'U047',
  signer: 'U048',
  worker: 'U089',
  expert: 'U103',
  auditor: 'U122',
  admin: 'U123',
  'voting clerk': 'U022',
  'voting director': 'U023',
  'voting supervisor': 'U024',
  'district handler': 'U001',
} as const
const wcag = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']

type Seen = Visit & { cookie: string }
let town: Town
let seen: Seen[] = []

test.skip(({ javaScriptEnabled }) => javaScriptEnabled, 'the crawl asks once; axe brings its own script')

test.beforeAll(async () => {
  test.setTimeout(240_000)
  town = await startTown({ demo: true, empty: false })
  for (const [who, id] of Object.entries(people)) {
    const cookie = await cookieOf(town.url, id)
    const visits = await crawl(town.url, who, cookie, id ? ['/desk', '/'] : ['/'], 2)
    seen.push(...visits.map((visit) => ({ ...visit, cookie })))
  }
})

test.afterAll(async () => {
  seen = []
  await town?.stop()
})

test('every page anyone is led to answers, in words, with one heading and a title', () => {
  const wrong = seen.flatMap((visit) =>
    faultsIn(visit).map((fault) => `${visit.who} at ${visit.path}, led from ${visit.from}: ${fault}`),
  )
  expect(wrong).toEqual([])
  expect(new Set(seen.map(({ pattern }) => pattern)).size).toBeGreaterThan(90)
})

test('every kind of page fits a phone and passes axe for WCAG 2.2 AA, plain, in 长者模式 and on paper', async ({
  browser,
}) => {
  test.setTimeout(420_000)
  const wrong: string[] = []
  const waiting = oneOfEach(seen)
  const lane = async () => {
    for (let visit = waiting.pop(); visit; visit = waiting.pop())
      wrong.push(...(await lookAt(browser, visit)))
  }
  await Promise.all([lane(), lane(), lane()])
  expect(wrong).toEqual([])
})

/** The first page of each kind that somebody was led to. */
function oneOfEach(visits: readonly Seen[]) {
  const first = new Map<string, Seen>()
  for (const visit of visits) {
    if (visit.html && visit.status < 400 && !first.has(visit.pattern)) first.set(visit.pattern, visit)
  }
  return [...first.values()]
}

async function lookAt(browser: Browser, visit: Seen) {
  const context = await browser.newContext({
    viewport: { width: 360, height: 740 },
    javaScriptEnabled: true,
    bypassCSP: true,
  })
  const keep = (cookies: string) =>
    context.addCookies(
      cookies
        .split('; ')
        .filter(Boolean)
        .map((pair) => ({
          name: pair.split('=')[0]!,
          value: pair.slice(pair.indexOf('=') + 1),
          url: town.url,
        })),
    )
  const page = await context.newPage()
  const open = async (mode: string) => {
    await page.goto(town.url + visit.path)
    return faultsOf(page, `${visit.path} of ${visit.who} ${mode}`, mode !== 'on paper')
  }
  try {
    await keep(`${visit.cookie}; elder=off`)
    const plain = await open('plain')
    await page.emulateMedia({ media: 'print' })
    const paper = await faultsOf(page, `${visit.path} of ${visit.who} on paper`, false)
    await page.emulateMedia({ media: 'screen' })
    await keep('elder=on')
    return [...plain, ...paper, ...(await open('in 长者模式'))]
  } finally {
    await context.close()
  }
}

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

for (const path of ['/', '/ask/new', '/sign-in'])
  test(`${path} is walked by keyboard: first past the frame, each stop in sight, and out again`, async ({
    page,
  }) => {
    await page.goto(town.url + path)
    await page.keyboard.press('Tab')
    await expect(page.locator(':focus')).toHaveClass(/skip/)
    const stops = await walk(page)
    expect(stops.filter(({ shown }) => !shown)).toEqual([])
    const reachable = await page
      .locator('a[href], button, summary, input:not([type=hidden]):not([type=radio]), select, textarea')
      .evaluateAll((all) => all.filter((one) => one.checkVisibility()).length)
    expect(
      new Set(stops.map(({ at }) => at)).size,
      'nothing is skipped and nothing traps',
    ).toBeGreaterThanOrEqual(reachable - 1)
  })

/** Presses Tab until the page is left, and says of each stop whether its focus can be seen. */
async function walk(page: Page) {
  const stops: { at: string; shown: boolean }[] = []
  for (let step = 0; step < 400; step += 1) {
    const stop = await page.evaluate(() => {
      const one = document.activeElement
      if (!one || one === document.body) return null
      const look = getComputedStyle(one)
      const at = `${one.tagName} ${one.textContent?.trim().slice(0, 20)} ${[...document.querySelectorAll('*')].indexOf(one)}`
      return { at, shown: look.outlineStyle !== 'none' && Number.parseFloat(look.outlineWidth) >= 2 }
    })
    if (!stop || stops.some(({ at }) => at === stop.at)) break
    stops.push(stop)
    await page.keyboard.press('Tab')
  }
  return stops
}

import { readFileSync } from 'node:fs'
import { expect, type Page, test } from '@playwright/test'
import routes from '../../app/routes.ts'
import { openEyes } from './support/axe.ts'
import { behind, elsewhere, inTheMidst } from './support/behind.ts'
import { cookieOf, crawl, faultsIn, linksIn, patternOf, type Visit } from './support/crawl.ts'
import { byKeyboard } from './support/keyboard.ts'
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
  'security auditor': 'U124',
  'voting clerk': 'U022',
  'voting director': 'U023',
  'voting supervisor': 'U024',
  'district handler': 'U001',
  'district approver': 'U002',
  daughter: 'U118',
  'acceptor of another street': 'U012',
  challenger: 'U062',
} as const

type Seen = Visit & { cookie: string }
let town: Town
let seen: Seen[] = []

test.skip(({ javaScriptEnabled }) => javaScriptEnabled, 'the crawl asks once; axe brings its own script')

/** Of tenders and agreements a crawl asks for two only; the one with two envelopes, and the agreement, are led to as well. */
async function keptApart() {
  const first = async (list: string, pattern: string, words: string) => {
    for (const path of linksIn(await (await fetch(town.url + list)).text()))
      if (patternOf(path) === pattern && (await (await fetch(town.url + path)).text()).includes(words))
        return `/desk${path}`
    throw new Error(`no ${pattern} says ${words}`)
  }
  const tender = await first('/tenders', '/tenders/:tenderId', '街道社会工作服务站运营')
  return [tender, await first('/frameworks', '/frameworks/:frameworkId', '居家养老上门服务')]
}

test.beforeAll(async () => {
  test.setTimeout(400_000)
  town = await startTown({ demo: true, empty: false })
  const known = new Set<string>()
  const asking = async ([who, id]: [string, string | null]) => {
    const cookie = await cookieOf(town.url, id)
    // The second page of a kind is asked for only until somebody has seen that kind.
    const most = (pattern: string) => (known.has(pattern) ? 1 : 2)
    const more = who === 'district handler' ? await keptApart() : []
    const visits = await crawl(town.url, who, cookie, id ? ['/desk', '/', ...more] : ['/'], most)
    return visits.map((visit) => ({ ...visit, cookie }))
  }
  // Two at a time, and what they saw counts when both are back: every run asks for the same pages.
  const waiting = Object.entries(people)
  for (let pair = waiting.splice(0, 2); pair.length > 0; pair = waiting.splice(0, 2)) {
    seen.push(...(await Promise.all(pair.map(asking))).flat())
    for (const { pattern } of seen) known.add(pattern)
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
  const sealed = ['key', 'share', 'unseal'].map((page) => `/desk/tenders/:tenderId/${page}`)
  const ordered = ['/desk/frameworks/:frameworkId', '/orders/:orderId', '/desk/minor-works/:workId']
  const kinds = new Set(seen.map(({ pattern }) => pattern))
  const all = [...sealed, ...ordered, '/desk/complaints/:complaintId', '/me/notices']
  expect(all.filter((kind) => !kinds.has(kind))).toEqual([])
})

/** Addresses that answer with a page of their own; those that only take a form have none. */
const pages = routes
  .filter(({ file, path }) => path !== '*' && readFileSync(`app/${file}`, 'utf8').includes('export default'))
  .map(({ path = '' }) => `/${path}`)

test('every page of the table of addresses is looked at: here, in a journey, or in a town told that far', () => {
  const reached = seen.filter(({ html, status }) => html && status < 400).map(({ pattern }) => pattern)
  const told: string[] = [behind, ...Object.values(elsewhere), ...Object.values(inTheMidst)].flat()
  const looked = new Set([...reached, ...told])
  expect(pages.length).toBeGreaterThan(300)
  expect(pages.filter((page) => !looked.has(page))).toEqual([])
  expect(told.filter((page) => !pages.includes(page))).toEqual([])
})

test('every kind of page fits a phone and passes axe for WCAG 2.2 AA, plain, in 长者模式 and on paper', async ({
  browser,
}) => {
  test.setTimeout(process.env.EVERY_MODE === '1' ? 3_600_000 : 420_000)
  const wrong: string[] = []
  const waiting = oneOfEach(seen)
  const lane = async () => {
    const eyes = await openEyes(browser)
    for (let visit = waiting.pop(); visit; visit = waiting.pop())
      wrong.push(...(await eyes.look({ town: town.url, ...visit })))
    await eyes.close()
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

/** A path of this kind that some page links to and that holds these words for whoever comes with the cookie. */
async function pathWith(pattern: string, cookie: string, words: string) {
  const linked = new Set(seen.flatMap(({ html }) => linksIn(html)))
  for (const path of linked) {
    if (patternOf(path) !== pattern) continue
    const answer = await fetch(town.url + path, { headers: { Cookie: cookie } })
    if ((await answer.text()).includes(words)) return path
  }
  throw new Error(`no ${pattern} says ${words}`)
}

const signIn = async (page: Page, personId: string) => {
  const cookie = await cookieOf(town.url, personId)
  const [name = '', value = ''] = cookie.split(/=(.*)/s)
  await page.context().addCookies([{ name, value, url: town.url }])
  return cookie
}

test('a resident votes with the keyboard alone', async ({ page }) => {
  const cookie = await signIn(page, 'U114')
  await page.goto(town.url + (await pathWith('/votes/:roundId/cast', cookie, 'id="form-me"')))
  const keys = byKeyboard(page)
  await keys.skip()
  await keys.follow(/孙阿姨/)
  await keys.skip()
  await keys.to('老年助餐点与送餐')
  await keys.press('Space')
  await keys.to('退休职工传帮带工坊')
  await keys.press('Space')
  await expect(page.locator('input[name=choices]:checked')).toHaveCount(2)
  await keys.follow('下一步，核对')
  await expect(page.locator('main')).toContainText('退休职工传帮带工坊')
  await keys.skip()
  await keys.follow('投出这一票')
  await expect(page.locator('h1')).toContainText('您的票已收到')
})

test('a bidder writes a part of a proposal with the keyboard alone', async ({ page }) => {
  const cookie = await signIn(page, people.editor)
  const path = await pathWith('/tenders/:tenderId/proposal', cookie, '可操作性')
  await page.goto(town.url + path)
  const keys = byKeyboard(page)
  await keys.skip()
  await keys.follow('可操作性')
  await keys.skip()
  await keys.to('您打算怎么做')
  await keys.type('每周一排班，周五回访；入户两人一组，异常当天报社区。')
  await keys.follow('保存')
  await page.goto(town.url + path)
  await expect(page.locator('.tasks li', { hasText: '可操作性' })).not.toContainText('还没写')
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

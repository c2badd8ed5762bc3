import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { type SQL, sql } from 'drizzle-orm'
import { expect, onTestFinished, test } from 'vitest'
import { openLog } from '#app/http/log.server.ts'
import { createServer } from '#app/http/server.ts'
import { isPg } from '#db/dialect.ts'
import { ocdsReleases } from '#db/schema/index.ts'
import { fillReleases } from '#domain/open/ocds/fill-releases.ts'
import { profileForm } from '#domain/open/ocds/forms.ts'
import { releasePackage } from '#domain/open/ocds/packages.ts'
import { profileOf } from '#domain/open/ocds/profile.ts'
import { readSettings } from '#domain/open/ocds/read-settings.ts'
import { keepOrigin, setProfile } from '#domain/open/ocds/set-profile.ts'
import { lineOf } from '#domain/open/ocds/tables.ts'
import { tinyWorld } from '../security/door.ts'
import { running } from '../support/contract.ts'
import { cookieFor, isBuilt, sendForm, serveTown } from '../support/crawl.ts'
import { releasesIn } from '../support/ocds.ts'
import { approvedPlan } from '../support/plan.ts'
import { afterDeadline, openedTender, sentProposal } from '../support/proposal.ts'
import { publishedTender } from '../support/tender.ts'
import { type Town, world } from '../support/world.ts'

/** The town's open data on a free port, with no pages behind it. */
async function served(town: Town) {
  const { http } = createServer({
    world: tinyWorld({ store: town.store, clock: town.clock }),
    env: {},
    log: openLog('silent'),
    handler: async () => new Response('a page'),
  })
  http.listen(0, '127.0.0.1')
  await once(http, 'listening')
  onTestFinished(() => {
    http.closeAllConnections()
    http.close()
  })
  const url = `http://127.0.0.1:${(http.address() as AddressInfo).port}`
  return (path: string, headers: Record<string, string> = {}, method = 'GET') =>
    fetch(url + path, { headers, method })
}

test('the feed goes on from where it ended, and says when nothing is new', async () => {
  const town = await world()
  const get = await served(town)
  const nothing = await (await get('/open/ocds/releases.json')).json()
  expect(nothing).toMatchObject({ releases: [], publisher: { name: '栖禾区民政局' }, version: '1.1' })
  await approvedPlan(town)
  const first = await get('/open/ocds/releases.json')
  expect(first.headers.get('content-type')).toBe('application/json; charset=utf-8')
  expect(first.headers.get('access-control-allow-origin')).toBe('*')
  const { releases, links } = await first.json()
  expect([releases.length, links]).toEqual([1, undefined])
  const etag = first.headers.get('etag')!
  const again = await get('/open/ocds/releases.json', { 'if-none-match': etag })
  expect([again.status, await again.text(), again.headers.get('etag')]).toEqual([304, '', etag])
  await publishedTender(town)
  const fresh = await get('/open/ocds/releases.json', { 'if-none-match': etag })
  expect(fresh.status).toBe(200)
  const rest = await (await get('/open/ocds/releases.json?after=1')).json()
  expect(rest.releases.map((r: { tag: string[] }) => r.tag[0])).toEqual(['planning', 'tender'])
  for (const odd of ['-1', '1e3', 'x', '1;drop', '99999999999', ''])
    expect((await get(`/open/ocds/releases.json?after=${encodeURIComponent(odd)}`)).status, odd).toBe(422)
  expect((await get('/open/ocds/releases.json?after=1&after=2')).status).toBe(422)
})

test('a process by its number; one there is not is not found, whatever is typed', async () => {
  const town = await world()
  const get = await served(town)
  const plan = await approvedPlan(town)
  const found = await get(`/open/ocds/records/ocds-xxxxxx-${plan.refNo}.json`)
  const { records } = await found.json()
  expect(records[0].compiledRelease).toMatchObject({ tag: ['compiled'], tender: { status: 'planned' } })
  const etag = found.headers.get('etag')!
  expect((await get(found.url.replace(/^http:\/\/[^/]+/, ''), { 'if-none-match': etag })).status).toBe(304)
  for (const odd of ['nobody', '__proto__', "'or 1=1--", 'ocds-xxxxxx-%25']) {
    const none = await get(`/open/ocds/records/${odd}.json`)
    expect([none.status, none.headers.get('etag')]).toEqual([404, null])
    expect(await none.json()).toEqual({ error: 'no-such-process' })
  }
})

test('everything at once is the stored words, and a part of it from any place', async () => {
  const town = await world()
  const get = await served(town)
  await publishedTender(town)
  const rows = await releasesIn(town.db)
  const all = await get('/open/ocds/releases.jsonl')
  const etag = all.headers.get('etag')!
  expect(await all.text()).toBe(rows.map((row) => `${row.json}\n`).join(''))
  expect(await (await get('/open/ocds/releases.jsonl?after=1')).text()).toBe(`${rows[1]!.json}\n`)
  expect((await get('/open/ocds/releases.jsonl', { 'if-none-match': etag })).status).toBe(304)
  const head = await get('/open/ocds/releases.jsonl', {}, 'HEAD')
  expect([head.status, await head.text()]).toEqual([200, ''])
  expect((await get('/open/ocds/releases.jsonl?after=x')).status).toBe(422)
})

test('tables open in a spreadsheet, and no cell of them is a formula', async () => {
  const town = await world()
  const get = await served(town)
  await running(town)
  for (const [name, column] of [
    ['tenders', '响应家数'],
    ['awards', '成交编号'],
    ['contracts', '合同编号'],
    ['payments', '付款编号'],
  ] as const) {
    const table = await get(`/open/ocds/tables/${name}.csv`)
    expect(table.headers.get('content-disposition')).toBe(`attachment; filename="${name}.csv"`)
    const [head, ...lines] = (await table.text()).replace('\ufeff', '').trimEnd().split('\r\n')
    expect(head).toContain(`"${column}"`)
    for (const line of lines) expect(line.split('","').length).toBe(head!.split('","').length)
    const held = { 'if-none-match': table.headers.get('etag')! }
    expect((await get(`/open/ocds/tables/${name}.csv`, held)).status).toBe(304)
  }
  const contracts = await (await get('/open/ocds/tables/contracts.csv')).text()
  expect(contracts).toContain('"80000"')
  expect((await get('/open/ocds/tables/people.csv')).status).toBe(404)
  expect((await get('/open/ocds/tables/__proto__.csv')).status).toBe(404)
  expect(lineOf(['=1+1', '@x', '＝1', '－1', '\t=1', ' =1', 'a "b"', 3, -3, null])).toBe(
    `"'=1+1","'@x","'＝1","'－1","'\t=1","' =1","a ""b""","3","-3",""\r\n`,
  )
})

test('our own extension is served with its patch and its codelists', async () => {
  const town = await world()
  const get = await served(town)
  const extension = await (await get('/open/ocds/extension/extension.json')).json()
  for (const name of extension.schemas)
    expect((await (await get(`/open/ocds/extension/${name}`)).json()).definitions).toHaveProperty(
      'Participation',
    )
  for (const name of extension.codelists)
    expect(await (await get(`/open/ocds/extension/codelists/${encodeURIComponent(name)}`)).text()).toMatch(
      /^Code,Title/,
    )
  for (const odd of ['package.json', 'constructor'])
    expect((await get(`/open/ocds/extension/${odd}`)).status).toBe(404)
})

test('until the award is public no answer of the open data tells a proposal from none', async () => {
  const town = await world()
  const get = await served(town)
  const tender = await publishedTender(town)
  const heard = async () => {
    const answers = ['releases.json', 'releases.jsonl', 'tables/tenders.csv', 'tables/awards.csv'].map(
      (path) => get(`/open/ocds/${path}`).then((answer) => answer.text()),
    )
    return (await Promise.all(answers)).join('\n')
  }
  const before = await heard()
  await sentProposal(town, tender, 1)
  expect(await heard()).toBe(before)
  for (const n of [2, 3]) await sentProposal(town, tender, n)
  town.clock.set(afterDeadline(tender))
  expect(await heard()).toBe(before)
})

test('opened, and still nothing is told before the award notice', async () => {
  const town = await world()
  await openedTender(town)
  const rows = await releasesIn(town.db)
  expect(rows.map((row) => row.tag)).toEqual(['planning', 'tender'])
  expect(rows.map((row) => row.json).join()).not.toMatch(/暖邻|夕照|(?<!\w)(185|190)000/)
})

type Raw = Record<'run' | 'execute', (words: SQL) => Promise<unknown>>
test('a project from before there were releases is told once, whole, and not twice', async () => {
  const town = await world()
  const { planId } = await running(town)
  const told = await releasesIn(town.db)
  expect(told.map((row) => [row.planId, row.tag])).toEqual([
    [planId, 'planning,award'],
    [planId, 'contract'],
  ])
  const old = await world()
  const bare = await running(old)
  // As it was before the database guarded them.
  const unguarded = sql.raw(`drop trigger ocds_release_stands_delete${isPg ? ' on ocds_release' : ''}`)
  await old.transact((tx) =>
    isPg ? (tx as never as Raw).execute(unguarded) : (tx as never as Raw).run(unguarded),
  )
  await old.transact((tx) => tx.delete(ocdsReleases))
  const ctx = { clock: old.clock, calendar: old.calendar }
  expect(await fillReleases(old.store, ctx)).toBe(1)
  expect(await fillReleases(old.store, ctx)).toBe(0)
  const [again] = await releasesIn(old.db)
  expect([again!.planId, again!.seq, again!.tag]).toEqual([bare.planId, 1, 'planning,award,contract'])
})

test('an administrator sets the prefix; it holds from the next release, and one not given cannot be called registered', async () => {
  const town = await world()
  await approvedPlan(town)
  const typed = {
    prefix: 'ocds-a1b2c3',
    registered: 'on',
    publisher: '栖禾区民政局',
    origin: 'https://sanshe.example/',
  }
  const input = profileForm.parse(typed)
  for (const key of ['handler', 'auditor', 'signer1', null])
    await expect(setProfile(town.as(key), input)).rejects.toMatchObject({ kind: 'forbidden' })
  await expect(readSettings(town.as('handler'))).rejects.toMatchObject({ kind: 'forbidden' })
  await setProfile(town.as('admin'), input)
  expect(await readSettings(town.as('admin'))).toMatchObject({
    profile: { version: 1, registered: true },
    releases: 1,
  })
  await approvedPlan(town, { title: '第二个项目' })
  const [first, second] = await releasesIn(town.db)
  expect(first!.ocid).toMatch(/^ocds-xxxxxx-/)
  expect(second!.ocid).toMatch(/^ocds-a1b2c3-/)
  expect(second!.json).toContain('"url":"https://sanshe.example/projects/')
  await town.transact((tx) => keepOrigin(tx, town, { origin: 'https://other.example', port: 3000 }))
  expect((await profileOf(town.db)).origin).toBe('https://sanshe.example')
  const bad = [
    { prefix: 'ocds-1' },
    { prefix: 'ocds-xxxxxx' },
    { publisher: ' ' },
    { origin: 'ftp://x' },
    { origin: 'https://x/y' },
    { origin: 'javascript:1' },
  ]
  for (const change of bad)
    expect(profileForm.safeParse({ ...typed, ...change }).success, JSON.stringify(change)).toBe(false)
  expect(profileForm.safeParse({ ...typed, prefix: 'ocds-xxxxxx', registered: undefined }).success).toBe(true)
})

test('the address in the environment is the one links begin with, and the served port where none is told', async () => {
  const town = await world()
  const keep = (origin: string | undefined, port: number) =>
    town.transact((tx) => keepOrigin(tx, town, { origin, port }))
  await keep(undefined, 3000)
  expect(await profileOf(town.db)).toMatchObject({ version: 0, origin: 'http://localhost:3000' })
  await keep(undefined, 4173)
  await keep(undefined, 4173)
  expect(await profileOf(town.db)).toMatchObject({ version: 1, origin: 'http://localhost:4173' })
  await approvedPlan(town)
  await publishedTender(town)
  const get = await served(town)
  const told = await (await get('/open/ocds/releases.json')).json()
  expect(told).toMatchObject({
    uri: 'http://localhost:4173/open/ocds/releases.json',
    publisher: { name: '栖禾区民政局', uri: 'http://localhost:4173' },
  })
  expect(JSON.stringify(told)).toContain('http://localhost:4173/projects/')
  expect(JSON.stringify(told)).not.toContain('localhost:3000')
  const { body, next } = await releasePackage(town.db, 0, undefined, 1)
  const after = 'http://localhost:4173/open/ocds/releases.json?after=1'
  expect([next, JSON.parse(body!).links]).toEqual([after, { next: after }])
  await keep('https://sanshe.example/', 4173)
  await keep('https://sanshe.example/', 4173)
  expect(await profileOf(town.db)).toMatchObject({ version: 2, origin: 'https://sanshe.example' })
  // Told once, an address is not forgotten by a start without it.
  await keep(undefined, 4174)
  expect((await profileOf(town.db)).origin).toBe('https://sanshe.example')
})

const whole = { timeout: 60_000 }
test.skipIf(!isBuilt)(
  'the pages: a dictionary for everyone, flags and settings for whose they are',
  whole,
  async () => {
    const town = await world()
    const { url, close } = await serveTown({ town, store: town.store, files: town.files })
    onTestFinished(close)
    const read = async (who: string | null, path: string) => {
      const answer = await fetch(url + path, { headers: { cookie: await cookieFor(url, who) } })
      return { status: answer.status, html: await answer.text() }
    }
    const { html } = await read(null, '/open/data')
    expect(html).toContain('tender.tenderPeriod')
    expect(html).toContain('href="/open/ocds/releases.jsonl"')
    expect(html).toContain('前缀还没有登记')
    for (const who of ['auditor', 'centreAuditor', 'supervisor'])
      expect((await read(who, '/desk/flags')).status).toBe(200)
    for (const who of [null, 'handler', 'signer1', 'dApprover'])
      expect((await read(who, '/desk/flags')).status).toBe(403)
    expect((await read('auditor', '/desk/flags/R018/nothing')).status).toBe(404)
    expect((await read('admin', '/desk/open-data')).html).toContain('ocds-xxxxxx')
    expect((await read('auditor', '/desk/open-data')).status).toBe(403)
    const cookie = await cookieFor(url, 'admin')
    const wrong = await sendForm(url, '/desk/open-data', cookie, {
      prefix: 'mine',
      publisher: '甲',
      origin: 'x',
    })
    expect(wrong.status).toBe(400)
    expect(await wrong.text()).toContain('前缀的样子是 ocds-')
  },
)

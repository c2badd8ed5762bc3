import { expect, onTestFinished, test } from 'vitest'
import { indicatorReadings } from '#db/schema/index.ts'
import { indicatorsOf } from '#domain/deliver/milestone/find-milestone.ts'
import { running } from '#tests/support/contract.ts'
import { cookieFor, isBuilt, sendForm, serveTown } from '#tests/support/crawl.ts'
import { paid } from '#tests/support/payment.ts'
import { world } from '#tests/support/world.ts'

test.skipIf(!isBuilt)(
  'anybody reads a body’s books and takes the file; its signer alone files the year, and is told what is wrong',
  async () => {
    const town = await world()
    const contract = await running(town)
    const { id: paymentId } = await paid(town, contract.milestones[0]!.id)
    const [read] = await indicatorsOf(town.db, contract.id)
    await town.transact((tx) =>
      tx
        .insert(indicatorReadings)
        .values({ milestoneId: contract.milestones[0]!.id, indicatorId: read!.id, value: 7 }),
    )
    town.clock.set(new Date('2027-06-02T09:00:00+08:00'))
    const { url, close } = await serveTown({ town, store: town.store, files: town.files })
    onTestFinished(close)
    const get = async (path: string, who: string | null = null) =>
      fetch(url + path, { headers: { cookie: await cookieFor(url, who) }, redirect: 'manual' })
    const post = async (fields: Record<string, string>, who = 'signer1', year = '2026') =>
      fetch(`${url}/desk/body/accounts/${year}`, {
        method: 'POST',
        redirect: 'manual',
        headers: { origin: url, cookie: await cookieFor(url, who) },
        body: new URLSearchParams(fields),
      })
    const books = '/orgs/ORG1/books?year=2026'
    const before = await (await get(books)).text()
    expect(before).toContain('公开之前不能续签合同')
    expect(before).toMatch(/<svg[^>]*role="img"/)
    expect(before).toContain('40,000.00')
    const file = await get('/orgs/ORG1/books/file.csv?year=2026')
    expect(file.headers.get('content-type')).toContain('text/csv')
    expect(await file.text()).toContain('40000.00')
    expect((await get('/orgs/S1/books')).status).toBe(404)
    expect((await get('/orgs/nobody/books/file.csv')).status).toBe(404)
    expect((await get('/orgs/ORG1/books?year=%27x')).status).toBe(200)
    expect(await (await get('/orgs/ORG1')).text()).toContain('/orgs/ORG1/books')
    expect(await (await get('/desk/body', 'signer1')).text()).toContain('/desk/body/accounts/2026')
    expect((await get('/desk/body/accounts/2026', 'editor1')).status).toBe(404)
    expect((await get('/desk/body/accounts/2027', 'signer1')).status).toBe(409)
    expect((await get('/desk/body/accounts/x', 'signer1')).status).toBe(404)
    expect(await (await get('/desk', 'signer1')).text()).toContain('href="/desk/body/accounts/2026"')
    const form = await (await get('/desk/body/accounts/2026', 'signer1')).text()
    expect(form).toContain('name="spent[0].amount"')
    const typed = {
      ...{ otherIncome: '0', otherGifts: '0', otherService: '0', management: '2000', fundraising: '0' },
      ...{ otherCosts: '0', giftsSpent: '0', sure: 'yes' },
      ...{ 'spent[0].planId': contract.planId, 'spent[0].amount': '38000' },
    }
    const wrong = await post({ ...typed, management: '很多', giftsSpent: '5' })
    expect(wrong.status).toBe(400)
    expect(await wrong.text()).toContain('请填金额')
    expect((await post({ ...typed, 'spent[0].planId': 'other' })).status).toBe(422)
    expect((await post(typed, 'editor1')).status).toBe(404)
    expect((await post(typed, 'signer1', '2027')).status).toBe(409)
    const done = await post(typed)
    expect([done.status, done.headers.get('location')]).toEqual([302, books])
    const after = await (await get(books)).text()
    expect(after).not.toContain('公开之前不能续签合同')
    expect(after).toContain('5%')
    await indicatorsAreTold(get, contract)
    await placesAreOpen(get)
    const send = async (path: string, who: string | null) =>
      sendForm(url, path, await cookieFor(url, who), {})
    await papersAreChecked({ get, send }, contract.id, paymentId)
  },
)

type Get = (path: string, who?: string | null) => Promise<Response>
/** What was claimed of an indicator is told with its latest figure; one nobody has claimed is no nought. */
async function indicatorsAreTold(get: Get, { id, planId }: { id: string; planId: string }) {
  const contract = (await (await get(`/contracts/${id}`)).text()).replaceAll('<!-- -->', '')
  expect(contract).toMatch(/<span>7 [^<]+<\/span>/)
  expect(contract.match(/还没有申报/g)).toHaveLength(1)
  const project = (await (await get(`/projects/${planId}`)).text()).replaceAll('<!-- -->', '')
  expect(project).toContain('>7 / ')
  expect(project.match(/还没有填报，约定 \d+/g)).toHaveLength(1)
  expect(project).not.toMatch(/>0 \/ \d/)
}

/** The books of a street and its communities, from the page of all accounts on, and each figure as a file. */
async function placesAreOpen(get: Get) {
  const whole = await (await get('/open-finance')).text()
  expect(whole).toContain('/open-finance/places/D1')
  const [lines = '', drafts = ''] = whole
    .slice(whole.indexOf('L2'))
    .split('草案合计')
    .map((part) => part.replace(/<[^>]*>/g, ''))
  expect(lines).toMatch(/合计¥4,000,000\.00[\s\S]*2027 年社区服务/)
  expect(drafts).toMatch(/^[^¥]*¥1,000,000\.00/)
  const street = await (await get('/open-finance/places/S1?year=2026')).text()
  for (const words of ['href="/open-finance/places/C1?year=2026"', '40,000.00', '人口没有登记'])
    expect(street).toContain(words)
  expect(street).toMatch(/<svg[^>]*role="img"/)
  for (const [path, sum] of [
    ['/open-finance/places/C1/file.csv?year=2026', '40000.00'],
    ['/open-finance/file.csv', '2000000.00'],
  ] as const) {
    const file = await get(path)
    expect(file.headers.get('content-type')).toContain('text/csv')
    expect(await file.text()).toContain(sum)
  }
  const rows = (await (await get('/open-finance/file.csv')).text()).trim().split('\r\n').slice(1)
  const figures = rows.map((row) => Number(row.split(',').at(-1)))
  expect(rows.filter((row) => row.startsWith('"按项目"')).length).toBeGreaterThan(2)
  expect(figures.filter((sum) => !(sum > 0))).toEqual([])
  for (const path of ['/open/ledger/file.csv', '/open/ledger/file.csv?line=nothing']) {
    const none = await get(path)
    expect([none.status, await none.text()]).toEqual([
      404,
      '没有这条指标或者这个项目的台账。请从账目页点进去看。',
    ])
  }
  for (const path of ['/open-finance/places/nowhere', '/open-finance/places/nowhere/file.csv'])
    expect((await get(path)).status).toBe(404)
  expect((await get('/open-finance/places/C1?year=%27x')).status).toBe(200)
}

type Town = { get: Get; send: (path: string, who: string | null) => Promise<Response> }
/** A paper is numbered by whoever may read it, and checked by anybody, who learns nothing of a private one. */
async function papersAreChecked({ get, send }: Town, contractId: string, paymentId: string) {
  const print = `/contracts/${contractId}/print`
  const bare = await (await get(print)).text()
  expect(bare).toContain('还没有编号，仅供参阅')
  expect(bare).not.toContain('SHA-256')
  expect(await (await get(`/contracts/${contractId}`)).text()).toContain(`href="${print}"`)
  expect((await send(print, null)).status).toBe(302)
  const [, hash = ''] = /SHA-256 ([0-9a-f]{64})/.exec(await (await get(print)).text()) ?? []
  const genuine = await get(`/verify/${hash.slice(0, 16)}`)
  expect(genuine.status).toBe(200)
  const said = (await genuine.text()).replaceAll('<wbr/>', '')
  for (const words of ['这个编号是真的', '和现在的记录一致', hash, `href="/contracts/${contractId}"`])
    expect(said).toContain(words)
  const unknown = await get(`/verify/${'0'.repeat(64)}`)
  expect([unknown.status, (await unknown.text()).includes('照着纸再对一遍编号')]).toEqual([404, true])
  const typed = await get(`/verify?number=${hash.slice(0, 4)}-${hash.slice(4, 16).toUpperCase()}`)
  expect(typed.headers.get('location')).toBe(`/verify/${hash.slice(0, 16)}`)
  expect(await (await get('/verify?number=abc')).text()).toContain('编号是十六位以上的字母')
  const form = `/desk/payments/${paymentId}/print`
  for (const who of [null, 'signer2']) expect((await send(form, who)).status).toBeGreaterThanOrEqual(400)
  expect((await send(form, 'finance')).status).toBe(302)
  const [, own = ''] = /SHA-256 ([0-9a-f]{64})/.exec(await (await get(form, 'finance')).text()) ?? []
  const closed = await (await get(`/verify/${own}`)).text()
  expect(closed).toContain('这张纸的内容不公开')
  for (const words of [paymentId, 'ZF-2026', '40,000']) expect(closed).not.toContain(words)
  expect(await (await get(`/verify/${own}`, 'finance')).text()).toContain(
    `href="/desk/payments/${paymentId}"`,
  )
}

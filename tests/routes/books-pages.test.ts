import { expect, onTestFinished, test } from 'vitest'
import { running } from '#tests/support/contract.ts'
import { cookieFor, isBuilt, serveTown } from '#tests/support/crawl.ts'
import { paid } from '#tests/support/payment.ts'
import { world } from '#tests/support/world.ts'

test.skipIf(!isBuilt)(
  'anybody reads a body’s books and takes the file; its signer alone files the year, and is told what is wrong',
  async () => {
    const town = await world()
    const contract = await running(town)
    await paid(town, contract.milestones[0]!.id)
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
    expect(await (await get('/desk', 'signer1')).text()).toContain('公开 2026 年度财务情况')
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
  },
)

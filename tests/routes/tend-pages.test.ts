import { afterAll, beforeAll, expect, test } from 'vitest'
import { standingClock } from '#app/ports/clock.ts'
import { memoryFiles } from '#app/ports/files/memory-files.ts'
import { askService } from '#domain/tend/hours/ask-service.ts'
import { recordService } from '#domain/tend/hours/record-service.ts'
import { askBooking } from '#domain/tend/resources/ask-booking.ts'
import { listResource } from '#domain/tend/resources/list-resource.ts'
import { cookieFor, isBuilt, sendForm, serveTown } from '#tests/support/crawl.ts'
import { earned, served as hourOf, hoursTown } from '#tests/support/hours.ts'
import { at, settledTown, type TownParts, testVault, townOver } from '#tests/support/settled-town.ts'
import { freshStore } from '#tests/support/store.ts'

const pages = test.skipIf(!isBuilt)
let town: TownParts
let url = ''
let close = async () => {}
const ids = { service: '', account: '', room: '', asked: '' }
const morning = { from: '2026-03-03', to: undefined, opens: 9, closes: 11, purpose: '读书会' }

beforeAll(async () => {
  if (!isBuilt) return
  const { store, url: base, close: closeStore } = await freshStore(settledTown)
  const clock = standingClock(at)
  town = townOver({
    store,
    url: base,
    clock,
    files: memoryFiles(() => clock.now().getTime()),
    vault: testVault(),
  })
  const accountOf = await hoursTown(town)
  ids.account = accountOf('resident1')
  await earned(town, 'resident1', 90)
  ids.service = (await recordService(town.as('resident1'), hourOf({ minutes: 30 }))).id
  const help = { task: 'errand' as const, servedOn: '2026-03-03', minutes: 30, words: '陪着去医院取药' }
  ids.asked = (await askService(town.as('resident1'), help)).id
  const room = { kind: 'room' as const, name: '议事厅', words: '三十把椅子', address: '青石里 1 号' }
  ids.room = (await listResource(town.as('clerk'), { ...room, opens: 8, closes: 21 })).id
  await askBooking(town.as('resident2'), { resourceId: ids.room, ...morning })
  const served = await serveTown({ town, store, files: town.files })
  url = served.url
  close = async () => {
    await served.close()
    await closeStore()
  }
})
afterAll(() => close())

const get = async (who: string | null, path: string) => {
  const answer = await fetch(url + path, { headers: { cookie: await cookieFor(url, who) } })
  return { status: answer.status, html: await answer.text() }
}
const send = async (who: string, path: string, body: Record<string, string>) => {
  const answer = await sendForm(url, path, await cookieFor(url, who), body)
  return { status: answer.status, to: answer.headers.get('location'), html: await answer.text() }
}

pages('the bank is open to everybody, its accounts to their owners and to who keeps it', async () => {
  const open = await get(null, '/hours')
  expect(open.status).toBe(200)
  expect(open.html).toContain('伴飞社会组织发展服务中心')
  expect(open.html).not.toMatch(/resident1|取药/)
  for (const [who, path, status] of [
    [null, '/hours/me', 403],
    ['resident3', '/hours/me/statement', 404],
    ['resident1', '/hours/me/statement', 200],
    ['resident2', `/hours/services/${ids.service}`, 403],
    ['clerk', `/hours/services/${ids.service}`, 200],
    ['resident2', '/desk/hours', 403],
    ['signer4', '/desk/hours', 200],
    ['auditor', '/desk/hours', 200],
    ['signer3', `/desk/hours/accounts/${ids.account}`, 404],
    ['editor4', `/desk/hours/accounts/${ids.account}`, 200],
    ['handler', '/desk/hours/bank', 403],
    ['dApprover', '/desk/hours/bank', 200],
    ['signer4', '/desk/hours/accounts/nobody', 404],
    ['resident1', '/hours/services/none', 404],
  ] as const)
    expect([who, path, (await get(who, path)).status]).toEqual([who, path, status])
  expect((await get('resident1', '/hours/me/statement')).html).toMatch(/平台记录[\s\S]*不是志愿服务记录证明/)
})

pages(
  'forms of the bank say what is wrong with what was typed, and why not, and change nothing',
  async () => {
    const open = await send('resident3', '/hours/me', { _form: 'open' })
    expect([open.status, open.html.includes('请先勾选')]).toEqual([400, true])
    expect((await send('resident3', '/hours/me', { _form: 'open', promise: 'yes' })).to).toBe('/hours/me')
    const typed = { hostId: 'C1', task: 'event', servedOn: '2026-03-02', minutes: '60', words: '布置会场' }
    const bad = await send('resident1', '/hours/record', {
      ...typed,
      minutes: '很久',
      servedOn: '2026-02-30',
    })
    expect(bad.status).toBe(400)
    expect(bad.html).toContain('请填整数分钟')
    expect(bad.html).toContain('很久')
    const money = await send('resident1', '/hours/record', { ...typed, words: '布置会场，给 50 元' })
    expect([money.status, money.html.includes('时长不是钱')]).toEqual([422, true])
    const own = await send('resident1', `/hours/services/${ids.service}`, { _form: 'confirm' })
    expect([own.status, own.html.includes('待对方确认')]).toEqual([403, true])
    const much = await send('resident1', '/hours/me', { _form: 'pool', minutes: '600' })
    expect([much.status, much.html.includes('账上只有 60 分钟')]).toEqual([409, true])
    const done = await send('clerk', `/hours/services/${ids.service}`, { _form: 'confirm' })
    expect(done.to).toBe(`/hours/services/${ids.service}`)
  },
)

pages('what is lent is shown without who borrows; a time that is taken is refused in words', async () => {
  const page = await get(null, `/resources/${ids.room}`)
  expect(page.html).toContain('9:00–10:00')
  expect(page.html).not.toMatch(/resident2|读书会/)
  const ask = { _form: 'ask', from: '2026-03-03', opens: '10', closes: '12', purpose: '合唱' }
  const taken = await send('resident1', `/resources/${ids.room}`, ask)
  expect([taken.status, taken.html.includes('已经约出去了')]).toEqual([409, true])
  const blank = await send('resident1', `/resources/${ids.room}`, { _form: 'ask', from: '', purpose: '' })
  expect([blank.status, blank.html.includes('请写用途')]).toEqual([400, true])
  const got = await send('resident1', `/resources/${ids.room}`, { ...ask, opens: '11', closes: '12' })
  expect(got.to).toMatch(/^\/bookings\//)
  expect((await get('resident3', got.to!)).status).toBe(403)
  expect((await get('clerk', got.to!)).status).toBe(200)
  expect((await get('resident1', '/desk/resources')).status).toBe(403)
})

pages('who may not post an offer sees no form for it', async () => {
  expect((await get(null, '/offers')).status).toBe(200)
  expect((await get('resident1', '/offers/new')).status).toBe(403)
  expect((await get('editor2', '/offers/new')).status).toBe(200)
  const bad = await send('editor2', '/offers/new', { kind: 'discount', unitValue: '-1', quantity: '0' })
  expect([bad.status, bad.html.includes('请填每份价值')]).toEqual([400, true])
  expect((await get('resident1', '/offers/none')).status).toBe(404)
})

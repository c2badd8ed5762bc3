import { expect, onTestFinished, test } from 'vitest'
import { readSheet, writeSheets } from '#app/ports/sheet.ts'
import { paperBatches, participations, rollEntries } from '#db/schema/index.ts'
import { castFor } from '#domain/ask/vote/cast-vote.ts'
import { cookieFor, isBuilt, serveTown } from '#tests/support/crawl.ts'
import { draftedRound, openRound, type ReadyRound } from '#tests/support/vote.ts'
import { world } from '#tests/support/world.ts'

type Fields = Record<string, string | Blob>
async function served() {
  const town = await world()
  const { url, close } = await serveTown({ town, store: town.store, files: town.files })
  onTestFinished(close)
  const get = async (who: string | null, path: string) =>
    fetch(url + path, { headers: { cookie: await cookieFor(url, who) }, redirect: 'manual' })
  const send = async (cookie: string, path: string, fields: Fields) => {
    const body = new FormData()
    for (const [name, value] of Object.entries(fields)) body.set(name, value)
    return fetch(url + path, { method: 'POST', redirect: 'manual', headers: { origin: url, cookie }, body })
  }
  const type = (cookie: string, path: string, fields: Record<string, string>) =>
    fetch(url + path, {
      method: 'POST',
      redirect: 'manual',
      headers: { origin: url, cookie },
      body: new URLSearchParams(fields),
    })
  return { town, url, get, send, type }
}
type Served = Awaited<ReturnType<typeof served>>
const pages = test.skipIf(!isBuilt)
const cookiesIn = (answer: Response) => answer.headers.getSetCookie()
const pair = (lines: readonly string[], name: string) =>
  lines.find((line) => line.startsWith(`${name}=`))?.split(';')[0] ?? ''

async function unlocked({ url, type }: Served, round: ReadyRound) {
  const staff = await cookieFor(url, 'station')
  const answer = await type(staff, '/kiosk/unlock', {
    _form: 'unlock',
    roundId: round.id,
    spot: '服务站大厅',
  })
  return { staff, answer, seat: pair(cookiesIn(answer), 'kiosk') }
}
async function begun(at: Served, round: ReadyRound, seat: string, voter: number) {
  const answer = await at.type(seat, '/kiosk', { _form: 'code', code: round.slips[voter]!.code })
  expect(answer.headers.get('location')).toBe('/kiosk/vote')
  const held = `${seat}; ${pair(cookiesIn(answer), 'kiosk-paper')}`
  const page = await fetch(`${at.url}/kiosk/vote`, { headers: { cookie: held } })
  const html = await page.text()
  return { held, page, html, turn: /name="turn" value="(\w+)"/.exec(html)?.[1] ?? '' }
}

pages('unlocking signs the staff out of the device, which then shows no page of theirs', async () => {
  const at = await served()
  const round = await openRound(at.town)
  const { staff, answer, seat } = await unlocked(at, round)
  expect([answer.status, answer.headers.get('location')]).toEqual([302, '/kiosk'])
  const set = cookiesIn(answer)
  expect(set.find((line) => line.startsWith('kiosk='))).toMatch(/Path=\/kiosk; HttpOnly; SameSite=Strict/)
  expect(set.find((line) => line.startsWith('sid='))).toContain('Max-Age=0')
  const desk = await fetch(`${at.url}/desk/rounds/${round.id}/assist`, {
    headers: { cookie: `${staff}; ${seat}` },
    redirect: 'manual',
  })
  expect(desk.status).toBe(403)
  const html = await (await fetch(`${at.url}/kiosk`, { headers: { cookie: seat } })).text()
  expect(html).toContain('服务站大厅')
  expect(html).not.toMatch(/<nav|href="\/desk|<script/)
})

pages(
  'a voter’s pages at the machine clear themselves, are kept by nobody, and a stale form casts nothing',
  async () => {
    const at = await served()
    const round = await openRound(at.town)
    const { seat } = await unlocked(at, round)
    const first = await begun(at, round, seat, 0)
    expect(first.page.headers.get('refresh')).toBe('300; url=/kiosk/next')
    expect(first.page.headers.get('cache-control')).toBe('no-store')
    const second = await begun(at, round, seat, 1)
    const marks = (turn: string) => ({ turn, 'choices[0]': round.needIds[0]! })
    const stale = await at.type(second.held, '/kiosk/vote', marks(first.turn))
    expect(stale.status).toBe(403)
    expect(await stale.text()).toContain('这是前一位留下的页面')
    const left = await at.type(first.held, '/kiosk/check', { turn: first.turn })
    expect([left.status, left.headers.get('location')]).toEqual([302, '/kiosk'])
    expect(await at.town.db.$count(participations)).toBe(0)
    const marked = await at.type(second.held, '/kiosk/vote', marks(second.turn))
    expect(marked.headers.get('location')).toBe('/kiosk/check')
    const checked = `${seat}; ${pair(cookiesIn(marked), 'kiosk-paper')}`
    const cast = await at.type(checked, '/kiosk/check', { turn: second.turn })
    expect(cast.headers.get('location')).toBe('/kiosk/receipt')
    const after = `${seat}; ${pair(cookiesIn(cast), 'kiosk-paper')}`
    const receipt = await fetch(`${at.url}/kiosk/receipt`, { headers: { cookie: after } })
    expect(receipt.headers.get('refresh')).toBe('30; url=/kiosk/next')
    const next = await fetch(`${at.url}/kiosk/next`, { headers: { cookie: after }, redirect: 'manual' })
    expect(cookiesIn(next).join()).toMatch(/kiosk-paper=[^;]*; Max-Age=0/)
    const gone = await fetch(`${at.url}/kiosk/receipt`, { headers: { cookie: after }, redirect: 'manual' })
    expect([gone.status, gone.headers.get('location')]).toEqual([302, '/kiosk'])
    expect(await at.town.db.select().from(participations)).toMatchObject([{ channel: 'kiosk' }])
  },
)

pages('a browser that is no machine gets nowhere, and a wrong code says what to do', async () => {
  const at = await served()
  const round = await openRound(at.town)
  const code = { _form: 'code', code: round.slips[0]!.code }
  expect((await at.type('', '/kiosk', code)).status).toBe(403)
  expect(await (await at.get(null, '/kiosk')).text()).toContain('投票机锁着')
  const { seat } = await unlocked(at, round)
  const wrong = await at.type(seat, '/kiosk', { _form: 'code', code: 'ACDEFG347' })
  expect([wrong.status, (await wrong.text()).includes('名册上没有这个投票码')]).toEqual([422, true])
  expect((await at.type(seat, '/kiosk', { _form: 'code', code: '1' })).status).toBe(400)
  const used = castFor(at.town.as('station'), {
    roundId: round.id,
    code: round.slips[0]!.code,
    channel: 'desk',
    choices: [round.needIds[0]!],
  })
  await used
  const { held, turn } = await begun(at, round, seat, 0)
  const marked = await at.type(held, '/kiosk/vote', { turn, 'choices[0]': round.needIds[0]! })
  const checked = `${seat}; ${pair(cookiesIn(marked), 'kiosk-paper')}`
  const cast = await at.type(checked, '/kiosk/check', { turn })
  expect([cast.status, (await cast.text()).includes('已经在服务站投过票')]).toEqual([409, true])
})

pages('the pages of rolls, slips, sheets and call-backs are for those who do them', async () => {
  const at = await served()
  const { id } = await openRound(at.town)
  const open: Record<string, readonly string[]> = {
    roll: ['clerk', 'director', 'supervisor', 'handler', 'approver'],
    'roll-sheet': ['clerk'],
    reissue: ['clerk'],
    paper: ['clerk', 'station', 'grid', 'director', 'supervisor'],
    callbacks: ['supervisor'],
  }
  const everyone = ['clerk', 'director', 'supervisor', 'station', 'grid', 'clerk2', 'handler', 'approver']
  for (const [page, who] of Object.entries(open))
    for (const one of [...everyone, 'resident1', 'signer1', 'admin', null]) {
      const { status } = await at.get(one, `/desk/rounds/${id}/${page}`)
      expect([page, one, status]).toEqual([page, one, one ? (who.includes(one) ? 200 : 404) : 403])
    }
  for (const one of ['clerk', 'station', 'grid'])
    expect((await at.get(one, '/kiosk/unlock')).status).toBe(200)
  for (const one of ['director', 'resident1', null])
    expect((await at.get(one, '/kiosk/unlock')).status).toBe(403)
})

pages(
  'a sheet is tried before it is loaded; what is no sheet, or holds identity numbers, is refused and not given back',
  async () => {
    const at = await served()
    const { id } = await draftedRound(at.town, { level: 'L0' })
    const clerk = await cookieFor(at.url, 'clerk')
    const path = `/desk/rounds/${id}/roll`
    const template = await at.get('clerk', `/desk/rounds/${id}/roll-sheet`)
    expect((await readSheet(Buffer.from(await template.arrayBuffer())))?.[0]?.[0]).toBe('称呼')
    const send = async (bytes: Uint8Array<ArrayBuffer>) => {
      const answer = await at.send(clerk, path, { _form: 'sheet', sheet: new File([bytes], 'roll.xlsx') })
      return [answer.status, await answer.text()] as const
    }
    const sheet = async (...rows: Array<Array<string | number>>) =>
      new Uint8Array(
        await writeSheets([{ name: '名册', columns: [{ head: '称呼' }, { head: '门牌' }], rows }]),
      )
    const before = await at.town.db.$count(rollEntries)
    const [status, said] = await send(new TextEncoder().encode('甲,1-101'))
    expect([status, said.includes('打不开这份文件')]).toEqual([422, true])
    const [young, words] = await send(await sheet(['甲', '1-101', 12]))
    expect([young, words.includes('第 2 行 C 列（年龄）')]).toEqual([422, true])
    const [held, back] = await send(await sheet(['甲', '1-101', '110101194403071234']))
    expect([held, back.includes('110101194403071234')]).toEqual([422, false])
    const typed = await at.send(clerk, path, { _form: 'load', roll: '甲,1-101,110101194403071234' })
    expect([typed.status, (await typed.text()).includes('110101194403071234')]).toEqual([422, false])
    const [tried, measure] = await send(await sheet(['甲', '1-101', 40], ['乙', '1-102', 82]))
    expect([tried, measure.includes('没有发现错误'), measure.includes('乙')]).toEqual([200, true, true])
    expect(await at.town.db.$count(rollEntries)).toBe(before)
    const dry = await at.send(clerk, path, { _form: 'load', dry: 'yes', roll: '甲,1-101' })
    expect(dry.status).toBe(200)
    expect(await at.town.db.$count(rollEntries)).toBe(before)
    const load = await at.send(clerk, path, { _form: 'load', source: 'sheet', roll: '甲,1-101\n乙,1-102' })
    expect(load.status).toBe(302)
    expect(await at.town.db.$count(rollEntries)).toBe(2)
  },
)

pages('bad input at the desk is said in words, and changes nothing', async () => {
  const at = await served()
  const round = await openRound(at.town)
  const clerk = await cookieFor(at.url, 'clerk')
  const desk = `/desk/rounds/${round.id}`
  const said = async (path: string, fields: Record<string, string>) => {
    const answer = await at.type(clerk, path, fields)
    return [answer.status, await answer.text()] as const
  }
  const wrong = [
    ['paper', { building: '', size: '3', carrierId: 'grid' }, 400, '请写给哪一栋'],
    ['paper', { building: '1号楼', size: '0', carrierId: 'grid' }, 400, '1 到 500'],
    ['paper', { building: '1号楼', size: '501', carrierId: 'grid' }, 400, '1 到 500'],
    ['paper', { building: '1号楼', size: '3', carrierId: 'signer1' }, 422, '带票人要在本社区'],
    ['reissue', { householdKey: '1号楼', act: 'void', ground: '' }, 400, '请写明理由'],
    ['reissue', { householdKey: '没有', act: 'void', ground: '丢了' }, 422, '没有这个门牌'],
    ['assist', { _form: 'cast', code: 'ACDEFG347', channel: 'paper' }, 400, ''],
  ] as const
  for (const [page, fields, status, words] of wrong) {
    const [got, html] = await said(`${desk}/${page}`, fields)
    expect([page, got, html.includes(words)]).toEqual([page, status, true])
  }
  expect(await at.town.db.$count(paperBatches)).toBe(0)
  const issued = await at.type(clerk, `${desk}/paper`, { building: '1号楼', size: '2', carrierId: 'grid' })
  const batch = issued.headers.get('location')!
  expect(batch).toMatch(new RegExp(`^${desk}/paper/\\w+$`))
  const print = await (await at.get('clerk', `${batch}/print`)).text()
  expect(print.match(/票号 01-00[12]/g)).toHaveLength(2)
  for (const name of ['住户1', round.slips[0]!.code]) expect(print).not.toContain(name)
  const [many, text] = await said(batch, { _form: 'return', used: '3', unused: '0' })
  expect([many, text.includes('只发出 2 张')]).toEqual([422, true])
  expect((await said(batch, { _form: 'return', used: 'x', unused: '0' }))[0]).toBe(400)
  await at.type(clerk, batch, { _form: 'return', used: '2', unused: '0' })
  const enter = { _form: 'enter', code: round.slips[0]!.code, 'choices[0]': round.needIds[0]!, voided: '' }
  expect((await said(batch, { ...enter, line: '0' }))[0]).toBe(400)
  expect((await said(batch, { ...enter, line: '3' }))[1]).toContain('票号是 1 到 2')
  const { code: _code, ...bare } = enter
  expect((await said(batch, { ...bare, line: '1' }))[1]).toContain('请输票上的投票码')
  const first = await at.type(clerk, batch, { ...enter, line: '1' })
  expect(first.headers.get('location')).toBe(`${batch}?done=first&line=1`)
  expect((await said(batch, { ...enter, line: '1' }))[1]).toContain('请换一个人录')
  expect((await at.get('clerk', batch.replace(round.id, 'elsewhere'))).status).toBe(404)
})

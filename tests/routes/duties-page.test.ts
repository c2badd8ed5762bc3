import { expect, onTestFinished, test } from 'vitest'
import { readSheet, writeSheets } from '#app/ports/sheet.ts'
import { installDuties } from '#domain/ask/suggestion/install-duties.ts'
import { cookieFor, isBuilt, serveTown } from '#tests/support/crawl.ts'
import { world } from '#tests/support/world.ts'

test.skipIf(!isBuilt)(
  'the responsibility list goes out as a sheet, comes back changed, is tried, and then revised',
  async () => {
    const town = await world()
    await town.transact((tx) => installDuties(tx))
    const { url, close } = await serveTown({ town, store: town.store, files: town.files })
    onTestFinished(close)
    const cookie = await cookieFor(url, 'admin')
    const get = async (path: string, who: string | null = 'admin') =>
      fetch(url + path, { headers: { cookie: await cookieFor(url, who) }, redirect: 'manual' })
    const send = (fields: Record<string, string | Blob>) => {
      const body = new FormData()
      for (const [name, value] of Object.entries(fields)) body.set(name, value)
      return fetch(`${url}/desk/duties`, {
        method: 'POST',
        redirect: 'manual',
        headers: { origin: url, cookie },
        body,
      })
    }
    expect((await get('/desk/duties', 'clerk')).status).toBe(403)
    expect((await get('/desk/duties-sheet', 'clerk')).status).toBe(403)
    expect((await (await get('/desk/duties')).text()).match(/<h1[\s>]/g)).toHaveLength(1)
    const rows = (await readSheet(Buffer.from(await (await get('/desk/duties-sheet')).arrayBuffer())))!
    const more = [...rows, ['P09', '购买服务', '社区养老服务', '区指导性目录', '居委会', '']]
    const sheet = async (lines: string[][]) =>
      new Blob([new Uint8Array(await writeSheets([{ name: 's', rows: lines }]))])
    const tried = await send({ _form: 'sheet', sheet: await sheet(more) })
    const words = await tried.text()
    expect(words).toContain('新增 1 项，改动 0 项，停用 0 项')
    expect(words).toContain('社区养老服务')
    const wrong = await send({
      _form: 'sheet',
      sheet: await sheet([...more, ['P10', '不知道', '事项', '依据', '居委会', '']]),
    })
    expect([wrong.status, (await wrong.text()).includes(`第 ${more.length + 1} 行：类别`)]).toEqual([
      422,
      true,
    ])
    expect((await send({ _form: 'sheet', sheet: new Blob(['no sheet']) })).status).toBe(422)
    const lines = more.map((row) => row.join('\t')).join('\n')
    const done = await send({ _form: 'load', lines, from: '2026-04-01', source: '区清单 2026' })
    expect([done.status, done.headers.get('location')]).toEqual([302, '/desk/duties'])
    expect(await (await get('/desk/duties')).text()).toContain('依据《区清单 2026》')
  },
)

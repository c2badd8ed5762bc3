import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { surveyAnswers } from '#db/schema/index.ts'
import { printSheets } from '#domain/ask/survey/print-sheets.ts'
import { cookieFor, isBuilt, type Served, serveTown } from '#tests/support/crawl.ts'
import { answersOf, everyKind, reportNow, surveyWith } from '#tests/support/survey.ts'
import { type Town, world } from '#tests/support/world.ts'

let town: Town
let served: Served
vi.setConfig({ testTimeout: 60_000 })
beforeEach(async () => {
  if (!isBuilt) return
  town = await world()
  served = await serveTown({ town, store: town.store, files: town.files })
}, 60_000)
afterEach(() => served?.close())

type Fields = ReadonlyArray<readonly [string, string]>
const send = (to: string, cookie: string, fields: Fields) =>
  fetch(served.url + to, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: served.url, cookie },
    body: new URLSearchParams([['_key', crypto.randomUUID()], ...fields.map(([k, v]) => [k, v])]),
  })
const page = async (to: string, cookie = '') => {
  const answer = await fetch(served.url + to, { headers: { cookie }, redirect: 'manual' })
  return { status: answer.status, html: await answer.text(), type: answer.headers.get('content-type') ?? '' }
}
const agreed: Fields = [['agreed', 'yes']]

test.skipIf(!isBuilt)(
  'on a phone: one page of notice, then one a question, and the sheet is in',
  async () => {
    const { code } = await surveyWith(town)
    const cover = await page(`/survey/${code}`)
    expect(cover.status).toBe(200)
    for (const words of ['个人信息保护法', '谁在问', '为什么问', '您的权利', '满 14 岁'])
      expect(cover.html).toContain(words)
    expect((await send(`/survey/${code}`, '', [])).status).toBe(400)
    expect((await page(`/survey/${code}/1`)).status).toBe(404)
    const begun = await send(`/survey/${code}`, '', agreed)
    expect([begun.status, begun.headers.get('location')]).toEqual([302, `/survey/${code}/1`])
    const set = begun.headers.get('set-cookie') ?? ''
    expect(set).toMatch(new RegExp(`Path=/survey/${code};.*HttpOnly; SameSite=Lax`))
    const phone = set.split(';')[0]!
    const typed: Fields[] = [
      [['answer', '老年']],
      [
        ['answer', '养老'],
        ['answer', '环境'],
      ],
      [['answer', '5']],
      [
        ['answer', '路灯'],
        ['answer', ''],
        ['answer', '电梯'],
      ],
      [['answer', '3']],
      [['answer', '青石一格']],
      [['answer', '灯太暗']],
    ]
    let [at, pages] = [`/survey/${code}/1`, 1]
    for (const [i, fields] of typed.entries()) {
      const shown = await page(at, phone)
      expect(shown.status).toBe(200)
      expect(shown.html).toContain(everyKind[i]!.text)
      expect(shown.html).not.toContain('<script')
      pages += 1
      const sent = await send(at, phone, fields)
      expect(sent.status).toBe(302)
      at = sent.headers.get('location')!
    }
    expect(at).toBe(`/survey/${code}/thanks`)
    expect(pages).toBeLessThanOrEqual(1 + everyKind.length)
    const [kept] = await town.db.select().from(surveyAnswers)
    expect(kept!.answers).toMatchObject({ Q2: ['养老', '环境'], Q4: ['路灯', '电梯'], Q7: '灯太暗' })
  },
)

test.skipIf(!isBuilt)(
  'a wrong answer keeps its page and what was typed; a phone put away is offered to go on',
  async () => {
    const { code } = await surveyWith(town)
    const phone = (await send(`/survey/${code}`, '', agreed)).headers.get('set-cookie')!.split(';')[0]!
    const empty = await send(`/survey/${code}/1`, phone, [['answer', '']])
    expect(empty.status).toBe(422)
    expect(await empty.text()).toContain('第 1 题要答')
    await send(`/survey/${code}/1`, phone, [['answer', '青年']])
    const cover = await page(`/survey/${code}`, phone)
    expect(cover.html).toContain(`/survey/${code}/2`)
    const back = await page(`/survey/${code}/1`, phone)
    expect(back.html).toMatch(/value="青年"[^>]*checked|checked[^>]*value="青年"/)
    const wrong = await send(`/survey/${code}/5`, phone, [['answer', '九百']])
    expect(wrong.status).toBe(422)
    expect(await wrong.text()).toContain('value="九百"')
  },
)

test.skipIf(!isBuilt)(
  'typing a sheet in: nothing to pass with Tab before the last answer but the answers',
  async () => {
    const { id } = await surveyWith(town)
    await printSheets(town.as('clerk'), { surveyId: id, building: '三号楼', households: 30, sheets: 2 })
    const clerk = await cookieFor(served.url, 'clerk')
    const { html } = await page(`/desk/surveys/${id}/enter`, clerk)
    const form = html.slice(html.indexOf('id="first"'))
    const fields = [...form.matchAll(/<(?:input|select|textarea|button|a)\b[^>]*>/g)]
      .map(([tag]) => tag)
      .filter((tag) => !tag.includes('type="hidden"'))
      .map((tag) => /name="([^"]+)"/.exec(tag)?.[1] ?? tag)
    expect(fields.slice(0, everyKind.length + 1)).toEqual([
      'sheetNo',
      ...everyKind.map((q) => `codes.${q.id}`),
    ])
    const sent = await send(`/desk/surveys/${id}/enter`, clerk, [
      ['channel', 'door'],
      ['gridId', 'G1'],
      ['sheetNo', '2'],
      ['codes.Q1', '3'],
      ['codes.Q2', '13'],
    ])
    expect(sent.status).toBe(302)
    const next = await page(sent.headers.get('location')!, clerk)
    expect(next.html).toContain('已录入，共 1 份')
    const again = await send(`/desk/surveys/${id}/enter`, clerk, [
      ['channel', 'door'],
      ['sheetNo', '2'],
      ['codes.Q1', '3'],
    ])
    expect(again.status).toBe(409)
  },
)

test.skipIf(!isBuilt)(
  'a questionnaire is made on plain pages, previewed, and its survey printed sheet by sheet',
  async () => {
    const clerk = await cookieFor(served.url, 'clerk')
    const made = await send('/desk/templates', clerk, [['title', '楼道小问卷']])
    const here = made.headers.get('location')!
    const asked: Fields = [
      ['kind', 'rank'],
      ['text', '先办哪件'],
      ['options', '电梯\n路灯'],
      ['max', ''],
    ]
    expect((await send(`${here}/questions/new`, clerk, asked)).headers.get('location')).toBe(here)
    const bad = await send(`${here}/questions/new`, clerk, [
      ['kind', 'single'],
      ['text', '没有选项'],
    ])
    expect(bad.status).toBe(422)
    await send(`${here}/questions/new`, clerk, [
      ['kind', 'scale'],
      ['text', '满意吗'],
    ])
    const moved = await send(here, clerk, [
      ['_form', 'order'],
      ['questionId', 'Q2'],
      ['to', 'up'],
    ])
    expect(moved.status).toBe(302)
    const shown = (await page(here, clerk)).html
    expect(shown.indexOf('满意吗')).toBeLessThan(shown.indexOf('先办哪件'))
    expect((await page(`${here}/preview`, clerk)).html).toContain('第 2 位')
    expect((await page(`${here}/questions/Q1`, clerk)).html).toContain('先办哪件')
    const other = await cookieFor(served.url, 'clerk2')
    for (const to of [here, `${here}/preview`, `${here}/questions/new`])
      expect((await page(to, other)).status).toBe(404)
    expect((await page('/desk/templates')).status).toBe(403)
  },
)

test.skipIf(!isBuilt)(
  'sheets, words, report, waves and files answer those they are for, and nobody else',
  async () => {
    const { id } = await surveyWith(town)
    const { batchId } = await printSheets(town.as('clerk'), {
      surveyId: id,
      building: '三号楼',
      households: 30,
      sheets: 2,
    })
    const rows = Array.from({ length: 60 }, (_, i) => ({
      gridId: 'G1',
      answers: { Q1: i % 2 ? '青年' : '老年', Q7: '灯太暗' },
    }))
    await answersOf(town, id, rows)
    const desk = `/desk/surveys/${id}`
    const clerk = await cookieFor(served.url, 'clerk')
    const sheet = await page(`${desk}/sheets/${batchId}`, clerk)
    expect(sheet.html).toContain('编号 2')
    expect(sheet.html).toMatch(/问卷码 [3479ACDEFGHJKLMNPQRTUWXY]{3}-/)
    expect((await page(`/surveys/${id}/file.xlsx`)).status).toBe(404)
    expect((await page(`${desk}/words`, clerk)).status).toBe(409)
    expect((await page('/communities/C1')).html).not.toContain(`href="/surveys/${id}"`)
    expect((await page('/communities/C1')).html).toContain('href="/gaps?street=S1"')
    expect((await page('/gaps?street=S1')).status).toBe(200)
    await reportNow(town, id)
    expect((await page('/communities/C1?2')).html).toContain(`href="/surveys/${id}"`)
    const report = await page(`/surveys/${id}`)
    expect(report.html).toContain('<svg')
    expect(report.html).toContain('柱状图')
    expect(report.html).not.toContain('灯太暗')
    expect((await page(`/surveys/${id}/waves`)).status).toBe(200)
    expect((await page(`/surveys/${id}/file.xlsx`)).type).toContain('spreadsheetml')
    expect((await page(`${desk}/words`, clerk)).html).toContain('灯太暗')
    expect((await page(`${desk}/answers.xlsx`, clerk)).type).toContain('spreadsheetml')
    for (const person of [null, 'resident1', 'station', 'clerk2', 'handler'])
      for (const path of ['sheets', `sheets/${batchId}`, 'words', 'answers.xlsx', 'settle/1']) {
        const { status } = await page(`${desk}/${path}`, await cookieFor(served.url, person))
        expect([403, 404], `${person} ${path}`).toContain(status)
      }
    for (const path of ['', '/enter', '/sheets', '/words']) {
      const { status, html } = await page(`${desk}${path}`, `${clerk}; lang=en`)
      expect([
        status,
        /survey\.|report\.|relation\./.test(html.replace(/name="[^"]*"|href="[^"]*"/g, '')),
      ]).toEqual([200, false])
    }
  },
)

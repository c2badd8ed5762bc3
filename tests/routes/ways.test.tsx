import type { ReactElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { createStaticHandler, createStaticRouter, StaticRouterProvider } from 'react-router-dom/server.js'
import { beforeEach, expect, test } from 'vitest'
import { ErrorSummary } from '#app/components/error-summary.tsx'
import { Form } from '#app/components/form.tsx'
import { Page } from '#app/components/page.tsx'
import { Acting } from '#app/components/shell/acting.tsx'
import type { Shell } from '#app/components/shell/shell.ts'
import { Trouble } from '#app/components/shell/trouble.tsx'
import Calendar from '#app/routes/who/calendar.tsx'

const now = { said: '', form: '', typed: {} as object, loaded: {} as object }

const li: Shell['viewer'] = { name: '李阿姨', seat: null, seats: [] }
/** One component as a page's own: within the frame, after a refused form; `Trouble` where the page has thrown. */
const page = (lang: Shell['lang'], viewer: Shell['viewer'], one: ReactElement) => {
  const root = { lang, viewer, path: '/', elder: false, demo: false, place: null }
  const thrown = one.type === Trouble
  const child = { id: 'page', index: true as const, element: one, errorElement: one }
  const { dataRoutes } = createStaticHandler([{ id: 'root', path: '/', children: [child] }])
  const [top, leaf] = [dataRoutes[0]!, dataRoutes[0]!.children![0]!]
  const at = { params: {}, pathname: '/', pathnameBase: '/' }
  const context = {
    basename: '/',
    location: { pathname: '/', search: '', hash: '', state: null, key: 'x' },
    matches: [
      { ...at, route: top },
      { ...at, route: leaf },
    ],
    loaderData: { root, page: now.loaded },
    actionData: thrown
      ? null
      : { page: { error: { '': [now.said] }, initialValue: { ...now.typed, _form: now.form } } },
    errors: thrown ? { page: { status: 409, statusText: '', internal: false, data: now.said } } : null,
    statusCode: 200,
    loaderHeaders: {},
    actionHeaders: {},
    activeDeferreds: null,
  }
  const router = createStaticRouter(dataRoutes, context)
  return renderToStaticMarkup(<StaticRouterProvider router={router} context={context} hydrate={false} />)
}
beforeEach(() => {
  now.said = 'refusal.calendar-year-missing?year=2027'
  now.form = ''
  now.typed = { words: '付第一笔' }
})

test('the strip of who one is leads everyone signed in to his data and notices', () => {
  expect(page('zh-CN', li, <Acting />)).toContain('<a class="hit" href="/me">我的资料与通知</a>')
  const seat = { id: 's', role: 'street_handler' as const, partyName: '街道' }
  expect(page('en', { ...li!, seat, seats: [seat] }, <Acting />)).toContain('href="/me">My data and notices<')
  expect(page('en', null, <Acting />)).toBe('')
})

test('a year that is wanting is said with the way to the calendar, in a form and on a page', () => {
  for (const shown of [<ErrorSummary key="s" />, <Trouble key="t" />]) {
    const zh = page('zh-CN', li, shown)
    expect(zh).toContain('2027 年的节假日安排还没有录入')
    expect(zh).toContain('href="/desk/calendar">工作日日历</a>')
    expect(page('en', li, shown)).toContain('href="/desk/calendar"')
    const anyone = page('zh-CN', null, shown)
    expect(anyone).toContain('href="/rules#calendar">工作日日历</a>')
    expect(anyone).not.toContain('/desk/calendar')
  }
})

test('a sealed number is said with the way to sign in, to who is not', () => {
  now.said = 'refusal.number-sealed?after=%2Forders'
  const zh = page('zh-CN', null, <ErrorSummary />)
  expect(zh).toContain('只有办这件事的各方看得到')
  expect(zh).toContain('href="/sign-in?to=/orders">去登录</a>')
  expect(page('en', null, <ErrorSummary />)).toContain('Only those concerned')
})

test('who may not enter the calendar reads its years and finds no form', () => {
  const years = [{ year: 2026, holidays: ['2026-01-01'], workdays: [], source: '国办通知' }]
  const read = { years, changes: [], today: '2026-03-02', wanting: { years: [2027], live: null } }
  now.loaded = { ...read, enters: false }
  for (const [lang, ask] of [
    ['zh-CN', '系统管理员或区审批人录入以后'],
    ['en', 'has entered it'],
  ] as const) {
    const html = page(lang, li, <Calendar />)
    for (const words of ['国办通知', '2027', ask]) expect(html).toContain(words)
    expect(html).not.toContain('<form')
  }
  now.loaded = { ...read, enters: true }
  expect(page('zh-CN', li, <Calendar />)).toContain('name="holidays"')
})

test('a form that stands on the page no more is refused on the page itself, and one that stands there in its own place', () => {
  const one = (
    <Page title="付款">
      <Form name="approve" submit="同意支付" />
    </Page>
  )
  now.said = 'refusal.payment-already-asked?refNo=ZF-1'
  now.form = 'confirm'
  const gone = page('zh-CN', li, one)
  expect(gone.match(/ZF-1/g)).toHaveLength(1)
  expect(gone).toContain('role="alert"')
  expect(gone).not.toContain('您填的内容都还在')
  now.form = 'approve'
  const here = page('zh-CN', li, one)
  expect(here.match(/ZF-1/g)).toHaveLength(1)
  expect(here.indexOf('ZF-1')).toBeGreaterThan(here.indexOf('id="form-approve"'))
  expect(here).toContain('您填的内容都还在')
})

test('a refused form says that what was typed is there, but of its files that they must be chosen again', () => {
  now.said = 'refusal.payment-already-asked?refNo=ZF-1'
  now.form = 'ask'
  const carrying = page('zh-CN', li, <Form name="ask" files submit="提交" />)
  expect(carrying).toContain('照片、录音、附件要重新选')
  expect(carrying).not.toContain('没有丢')
  expect(page('en', li, <Form name="ask" files />)).toContain('have to be chosen again')
  expect(page('zh-CN', li, <Form name="ask" submit="提交" />)).toContain('没有丢')
  now.typed = { first: 'T1', firstWords: 'one two three four' }
  const asked = page('zh-CN', li, <Form name="ask" submit="开票" />)
  expect([asked.includes('口令不会留在页面上'), asked.includes('没有丢'), asked.includes('one two')]).toEqual(
    [true, false, false],
  )
  now.typed = { words: '' }
  expect(page('zh-CN', li, <Form name="ask" submit="提交" />)).not.toContain('没有丢')
})

import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { formAction } from '#app/http/form-action.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { openDoor } from '../security/door.ts'
import { isBuilt, sendForm, serveTown } from '../support/crawl.ts'
import { world } from '../support/world.ts'

const full = () => {
  throw new Error('query failed', { cause: Object.assign(new Error('x'), { code: 'SQLITE_FULL' }) })
}
const asked = (init: RequestInit) =>
  ({
    request: new Request('http://localhost/x', init),
    params: {},
    context: {
      address: '',
      world: { refresh: async () => {}, store: { transact: full }, calendar: () => null },
    },
  }) as unknown as LoaderFunctionArgs & ActionFunctionArgs

test('a form that found no room is answered 503, says that nothing was saved, and keeps what was typed', async () => {
  const form = z.object({ words: z.string() })
  const send = formAction({ form, run: (ctx) => ctx.transact(async () => ({})), goTo: () => '/' })
  const answer = await send(asked({ method: 'POST', body: new URLSearchParams({ words: '修路灯' }) }))
  expect(answer).toMatchObject({
    init: { status: 503 },
    data: { error: { '': ['trouble.503.text'] }, initialValue: { words: '修路灯' } },
  })
})

test('a page that found no room is the error page of 503; any other fault is still a fault', async () => {
  const said = await pageLoader(async () => full())(asked({})).catch((error: unknown) => error)
  expect(said).toBeInstanceOf(Response)
  expect([(said as Response).status, await (said as Response).text()]).toEqual([503, 'trouble.503.text'])
  const broken = pageLoader(async () => {
    throw new Error('broken')
  })
  await expect(broken(asked({}))).rejects.toThrow('broken')
})

test('every 503 says when to come again', async () => {
  const { knock, shut } = await openDoor({ handler: async () => new Response('x', { status: 503 }) })
  expect((await knock('/needs')).headers['retry-after']).toBe('60')
  await shut()
})

test.runIf(isBuilt)(
  'while the disk is full every page says so, a form is refused in both languages, and then all is well',
  async () => {
    const town = await world()
    let isFull = false
    const transact: typeof town.store.transact = (work) => (isFull ? full() : town.store.transact(work))
    const store = { ...town.store, full: () => isFull, transact }
    const { url, close } = await serveTown({ town, store, files: town.files })
    const get = async (lang: string) =>
      (await fetch(url, { headers: { cookie: `lang=${lang}; sid=none` } })).text()
    const send = (lang: string) => sendForm(url, '/sign-in', `lang=${lang}`, { phone: '13800000001' })
    const words = {
      'zh-CN': ['系统存储空间已满', '没有保存'],
      en: ['disk of this service is full', 'was not saved'],
    }
    isFull = true
    for (const [lang, [banner, refusal]] of Object.entries(words)) {
      expect(await get(lang)).toContain(banner)
      const answer = await send(lang)
      expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '60'])
      expect(await answer.text()).toContain(refusal)
    }
    isFull = false
    expect(await get('en')).not.toContain('disk of this service is full')
    expect((await send('en')).status).toBe(302)
    await close()
  },
)

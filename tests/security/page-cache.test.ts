import { gunzipSync } from 'node:zlib'
import { expect, test, vi } from 'vitest'
import { openPageCache } from '#app/http/page-cache.ts'
import { weightedMap } from '#app/http/weighted-map.ts'
import { openDoor, ownForm } from './door.ts'

const page = (text: string, headers: Record<string, string> = {}) =>
  new Response(text.padEnd(2_000), {
    headers: { 'Content-Type': 'text/html; charset=utf-8', 'X-Sanshe-Public': '1', ...headers },
  })

/** A door whose page counts how often it was made, and the world it stands in. */
async function openCounter(
  answer: (made: number, request: Request) => Response | Promise<Response> = (made) => page(`made ${made}`),
) {
  const world = { commits: 0, made: 0 }
  const handler = async (request: Request) => answer(++world.made, request)
  const door = await openDoor({ handler, version: () => `${world.commits}` })
  return { world, ...door }
}

test('a public page is made once and sent to everyone, compressed or not, with one name', async () => {
  const { knock, shut, world } = await openCounter()
  const first = await knock('/needs')
  const zipped = await knock('/needs', { headers: { 'accept-encoding': 'gzip, br' } })
  expect(world.made).toBe(1)
  expect(first.text.trim()).toBe('made 1')
  expect(zipped.headers['content-encoding']).toBe('gzip')
  expect(gunzipSync(zipped.bytes).toString().trim()).toBe('made 1')
  expect(zipped.headers.etag).toBe(first.headers.etag)
  expect(first.headers['cache-control']).toBe('private, no-cache')
  expect(first.headers).not.toHaveProperty('x-sanshe-public')
  expect(first.headers['content-security-policy']).toContain("script-src 'none'")
  await shut()
})

test('a visitor whose copy is still good is told so in a few bytes', async () => {
  const { knock, shut } = await openCounter()
  const { headers } = await knock('/needs')
  const again = await knock('/needs', { headers: { 'if-none-match': String(headers.etag) } })
  expect([again.status, again.bytes.length]).toEqual([304, 0])
  expect((await knock('/needs', { headers: { 'if-none-match': '"other"' } })).status).toBe(200)
  expect((await knock('/needs', { method: 'HEAD' })).bytes.length).toBe(0)
  await shut()
})

test('a page is made anew after a write, or when the minute turns', async () => {
  let [version, now, made] = ['1', 1_000_000, 0]
  const cache = openPageCache({ version: () => version, now: () => now })
  const ask = async () => {
    const kept = cache.find('k')
    if (!kept) await cache.make('k', async () => ({ body: Buffer.from(`${++made}`), headers: [] }))
    return made
  }
  expect([await ask(), await ask()]).toEqual([1, 1])
  version = '2'
  expect(await ask()).toBe(2)
  now += 60_000
  expect(await ask()).toBe(3)
})

test('under a storm of writes a page that was dear to make may be a second old, and no older', async () => {
  let [commits, now, made] = [0, 1_000_000, 0]
  const cache = openPageCache({ version: () => `${commits++}`, now: () => now })
  const ask = async () => {
    if (cache.find('k')) return made
    await cache.make('k', async () => {
      now += 100
      return { body: Buffer.from(`${++made}`), headers: [] }
    })
    return made
  }
  expect([await ask(), await ask()]).toEqual([1, 1])
  now += 850
  expect(await ask()).toBe(1)
  now += 60
  expect(await ask()).toBe(2)
})

test('a cheap page lasts longer the longer a storm of writes goes on, never past a second, and in quiet as short as before', async () => {
  let [commits, now, made] = [0, 1_000_000, 0]
  const cache = openPageCache({ version: () => `${commits++}`, now: () => now })
  const make = () =>
    cache.make('k', async () => {
      now += 10
      return { body: Buffer.from(`${++made}`), headers: [] }
    })
  /** 毫秒 from its making to the first moment it is not sent any more. */
  const lasting = async () => {
    await make()
    const madeAt = now - 10
    while (cache.find('k')) now += 10
    return now - madeAt
  }
  expect([await lasting(), await lasting(), await lasting()]).toEqual([200, 400, 800])
  expect([await lasting(), await lasting()]).toEqual([1_000, 1_000])
  now += 2_000
  expect(await lasting()).toBe(200)
})

test('while a page is made anew in a storm of writes others wait for it; one made for the first time is no answer to who came after a write', async () => {
  let [commits, now, made] = [0, 1_000_000, 0]
  const cache = openPageCache({ version: () => `${commits}`, now: () => now })
  const make = () =>
    cache.make('k', async () => {
      now += 50
      return { body: Buffer.from(`${++made}`), headers: [] }
    })
  const askedTwice = () => {
    const first = make()
    commits += 1
    return [first, make()] as const
  }
  await Promise.all(askedTwice())
  expect(made).toBe(2)
  now += 2_000
  const [first, second] = askedTwice()
  expect(second).toBe(first)
  now += 1_000
  const third = make()
  expect(third).not.toBe(first)
  await Promise.all([first, second, third])
})

test('nothing of a signed-in visitor is kept, and nothing kept is shown to one', async () => {
  const { knock, shut, world } = await openCounter((made, request) =>
    page(`made ${made} ${request.headers.get('cookie')}`),
  )
  await knock('/needs')
  const own = await knock('/needs', { headers: { cookie: 'session=abc' } })
  expect(own.text).toContain('made 2 session=abc')
  expect(own.headers['cache-control']).toBe('no-store')
  expect((await knock('/needs')).text).toContain('made 1 null')
  const personal: Record<string, string>[] = [
    { cookie: 'lang=en; session=abc' },
    { cookie: 'x=lang=en' },
    { cookie: 'lang=en;session=a' },
    { authorization: 'Basic x' },
  ]
  for (const headers of personal) await knock('/needs', { headers })
  expect(world.made).toBe(6)
  await shut()
})

test('language and elder mode have pages of their own', async () => {
  const { knock, shut } = await openCounter((made, request) =>
    page(`${made} ${request.headers.get('cookie')}`),
  )
  const cookies = ['lang=en', 'lang=zh-CN', 'elder=1', 'lang=en; elder=1']
  for (const [nth, cookie] of cookies.entries()) {
    for (let twice = 0; twice < 2; twice++)
      expect((await knock('/needs', { headers: { cookie } })).text.trim()).toBe(`${nth + 1} ${cookie}`)
  }
  await shut()
})

test('a kept page cannot have been coloured by anything that is not in its key', async () => {
  const seen: string[] = []
  const { knock, shut } = await openCounter((_made, request) => {
    seen.push([...request.headers.keys()].join(' '))
    return page('same')
  })
  await knock('/needs', {
    headers: {
      'accept-language': 'fr',
      'user-agent': 'evil',
      'x-anything': '<script>',
      referer: 'https://evil.example',
    },
  })
  expect(seen).toEqual([''])
  await shut()
})

const unkept: [string, () => Response][] = [
  [
    'a page that does not call itself public',
    () => new Response('x', { headers: { 'Content-Type': 'text/html' } }),
  ],
  ['a page that sets a cookie', () => page('x', { 'Set-Cookie': 'a=1' })],
  [
    'a page that is not there',
    () =>
      new Response('x', { status: 404, headers: { 'Content-Type': 'text/html', 'X-Sanshe-Public': '1' } }),
  ],
  ['a page with a form that may be sent once', () => page('<input name="_key" value="1">')],
  ['a file', () => page('x', { 'Content-Type': 'text/csv' })],
  [
    'a redirect',
    () => new Response(null, { status: 302, headers: { Location: '/', 'X-Sanshe-Public': '1' } }),
  ],
]

for (const [what, answer] of unkept) {
  test(`${what} is not kept`, async () => {
    const { knock, shut, world, cache } = await openCounter(answer)
    await knock('/a')
    const second = await knock('/a')
    expect([world.made, cache.count()]).toEqual([2, 0])
    expect(second.headers['cache-control']).toBe('no-store')
    expect(second.headers).not.toHaveProperty('x-sanshe-public')
    await shut()
  })
}

test('an answer to a form is never kept', async () => {
  const { knock, shut, world, origin } = await openCounter()
  await knock('/a', ownForm(origin))
  await knock('/a', ownForm(origin))
  expect(world.made).toBe(2)
  await shut()
})

test('forty visitors who ask at once wait for one page; of pages that are their own, each gets one', async () => {
  const slow = (answer: Response) => new Promise<Response>((resolve) => setTimeout(resolve, 50, answer))
  const shared = await openCounter((made) => slow(page(`made ${made}`)))
  const answers = await Promise.all(Array.from({ length: 40 }, () => shared.knock('/needs')))
  expect(new Set(answers.map(({ text }) => text.trim()))).toEqual(new Set(['made 1']))
  await shared.shut()
  const own = await openCounter((made) => slow(new Response(`made ${made}`)))
  const each = await Promise.all(Array.from({ length: 10 }, () => own.knock('/sign-in')))
  expect(new Set(each.map(({ text }) => text)).size).toBe(10)
  await own.shut()
})

test('a page that breaks while many wait breaks for them only', async () => {
  const { knock, shut } = await openCounter((made) => {
    if (made === 1) throw new Error('once')
    return page(`made ${made}`)
  })
  expect((await knock('/needs')).status).toBe(500)
  expect((await knock('/needs')).text.trim()).toBe('made 2')
  await shut()
})

test('what is kept stays within its weight, and what was read last stays longest', () => {
  const weigh = vi.fn((_key: string, value: string) => value.length)
  const map = weightedMap<string>(10, weigh)
  map.set('a', 'aaaa')
  map.set('b', 'bbbb')
  map.get('a')
  map.set('c', 'cccc')
  expect([map.get('a'), map.get('b'), map.get('c'), map.weight(), map.count()]).toEqual([
    'aaaa',
    undefined,
    'cccc',
    8,
    2,
  ])
  map.set('a', 'a')
  expect(map.weight()).toBe(5)
  map.set('d', 'd'.repeat(11))
  expect(map.count()).toBe(0)
})

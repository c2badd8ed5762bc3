import { expect, test } from 'vitest'
import { neighbourhoodOf } from '#app/http/rate-limit.ts'
import { openDoor, ownForm, rawKnock, tinyWorld } from './door.ts'

type Knock = Parameters<Awaited<ReturnType<typeof openDoor>>['knock']>[1]

const form = (origin: string, change: Knock = {}) => {
  const own = ownForm(origin)
  return { ...own, ...change, headers: { ...own.headers, ...change.headers } }
}
const urlencoded = (names: string[]) => names.map((name) => `${name}=1`).join('&')
const manyHeaders = Object.fromEntries(Array.from({ length: 110 }, (_, nth) => [`x-${nth}`, '1']))
const multipart = (names: string[]) =>
  `${names.map((name) => `--mark\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n1\r\n`).join('')}--mark--\r\n`
const disposition = (name: string) => `Content-Disposition: form-data; name="${name}"`
const part = (...heads: string[]) => `--mark\r\n${heads.join('\r\n')}\r\n\r\n1\r\n--mark--\r\n`
const asMultipart = { 'content-type': 'multipart/form-data; boundary=mark' }

const refusals: [string, string, number, (origin: string) => [path: string, knock: Knock]][] = [
  ['a host that is not ours', 'host', 421, () => ['/', { headers: { host: 'evil.example' } }]],
  [
    'a host that only begins like ours',
    'host',
    421,
    () => ['/', { headers: { host: '127.0.0.1.evil.example' } }],
  ],
  ['PUT', 'method', 405, (origin) => ['/', form(origin, { method: 'PUT' })]],
  ['DELETE', 'method', 405, (origin) => ['/', form(origin, { method: 'DELETE' })]],
  ['OPTIONS', 'method', 405, (origin) => ['/', form(origin, { method: 'OPTIONS' })]],
  ['a URL of 2,049 characters', 'url', 414, () => [`/${'a'.repeat(2048)}`, {}]],
  ['a path with two slashes', 'path', 400, () => ['//evil.example/', {}]],
  ['a path with a hidden slash', 'path', 400, () => ['/needs%2fx', {}]],
  ['a path with a backslash', 'path', 400, () => ['/\\evil.example', {}]],
  ['a path with a hidden backslash', 'path', 400, () => ['/%5cevil.example', {}]],
  ['a path with a line break', 'path', 400, () => ['/needs%0d%0aX', {}]],
  ['a path that climbs', 'path', 400, () => ['/needs/%2e%2e/desk', {}]],
  ['a path that does not decode', 'path', 400, () => ['/%e5%85', {}]],
  ['_data', 'hidden', 404, () => ['/?_data=root', {}]],
  ['_data spelled otherwise', 'hidden', 404, () => ['/?a=1&%5f%64ata=root', {}]],
  ['_routes', 'hidden', 404, () => ['/?_routes=root', {}]],
  ['a .data address', 'hidden', 404, () => ['/_root.data', {}]],
  ['a .data address spelled otherwise', 'hidden', 404, () => ['/needs.dat%61', {}]],
  ['the route manifest', 'hidden', 404, () => ['/__manifest?p=/', {}]],
  ['a hundred and ten headers', 'headers', 431, () => ['/', { headers: manyHeaders }]],
  ['a GET with a body', 'bodyless', 400, () => ['/', { headers: { 'content-length': '1' }, body: 'a' }]],
  [
    'a form from a stranger',
    'origin',
    403,
    (origin) => ['/', form(origin, { headers: { origin: 'https://evil.example' } })],
  ],
  [
    'JSON',
    'type',
    415,
    (origin) => ['/', form(origin, { headers: { 'content-type': 'application/json' }, body: '{}' })],
  ],
  ['plain text', 'type', 415, (origin) => ['/', form(origin, { headers: { 'content-type': 'text/plain' } })]],
  ['no type', 'type', 415, (origin) => ['/', form(origin, { headers: { 'content-type': '' } })]],
  [
    'another charset',
    'type',
    415,
    (origin) => [
      '/',
      form(origin, { headers: { 'content-type': 'application/x-www-form-urlencoded; charset=gbk' } }),
    ],
  ],
  [
    'a compressed form',
    'type',
    415,
    (origin) => ['/', form(origin, { headers: { 'content-encoding': 'gzip' } })],
  ],
  ['a form that does not say its size', 'length', 411, (origin) => ['/', form(origin, { chunked: true })]],
  [
    'a form of more than 64 kB',
    'length',
    413,
    (origin) => ['/', form(origin, { body: `a=${'b'.repeat(65_536)}` })],
  ],
  ['501 fields', 'fields', 400, (origin) => ['/', form(origin, { body: urlencoded(Array(501).fill('a')) })]],
  ['a name four deep', 'fields', 400, (origin) => ['/', form(origin, { body: urlencoded(['a.b.c.d']) })]],
  [
    'a name of nested lists',
    'fields',
    400,
    (origin) => ['/', form(origin, { body: urlencoded(['a[0][0][0]']) })],
  ],
  [
    'a name that reaches for the prototype',
    'fields',
    400,
    (origin) => ['/', form(origin, { body: urlencoded(['__proto__.admin']) })],
  ],
  [
    'a hidden name that reaches for the prototype',
    'fields',
    400,
    (origin) => ['/', form(origin, { body: urlencoded(['%5F_proto__[0]']) })],
  ],
  [
    'a name of 101 characters',
    'fields',
    400,
    (origin) => ['/', form(origin, { body: urlencoded(['a'.repeat(101)]) })],
  ],
  [
    '501 parts',
    'fields',
    400,
    (origin) => ['/', form(origin, { headers: asMultipart, body: multipart(Array(501).fill('a')) })],
  ],
  [
    'a part without a name',
    'fields',
    400,
    (origin) => ['/', form(origin, { headers: asMultipart, body: '--mark\r\n\r\n1\r\n--mark--' })],
  ],
  [
    'a form that never ends',
    'fields',
    400,
    (origin) => ['/', form(origin, { headers: asMultipart, body: multipart(['a']).slice(0, -6) })],
  ],
  [
    'a part that names itself twice, of which the reader takes the second',
    'fields',
    400,
    (origin) => [
      '/',
      form(origin, { headers: asMultipart, body: part(disposition('a'), disposition('a[400000000]')) }),
    ],
  ],
  [
    'a part with a harmless name in another of its headers',
    'fields',
    400,
    (origin) => [
      '/',
      form(origin, { headers: asMultipart, body: part('X: ; name="a"', disposition('a[400000000]')) }),
    ],
  ],
  [
    'a part whose own name comes after a kilobyte of headers',
    'fields',
    400,
    (origin) => [
      '/',
      form(origin, {
        headers: asMultipart,
        body: part(disposition('a'), `X: ${'x'.repeat(2_048)}`, disposition('a[400000000]')),
      }),
    ],
  ],
  [
    'a second boundary, quoted in another parameter',
    'fields',
    400,
    (origin) => [
      '/',
      form(origin, {
        headers: { 'content-type': 'multipart/form-data; x="boundary=other"; boundary=mark' },
        body: `${part(disposition('a[400000000]'))}--other\r\n${disposition('a')}\r\n\r\n1\r\n--other--`,
      }),
    ],
  ],
  [
    'a name that reaches for the prototype behind a byte order mark',
    'fields',
    400,
    (origin) => ['/', form(origin, { body: '\ufeff__proto__.admin=1' })],
  ],
  [
    'a part named four deep',
    'fields',
    400,
    (origin) => ['/', form(origin, { headers: asMultipart, body: multipart(['a.b.c.d']) })],
  ],
]

for (const [what, defence, status, make] of refusals) {
  test(`${what} is turned away with ${status}, and would not be without “${defence}”`, async () => {
    let reached = 0
    const handler = async () => {
      reached++
      return new Response('reached')
    }
    const guarded = await openDoor({ handler })
    const refused = await guarded.knock(...make(guarded.origin))
    await guarded.shut()
    expect([refused.status, reached]).toEqual([status, 0])
    expect(refused.headers['x-content-type-options']).toBe('nosniff')

    const open = await openDoor({ handler, without: [defence] })
    await open.knock(...make(open.origin))
    await open.shut()
    expect(reached).toBe(1)
  })
}

test('a request with two hosts is nobody’s', async () => {
  const door = await openDoor()
  const hosts = (...names: string[]) =>
    rawKnock(
      door.port,
      `GET / HTTP/1.1\r\n${names.map((name) => `Host: ${name}\r\n`).join('')}Connection: close\r\n\r\n`,
    )
  expect((await hosts('localhost')).text).toMatch(/^HTTP\/1\.1 200/)
  expect((await hosts('localhost', 'evil.example')).text).toMatch(/^HTTP\/1\.1 421/)
  await door.shut()
})

test('ordinary forms, long ones and ones with files pass', async () => {
  const door = await openDoor({
    handler: async (request) => new Response([...(await request.formData()).keys()].join(' ')),
  })
  const names = ['title', 'items[12]', 'criteria[0].options[2].label', '事由', '_key']
  const bodies: [Knock, string][] = [
    [form(door.origin, { body: urlencoded(names.map(encodeURIComponent)) }), names.join(' ')],
    [form(door.origin, { body: '' }), ''],
    [form(door.origin, { body: `a=${'b'.repeat(65_000)}` }), 'a'],
    [form(door.origin, { headers: asMultipart, body: multipart(names) }), names.join(' ')],
    [form(door.origin, { body: urlencoded(Array(500).fill('a')) }), Array(500).fill('a').join(' ')],
  ]
  for (const [knock, said] of bodies)
    expect(await door.knock('/', knock)).toMatchObject({ status: 200, text: said })
  await door.shut()
})

test('what a forwarded header claims changes neither the address, nor the scheme, nor the visitor', async () => {
  const handler = async (request: Request, { address }: { address: string }) =>
    new Response(
      `${new URL(request.url).origin} ${address} ${[...request.headers.keys()].filter((name) => name.startsWith('x-'))}`,
    )
  const headers = {
    'x-forwarded-host': 'evil.example',
    'x-forwarded-for': '6.6.6.6',
    'x-forwarded-proto': 'https',
    'x-original-url': '/desk',
    'x-http-method-override': 'DELETE',
    'x-remix-response': 'yes',
  }
  const door = await openDoor({ handler })
  expect((await door.knock('/desk', { headers: { ...headers, cookie: 'a=1' } })).text.trim()).toBe(
    `${door.origin} 127.0.0.1`,
  )
  await door.shut()
  const behindProxy = await openDoor({ handler, env: { trustProxy: 'loopback' } })
  const answer = await behindProxy.knock('/desk', { headers: { ...headers, cookie: 'a=1' } })
  expect(answer.text.trim()).toBe(`${behindProxy.origin.replace('http:', 'https:')} 6.6.6.6`)
  expect(answer.headers['strict-transport-security']).toMatch(/^max-age=/)
  await behindProxy.shut()
  const credulous = await openDoor({ handler, without: ['hearsay'] })
  expect((await credulous.knock('/', { headers: { ...headers, cookie: 'a=1' } })).text).toContain(
    'x-original-url',
  )
  await credulous.shut()
})

test('an address that sends too many forms is told to wait, and others are not', async () => {
  const door = await openDoor({ env: { formsAMinute: 3, trustProxy: 'loopback' } })
  const from = (address: string) =>
    door
      .knock('/', form(door.origin, { headers: { 'x-forwarded-for': address } }))
      .then(({ status }) => status)
  const statuses = []
  for (let nth = 0; nth < 4; nth++) statuses.push(await from('10.0.0.1'))
  expect(statuses).toEqual([200, 200, 200, 429])
  expect(await from('10.0.0.2')).toBe(200)
  expect((await door.knock('/')).status).toBe(200)
  await door.shut()
  const patient = await openDoor({ env: { formsAMinute: 1 }, without: ['rate'] })
  for (let nth = 0; nth < 3; nth++)
    expect((await patient.knock('/', ownForm(patient.origin))).status).toBe(200)
  await patient.shut()
})

test('an IPv6 household is one neighbourhood, an IPv4 address is itself', () => {
  expect(neighbourhoodOf('2001:db8:1:2:aaaa::1')).toBe(neighbourhoodOf('2001:db8:1:2::9'))
  expect(neighbourhoodOf('2001:db8:1:2::9')).not.toBe(neighbourhoodOf('2001:db8:1:3::9'))
  expect(neighbourhoodOf('::1')).toBe('0:0:0:0')
  expect(neighbourhoodOf('::ffff:10.0.0.1')).toBe('::ffff:10.0.0.1')
})

test('fifty megabytes are refused by their length alone, without being read', async () => {
  const door = await openDoor()
  const held = () => process.memoryUsage().arrayBuffers
  const before = held()
  const head = `POST / HTTP/1.1\r\nHost: 127.0.0.1\r\nOrigin: http://127.0.0.1\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 52428800\r\n\r\na=`
  const { text, took } = await rawKnock(door.port, head)
  expect(text).toMatch(/^HTTP\/1\.1 413 /)
  expect(took).toBeLessThan(2_000)
  expect(held() - before).toBeLessThan(32 * 1024 * 1024)
  await door.shut()
})

test('a header of 20 kB and two lengths at once are refused by the server itself', async () => {
  const door = await openDoor()
  expect(
    (await rawKnock(door.port, `GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX-A: ${'a'.repeat(20_000)}\r\n\r\n`))
      .text,
  ).toMatch(/^HTTP\/1\.1 431 /)
  const smuggled =
    'POST / HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n'
  expect((await rawKnock(door.port, smuggled)).text).toMatch(/^HTTP\/1\.1 400 /)
  expect(
    (
      await rawKnock(
        door.port,
        'GET http://evil.example/ HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n',
      )
    ).text,
  ).toMatch(/^HTTP\/1\.1 400 /)
  await door.shut()
})

test('a client that sends its headers or its form drop by drop is cut off, and others are served meanwhile', async () => {
  const patience = { headers: 400, request: 800 }
  const door = await openDoor({ env: { patience } })
  const slowHeaders = rawKnock(door.port, 'GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow: ')
  const slowBody = rawKnock(
    door.port,
    'POST / HTTP/1.1\r\nHost: 127.0.0.1\r\nSec-Fetch-Site: same-origin\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 100\r\n\r\na=',
  )
  expect((await door.knock('/')).status).toBe(200)
  expect((await slowHeaders).took).toBeLessThan(3_000)
  expect((await slowBody).took).toBeLessThan(4_000)
  await door.shut()
  const patient = await openDoor({ env: { patience }, without: ['patience'] })
  const waiting = await Promise.race([
    rawKnock(patient.port, 'GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow: '),
    new Promise((resolve) => setTimeout(resolve, 3_000, 'still waiting')),
  ])
  expect(waiting).toBe('still waiting')
  await patient.shut()
})

test('the shipped limits on clients are those the design names', async () => {
  const { createServer } = await import('#app/http/server.ts')
  const { openLog } = await import('#app/http/log.server.ts')
  const { http } = createServer({
    world: tinyWorld(),
    env: {},
    log: openLog('silent'),
    handler: async () => new Response(),
  })
  expect(http).toMatchObject({
    headersTimeout: 15_000,
    requestTimeout: 30_000,
    maxHeadersCount: 128,
    maxConnections: 2_000,
  })
})

test('a turned-away visitor reads what to do, in the language they chose, and a number to quote', async () => {
  const door = await openDoor()
  const headers = { origin: 'https://evil.example', 'content-type': 'application/x-www-form-urlencoded' }
  const zh = await door.knock('/', { method: 'POST', headers, body: 'a=1' })
  expect(zh.text).toContain('请回到原页面重新提交')
  expect(zh.text).toContain(String(zh.headers['x-request-id']))
  const en = await door.knock('/', {
    method: 'POST',
    headers: { ...headers, cookie: 'lang=en' },
    body: 'a=1',
  })
  expect(en.text).toContain('Go back and submit it again')
  await door.shut()
})

test('when the pages break, the visitor sees a plain page and no trace of why', async () => {
  const handler = async () => {
    throw new Error('SELECT secret')
  }
  const door = await openDoor({ handler })
  const answer = await door.knock('/')
  expect(answer.status).toBe(500)
  expect(answer.text).not.toContain('secret')
  await door.shut()
})

test('health is the process, readiness is the world', async () => {
  const door = await openDoor({ ready: async () => Promise.reject(new Error('disk')) })
  expect((await door.knock('/healthz')).status).toBe(200)
  const answer = await door.knock('/readyz')
  expect([answer.status, answer.text]).toEqual([503, 'not ready: database'])
  await door.shut()
  const full = await openDoor({ ready: async () => Promise.reject(new Error('not-ready: disk')) })
  expect((await full.knock('/readyz')).text).toBe('not ready: disk')
  await full.shut()
})

test('every answer says how a browser may treat it, and would not without the security headers', async () => {
  const door = await openDoor()
  const { headers } = await door.knock('/')
  expect(headers['content-security-policy']).toBe(
    "default-src 'none'; script-src 'none'; style-src 'self'; img-src 'self' data:; font-src 'self'; media-src 'self'; manifest-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'; object-src 'none'",
  )
  expect(headers).toMatchObject({
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'same-origin',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'x-frame-options': 'DENY',
    'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
    'cache-control': 'no-store',
  })
  expect(headers).not.toHaveProperty('x-powered-by')
  expect(headers).not.toHaveProperty('strict-transport-security')
  await door.shut()
  const bare = await openDoor({ without: ['security-headers'] })
  expect((await bare.knock('/')).headers).not.toHaveProperty('content-security-policy')
  await bare.shut()
})

test('a page that runs a script names it by a nonce that is never the same twice', async () => {
  const handler = async (_request: Request, { nonce }: { nonce: string }) =>
    new Response(nonce, { headers: { 'X-Sanshe-Scripts': '1' } })
  const door = await openDoor({ handler })
  const [first, second] = [await door.knock('/'), await door.knock('/')]
  expect(first.headers['content-security-policy']).toContain(`script-src 'nonce-${first.text}'`)
  expect(first.headers).not.toHaveProperty('x-sanshe-scripts')
  expect(second.text).not.toBe(first.text)
  await door.shut()
})

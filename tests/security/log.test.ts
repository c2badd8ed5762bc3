import { Writable } from 'node:stream'
import { expect, test } from 'vitest'
import { openLog } from '#app/http/log.server.ts'
import { createServer } from '#app/http/server.ts'
import { tinyWorld } from './door.ts'

function openNotebook() {
  let text = ''
  const stream = new Writable({
    write: (part, _encoding, done) => {
      text += part
      done()
    },
  })
  return { log: openLog('info', stream), read: () => text }
}

test('what would lead to a person is left out of the log, however deep it lies', () => {
  const { log, read } = openNotebook()
  log.info({ phone: '13800000001', form: { code: '24 68 10', person: { password: 'p', token: 't' } } }, 'x')
  const wrapped = new Error(
    'Failed query: insert into "person" values (?)\nparams: 13800000002,第一行\n第二行王芳',
  )
  log.error({ err: wrapped }, 'y')
  log.error({ err: new Error('no such phone 13800000003') }, 'z')
  expect(read()).not.toMatch(/1380000000|24 68 10|"p"|"t"|王芳/)
  expect(read()).toContain('Failed query')
})

test('the link that lets somebody rate is not written down', () => {
  const { log, read } = openNotebook()
  log.info({ path: '/rate/9kT3secretlink/photo' }, 'request')
  log.error({ path: '/rate/9kT3secretlink' }, 'page')
  log.info({ path: '/rate/of/contract-7' }, 'request')
  expect(read()).not.toContain('9kT3secretlink')
  expect(read()).toContain('/rate/of/contract-7')
})

test('a line cannot be forged by what a visitor sends', () => {
  const { log, read } = openNotebook()
  log.info({ path: '/a\n{"level":60,"msg":"forged"}' }, 'x')
  expect(read().trim().split('\n')).toHaveLength(1)
})

test('the access log names the page and the outcome, never the query, the cookie or the form', async () => {
  const { log, read } = openNotebook()
  const { http } = createServer({ world: tinyWorld(), env: {}, log, handler: async () => new Response('ok') })
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve))
  const address = http.address()
  const origin = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`
  const headers = { origin, cookie: 'sid=secretcookie', 'content-type': 'application/x-www-form-urlencoded' }
  await fetch(`${origin}/track?code=secretcode`, { method: 'POST', headers, body: 'phone=secretphone' })
  await fetch(`${origin}/desk`, {
    method: 'POST',
    headers: { ...headers, origin: 'https://evil.example' },
    body: '',
  })
  http.closeAllConnections()
  await new Promise((resolve) => http.close(resolve))
  expect(read()).not.toContain('secret')
  const lines = read()
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  expect(lines).toMatchObject([
    { method: 'POST', path: '/track', status: 200 },
    { method: 'POST', path: '/desk', status: 403, turned: 'guard.origin' },
  ])
  expect(lines[0].requestId).toMatch(/^[\w-]{36}$/)
})

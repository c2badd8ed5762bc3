import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTown, type Town } from '../e2e/support/town.ts'

let town: Town
beforeAll(async () => {
  town = await startTown({ demo: false, empty: true })
}, 60_000)
afterAll(() => town.stop())

const post = (path: string, body: Record<string, string>) =>
  fetch(town.url + path, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: town.url, 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(body),
  })

test('outside a demonstration the sign-in page offers nobody', async () => {
  const page = await (await fetch(`${town.url}/sign-in`)).text()
  expect(page).toContain('验证码')
  expect(page).not.toMatch(/\/sign-in\/demo|演示/)
})

test('outside a demonstration nobody is signed in by a tap, whoever is named', async () => {
  for (const personId of ['U001', 'U123', 'nobody']) {
    const answer = await post('/sign-in/demo', { personId })
    expect(answer.status).toBe(404)
    expect(answer.headers.get('set-cookie')).toBeNull()
  }
})

test.each(['/outbox', '/clock'])('outside a demonstration there is no %s', async (path) => {
  expect((await fetch(town.url + path)).status).toBe(404)
})

test('outside a demonstration the clock does not move', async () => {
  expect((await post('/clock', { to: '2030-01-01T09:00' })).status).toBe(404)
})

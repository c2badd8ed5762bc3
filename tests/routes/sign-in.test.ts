import type { ActionFunctionArgs } from '@remix-run/node'
import { eq } from 'drizzle-orm'
import { Secret } from 'otpauth'
import { expect, test } from 'vitest'
import { codeCookie } from '#app/http/code-cookie.server.ts'
import { openLog } from '#app/http/log.server.ts'
import { tokenOf } from '#app/http/session.server.ts'
import { action as forCode } from '#app/routes/who/sign-in.tsx'
import { action as byCode } from '#app/routes/who/sign-in-code.tsx'
import { action as byTap } from '#app/routes/who/sign-in-demo.tsx'
import { action as byPassword } from '#app/routes/who/sign-in-staff.tsx'
import { doneRequests, outbox, persons, signInCodes, signInTries } from '#db/schema/index.ts'
import { findSession } from '#domain/who/session/find-session.ts'
import { askCode } from '#domain/who/sign-in/ask-code.ts'
import { hashPassword } from '#domain/who/sign-in/give-password.ts'
import { type Town, world } from '../support/world.ts'

/** As a page sends it: with the key of its form, which a repeated sending carries again. */
const sending = (
  town: Town,
  fields: Record<string, string>,
  cookie = '',
  demo: 'off' | 'full' = 'off',
  address = '192.0.2.1',
  at = 'http://localhost/sign-in',
) => {
  const context = { ...town.as(null), store: town.store, demo, refresh: async () => {} }
  const request = new Request(at, {
    method: 'POST',
    headers: { cookie },
    body: new URLSearchParams({ _key: 'the-key-of-one-form', ...fields }),
  })
  const world = { ...context, calendar: () => context.calendar }
  const loadContext = { world, nonce: '', requestId: '', address, log: openLog('silent') }
  return { request, params: {}, context: loadContext } as unknown as ActionFunctionArgs
}
const tokenIn = (answer: unknown) =>
  /sid=([^;]+)/.exec((answer as Response).headers.get('set-cookie') ?? '')?.[1] ?? ''
/** The token within a cookie's value, as the server reads it. */
const decodeCookie = async (cookie: string) =>
  (await tokenOf(new Request('http://localhost/', { headers: { cookie: `sid=${cookie}` } })))!
const kept = async (town: Town) => JSON.stringify(await town.db.select().from(doneRequests))

test('a code signs in through its page, and the token is written down nowhere', async () => {
  const town = await world()
  const phone = '13800138000'
  const asked = await askCode(town.as(null), { phone, address: '192.0.2.1' })
  const [sent] = await town.db.select().from(outbox)
  const { params } = JSON.parse(town.vault.open('outbox', sent!.sealedBody)) as { params: { code: string } }
  const { 'Set-Cookie': cookie } = (await codeCookie(new Request('http://localhost/'), {
    ...asked,
    tail: phone.slice(-4),
  })) as { 'Set-Cookie': string }
  const answer = await byCode(sending(town, { code: params.code }, cookie.split(';')[0]))
  expect(tokenIn(answer).length).toBeGreaterThan(40)
  expect(await kept(town)).toBe('[]')
})

test('whoever was led to the sign-in goes on where he was going, and to no other site', async () => {
  const town = await world()
  const to = async (words: string) => {
    const at = `http://localhost/sign-in/demo?to=${encodeURIComponent(words)}`
    const answer = await byTap(sending(town, { personId: 'clerk' }, '', 'full', '192.0.2.1', at))
    return (answer as Response).headers.get('location')
  }
  expect(await to('/needs/N1/me-too')).toBe('/needs/N1/me-too')
  expect(await to('')).toBe('/desk')
  expect(await to('https://elsewhere.example/')).toBe('/desk')
  expect(await to('//elsewhere.example')).toBe('/desk')
  const at = 'http://localhost/sign-in?to=/orders'
  const asked = await forCode(sending(town, { phone: '13800138000' }, '', 'off', '192.0.2.1', at))
  expect((asked as Response).headers.get('location')).toBe('/sign-in/code?to=%2Forders')
})

test('a tap of the demonstration leaves no token behind', async () => {
  const town = await world()
  const answer = await byTap(sending(town, { personId: 'clerk' }, '', 'full'))
  expect(tokenIn(answer).length).toBeGreaterThan(40)
  expect(await kept(town)).toBe('[]')
})

test('signing in again ends the session the browser came with, whoever signs in; no other', async () => {
  const town = await world()
  const tap = async (personId: string, cookie = '') =>
    tokenIn(await byTap(sending(town, { personId }, cookie, 'full')))
  const wall = town.clock
  const answers = async (token: string) =>
    (await findSession({ store: town.store, wall, clock: wall }, await decodeCookie(token)))?.person.id ??
    null
  const elsewhere = await tap('clerk')
  const first = await tap('clerk')
  expect(await answers(first)).toBe('clerk')
  const second = await tap('handler', `sid=${first}`)
  expect(await Promise.all([elsewhere, first, second].map(answers))).toEqual(['clerk', null, 'handler'])
  const totpSealed = town.vault.seal('totp', new Secret({ size: 20 }).base32)
  const key = { login: 'shi', passwordHash: await hashPassword('a long pass phrase'), totpSealed }
  await town.transact(async (tx) => void (await tx.update(persons).set(key).where(eq(persons.id, 'handler'))))
  const typed = { login: 'shi', password: 'a wrong pass phrase', totp: '000000' }
  await byPassword(sending(town, typed, `sid=${second}`))
  expect(await answers(second), 'a refused try ends nothing').toBe('handler')
})

test('guesses that carry the key of one form are each counted', async () => {
  const town = await world()
  const totpSealed = town.vault.seal('totp', new Secret({ size: 20 }).base32)
  const key = { login: 'shi', passwordHash: await hashPassword('a long pass phrase'), totpSealed }
  await town.transact(async (tx) => void (await tx.update(persons).set(key).where(eq(persons.id, 'handler'))))
  for (let i = 0; i < 4; i++)
    await byPassword(sending(town, { login: 'shi', password: `guess ${i}`, totp: '000000' }))
  expect(await town.db.select().from(signInTries)).toHaveLength(4)
})

test('a household with a whole /64 of addresses is one place, at the password and at the code', async () => {
  const town = await world()
  for (const [n, address] of ['2001:db8:0:1::1', '2001:db8:0:1:ffff::2', '2001:db8:0:2::1'].entries()) {
    const typed = { login: `nobody-${n}`, password: 'a guess at it', totp: '000000' }
    await byPassword(sending(town, typed, '', 'off', address))
    await forCode(
      sending(town, { phone: `1380013800${n}`, _key: `the-key-of-form-${n}` }, '', 'off', address),
    )
  }
  const tries = (await town.db.select().from(signInTries)).map((row) => row.address)
  const codes = (await town.db.select().from(signInCodes)).map((row) => row.address)
  for (const [first, same, other] of [tries, codes])
    expect([first === same, first === other]).toEqual([true, false])
})

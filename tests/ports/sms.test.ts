import { createHmac } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { httpSms } from '#app/ports/sms/http-sms.ts'
import { keptSms, type Sms } from '#app/ports/sms/sms.ts'
import { outbox } from '#db/schema/index.ts'
import { sendOutbox } from '#domain/who/send-outbox.ts'
import { askCode } from '#domain/who/sign-in/ask-code.ts'
import { type Town, world } from '../support/world.ts'

const key = 'a key shared with the gateway'
const open: Array<() => void> = []
afterEach(() => {
  for (const close of open.splice(0)) close()
})
/** A gateway on this machine that answers as told and keeps what was signed. */
async function gateway(status: () => number) {
  const got: Array<{ to: string; words: string }> = []
  const server = createServer(async (request, reply) => {
    let body = ''
    for await (const part of request) body += part
    const right =
      createHmac('sha256', key).update(body).digest('hex') === request.headers['x-sanshe-signature']
    if (right && status() === 200) got.push(JSON.parse(body) as { to: string; words: string })
    reply.writeHead(right ? status() : 401).end()
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  open.push(() => server.close())
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, got }
}
const work = (town: Town, sms: Sms) =>
  sendOutbox({
    store: town.store,
    vault: town.vault,
    wall: town.clock,
    sms,
    say: (message, params) => `${message} ${params.code ?? ''}`,
  })
const ask = (town: Town) => askCode(town.as(null), { phone: '13800138000', address: '192.0.2.1' })

test('a message leaves once, signed, to its number', async () => {
  const town = await world()
  const { url, got } = await gateway(() => 200)
  await ask(town)
  expect(await work(town, httpSms(url, key))).toBe(1)
  expect(await work(town, httpSms(url, key))).toBe(0)
  expect(got).toHaveLength(1)
  expect(got[0]).toMatchObject({ to: '13800138000', words: expect.stringMatching(/^sms\.code \d{6}$/) })
})

test('a gateway that fails is tried again, and given up after six tries', async () => {
  const town = await world()
  const { url, got } = await gateway(() => 503)
  await ask(town)
  for (let n = 0; n < 6; n++) expect(await work(town, httpSms(url, key))).toBe(1)
  expect(await work(town, httpSms(url, key))).toBe(0)
  const [row] = await town.db.select().from(outbox)
  expect(row).toMatchObject({ attempts: 6, sentAt: null, lastError: expect.stringContaining('503') })
  expect(got).toEqual([])
})

test('a gateway that does not know the key gets nothing through', async () => {
  const { url, got } = await gateway(() => 200)
  await expect(httpSms(url, 'another key').send('13800138000', 'x')).rejects.toThrow('401')
  expect(got).toEqual([])
})

test('two workers at once send a message once', async () => {
  const town = await world()
  const sms = keptSms()
  await ask(town)
  await Promise.all([work(town, sms), work(town, sms)])
  expect(sms.sent).toHaveLength(1)
})

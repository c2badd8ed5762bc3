import { expect, test } from 'vitest'
import { noteAddress } from '#app/http/address.server.ts'
import { guardAnonymous } from '#app/http/anonymous-asks.server.ts'
import { Refusal } from '#domain/refusal.ts'
import { world } from '../support/world.ts'

test('twenty asks an hour come from one address without signing in; who signs in is not counted', async () => {
  const town = await world()
  const from = (address: string) => {
    const request = new Request('http://localhost/ask/new/check')
    noteAddress(request, address)
    return request
  }
  const send = (address: string, who: string | null = null, work = async () => 'sent') =>
    guardAnonymous(town.as(who), from(address), work).catch((error: Refusal) => error.reason)
  const refused = () => Promise.reject(new Refusal('invalid', 'ask-draft-gone'))
  for (let n = 0; n < 30; n++) expect(await send('192.0.2.7', null, refused)).toBe('ask-draft-gone')
  for (let n = 0; n < 20; n++) expect(await send('192.0.2.7')).toBe('sent')
  expect(await send('192.0.2.7')).toBe('too-many-asks')
  expect(await send('192.0.2.7', 'resident1')).toBe('sent')
  expect(await send('192.0.2.8')).toBe('sent')
  for (let n = 0; n < 20; n++) expect(await send(`2001:db8:0:1::${n + 1}`)).toBe('sent')
  expect(await send('2001:db8:0:1::ffff')).toBe('too-many-asks')
  const slow = () => new Promise<string>((done) => setTimeout(() => done('sent'), 5))
  const atOnce = await Promise.all(Array.from({ length: 60 }, () => send('192.0.2.9', null, slow)))
  expect(atOnce.filter((word) => word === 'sent')).toHaveLength(20)
})

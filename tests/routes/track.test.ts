import type { ActionFunctionArgs } from '@remix-run/node'
import { expect, test } from 'vitest'
import { openLog } from '#app/http/log.server.ts'
import { guardGuessing } from '#app/http/own-ask.server.ts'
import { loader } from '#app/routes/ask/suggestion/suggestion.tsx'
import { action } from '#app/routes/open/track.tsx'
import { submitSuggestion } from '#domain/ask/suggestion/submit-suggestion.ts'
import { Refusal } from '#domain/refusal.ts'
import { type Town, world } from '../support/world.ts'

const asking = (town: Town, init: RequestInit, path = '/track') => {
  const base = town.as(null)
  const world = {
    ...base,
    store: town.store,
    demo: 'off',
    refresh: async () => {},
    calendar: () => base.calendar,
  }
  const context = { world, nonce: '', requestId: '', address: '192.0.2.1', log: openLog('silent') }
  const refNo = path.split(/[/?]/)[2] ?? ''
  const request = new Request(`http://localhost${path}`, init)
  return { request, params: { refNo }, context } as unknown as ActionFunctionArgs
}
const track = async (town: Town, refNo: string, tail: string) =>
  action(asking(town, { method: 'POST', body: new URLSearchParams({ refNo, tail }) }))
const words = '三单元楼道的灯坏了两个星期，晚上看不见台阶'
const asked = (town: Town) =>
  submitSuggestion(town.as(null), { kind: 'need', communityId: 'C1', words, phone: '13800131234' })

test('the last digits open one’s own ask, and stand in no address', async () => {
  const town = await world()
  const { refNo } = await asked(town)
  const answer = (await track(town, refNo, '1234')) as Response
  expect(answer.headers.get('location')).toBe(`/suggestions/${refNo}`)
  const cookie = answer.headers.get('set-cookie')!.split(';')[0]!
  const path = `/suggestions/${refNo}`
  expect(await loader(asking(town, { headers: { cookie } }, path))).toMatchObject({ words })
  expect(await loader(asking(town, {}, `${path}?tail=1234`))).toMatchObject({ words: null })
})

test('after five wrong guesses the right digits are not heard for an hour', async () => {
  const town = await world()
  const { refNo } = await asked(town)
  for (const tail of ['0001', '0002', '0003', '0004', '0005'])
    expect(await track(town, refNo, tail)).toMatchObject({ init: { status: 404 } })
  expect(await track(town, refNo.toLowerCase(), '1234')).toMatchObject({ init: { status: 409 } })
})

test('fifty guesses at once are five guesses, and who guesses right is not counted', async () => {
  const looked: string[] = []
  const slow = (refNo: string, right: boolean) =>
    guardGuessing(refNo, async () => {
      looked.push(refNo)
      await new Promise((resume) => setTimeout(resume, 5))
      if (!right) throw new Refusal('missing', 'no-such-number')
      return 'read'
    }).catch((error: Refusal) => error.reason)
  const said = await Promise.all(Array.from({ length: 50 }, () => slow('TY-1', false)))
  expect([looked.length, said.filter((word) => word === 'too-many-tails').length]).toEqual([5, 45])
  for (let n = 0; n < 10; n++) expect(await slow('TY-2', true)).toBe('read')
})

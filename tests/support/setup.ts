import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import fc from 'fast-check'
import { afterAll, afterEach, expect, vi } from 'vitest'
import type { Asked } from '#app/ports/payments/stand-in/state.ts'
import { closeTowns } from './open-towns.ts'

afterEach(closeTowns)

/** Every run tries the same examples, so that one commit is judged alike each time; `npm run prove` draws others. */
fc.configureGlobal({ seed: Number(process.env.EXAMPLES ?? 20_261_123) })

/** Whatever complains on the console fails the test that made it complain. */
const complained = vi.spyOn(console, 'error')
afterEach(() => {
  const said = complained.mock.calls.map((call) => call.map(String).join(' '))
  complained.mockClear()
  expect(said).toEqual([])
})

/** Whatever a stand-in of Stripe is asked, by whichever test, must be what the types of the pinned SDK allow. */
const asked: Asked[] = []
const listen = (one: unknown) => void asked.push(one as Asked)
subscribe('sanshe:stripe-stand-in', listen)
afterAll(() => void unsubscribe('sanshe:stripe-stand-in', listen))
afterEach(async () => {
  if (asked.length === 0) return
  const { faultsOf } = await import('./stripe-requests.ts')
  expect(asked.splice(0).flatMap(faultsOf)).toEqual([])
})

import { afterEach, expect, vi } from 'vitest'
import { closeTowns } from './open-towns.ts'

afterEach(closeTowns)

/** Whatever complains on the console fails the test that made it complain. */
const complained = vi.spyOn(console, 'error')
afterEach(() => {
  const said = complained.mock.calls.map((call) => call.map(String).join(' '))
  complained.mockClear()
  expect(said).toEqual([])
})

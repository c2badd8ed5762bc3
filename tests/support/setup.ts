import { afterEach, expect, vi } from 'vitest'

const errors = vi.spyOn(console, 'error')

/** Whatever complains aloud fails the test in which it does. */
afterEach(() => {
  const said = errors.mock.calls.map((words) => words.map(String).join(' '))
  errors.mockClear()
  expect(said, 'console.error was called').toEqual([])
})

import { vi } from 'vitest'

/** What console.error was told so far in this test; asking for it forgives it. */
export const complaints = () => {
  const errors = vi.mocked(console.error)
  const said = errors.mock.calls.map((words) => words.map(String).join(' '))
  errors.mockClear()
  return said
}

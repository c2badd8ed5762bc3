import { afterEach, expect, vi } from 'vitest'
import { complaints } from './complaints.ts'

vi.spyOn(console, 'error')

/** Whatever complains aloud fails the test in which it does. */
afterEach(() => {
  expect(complaints(), 'console.error was called').toEqual([])
})

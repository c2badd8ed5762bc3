import { expect, test } from 'vitest'
import { elderSizes, keepElder, preferences } from '#app/http/preferences.server.ts'

const asked = (cookie: string) => preferences(new Request('http://town.test/', { headers: { cookie } }))

test('长者模式 keeps its size from page to page, and a size nobody offers is none', () => {
  for (const size of elderSizes) {
    const kept = keepElder(size).split(';')[0]!
    expect(asked(kept).elder).toBe(size)
  }
  expect(asked(keepElder('off').split(';')[0]!).elder).toBe('off')
  expect(keepElder('huge')).toContain('elder=off')
  expect(asked('elder=huge').elder).toBeNull()
  expect(asked('').elder).toBeNull()
})

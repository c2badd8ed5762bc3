import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { largestBody } from '#app/http/uploads.ts'
import routes from '#app/routes.ts'

const takesFiles = /<Form\b[^>]*\bfiles\b|multipart\/form-data/

test('every page whose form takes a file may be sent one', () => {
  const taking = routes.filter(
    ({ file, path: at }) => at && takesFiles.test(readFileSync(path.join('app', file), 'utf8')),
  )
  expect(taking.length).toBeGreaterThan(5)
  const tooSmall = taking
    .map(({ path: at }) => `/${at!.replaceAll(/:\w+/g, 'x')}`)
    .filter((address) => largestBody(address, 'multipart/form-data; boundary=x') < 4 * 1024 * 1024)
  expect(tooSmall).toEqual([])
})

import { expect, test } from 'vitest'

type Scan = {
  findSecrets: (text: string, file?: string) => Array<{ line: number; kind: string }>
  mayUse: (licence: string) => boolean
}
const program = '../../bin/prove-scan.mjs'
const { findSecrets, mayUse } = (await import(/* @vite-ignore */ program)) as Scan

test('the scanner knows a secret by its shape, and a licence that may not be used', () => {
  const key = `-----BEGIN ${'PRIVATE'} KEY-----`
  const planted = [
    'const a = 1',
    key,
    `AKIA${'A1'.repeat(8)}`,
    `postgres://shi:${'a long word'.replace(/ /g, '')}@db/x`,
  ]
  expect(findSecrets(planted.join('\n')).map((f) => [f.line, f.kind])).toEqual([
    [2, 'private key'],
    [3, 'AWS key'],
    [4, 'password in an address'],
  ])
  const card = `3201${'02'}19900101${'123X'}`
  expect(findSecrets(card, 'app/x.ts')).toHaveLength(1)
  expect(findSecrets(card, 'tests/x.test.ts')).toEqual([])
  const asked = ['MIT', 'GPL-3.0', 'MIT OR GPL-3.0', '(MIT AND AGPL-3.0)', 'LGPL-3.0-or-later', 'unknown']
  expect(asked.filter(mayUse)).toEqual(['MIT', 'MIT OR GPL-3.0', 'LGPL-3.0-or-later'])
})

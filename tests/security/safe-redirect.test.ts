import fc from 'fast-check'
import { expect, test } from 'vitest'
import { safeRedirect } from '#app/http/safe-redirect.ts'

const elsewhere = [
  'https://evil.example',
  'http:evil.example',
  'http:/evil.example',
  '//evil.example',
  '///evil.example',
  '////evil.example',
  '/\\evil.example',
  '\\/evil.example',
  '\\\\evil.example',
  '/\\/evil.example',
  '//\\evil.example',
  '/\t/evil.example',
  '/\n/evil.example',
  '/\r/evil.example',
  '\t//evil.example',
  ' //evil.example',
  '/ /evil.example',
  '/%09/evil.example',
  '/%0a/evil.example',
  '/%5cevil.example',
  '/%5Cevil.example',
  '/%255cevil.example',
  '/%2f/evil.example',
  '/%2fevil.example',
  '/%252fevil.example',
  '/%25252fevil.example',
  '/.//evil.example',
  '/%2e//evil.example',
  '/x/..//evil.example',
  '/..//evil.example',
  '/%2e%2e//evil.example',
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  'java\nscript:alert(1)',
  'data:text/html,x',
  'vbscript:x',
  'file:///etc/passwd',
  'mailto:a@b',
  'evil.example',
  'evil.example/path',
  '@evil.example',
  'user:pass@evil.example',
  '?to=//evil.example',
  '#//evil.example',
  '.',
  '..',
  './/evil.example',
  '',
  ' ',
  '\0/needs',
  '/needs\0',
  '/needs\r\nSet-Cookie: a=1',
  '/needs%0d%0aSet-Cookie:a=1',
  '/\u2028/evil.example',
  '／／evil.example',
  '/／evil.example',
  '/＼evil.example',
  '/%ef%bc%8fevil.example',
  '\ufeff//evil.example',
  '/%e5%85',
  '/%',
  `/${'a'.repeat(2048)}`,
]

for (const to of elsewhere) {
  test(`${JSON.stringify(to.slice(0, 40))} is not followed`, () => {
    expect(safeRedirect(to, '/desk')).toBe('/desk')
  })
}

const here: [string, string][] = [
  ['/', '/'],
  ['/needs', '/needs'],
  ['/needs/x?tab=1#top', '/needs/x?tab=1#top'],
  ['/search?q=养老', '/search?q=%E5%85%BB%E8%80%81'],
  ['/search?q=https%3A%2F%2Fevil.example', '/search?q=https%3A%2F%2Fevil.example'],
  ['/needs/../desk', '/desk'],
  ['/a@b', '/a@b'],
]

for (const [to, goes] of here) {
  test(`${to} is followed`, () => {
    expect(safeRedirect(to)).toBe(goes)
  })
}

test('only text is an address', () => {
  for (const to of [undefined, null, 1, {}, ['/needs'], new File([], '/needs')])
    expect(safeRedirect(to)).toBe('/')
})

test('whatever is asked for, a browser stays on this site', () => {
  const piece = fc.constantFrom(
    '/',
    '\\',
    '%2f',
    '%5c',
    '%25',
    '.',
    '..',
    '%2e',
    ':',
    '@',
    '?',
    '#',
    '\t',
    'http',
    'evil.example',
    '／',
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 10 }), (pieces) => {
      const to = safeRedirect(pieces.join(''))
      expect(new URL(to, 'https://sanshe.example').origin).toBe('https://sanshe.example')
      expect(to).toMatch(/^\/(?!\/)/)
    }),
    { numRuns: 5_000 },
  )
})

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { openDoor } from './door.ts'

const css = 'main{color:#1d2329}'.repeat(100)

async function openShelf() {
  const folder = mkdtempSync(join(tmpdir(), 'files-'))
  mkdirSync(join(folder, 'assets'))
  writeFileSync(join(folder, 'assets/root-abc.css'), css)
  writeFileSync(join(folder, 'favicon.svg'), '<svg/>')
  writeFileSync(join(folder, '.secret'), 'x')
  const door = await openDoor({ files: folder, handler: async () => new Response('page', { status: 404 }) })
  return { ...door, close: () => door.shut().finally(() => rmSync(folder, { recursive: true })) }
}

test('a built file comes compressed, may be kept for ever, and is known by its content', async () => {
  const { knock, close } = await openShelf()
  const brotli = await knock('/assets/root-abc.css', { headers: { 'accept-encoding': 'gzip, br' } })
  expect(brotliDecompressSync(brotli.bytes).toString()).toBe(css)
  expect(brotli.headers).toMatchObject({
    'content-type': 'text/css; charset=utf-8',
    'content-encoding': 'br',
    'cache-control': 'public, max-age=31536000, immutable',
    'x-content-type-options': 'nosniff',
    vary: 'Accept-Encoding',
  })
  const gzip = await knock('/assets/root-abc.css', { headers: { 'accept-encoding': 'gzip' } })
  expect(gunzipSync(gzip.bytes).toString()).toBe(css)
  expect((await knock('/assets/root-abc.css')).text).toBe(css)
  const again = await knock('/assets/root-abc.css', {
    headers: { 'if-none-match': String(gzip.headers.etag) },
  })
  expect(again.status).toBe(304)
  expect((await knock('/favicon.svg')).headers['cache-control']).toBe('public, max-age=3600')
  await close()
})

test('no address leads out of the folder or to a hidden file', async () => {
  const { knock, close } = await openShelf()
  for (const path of [
    '/.secret',
    '/assets/../.secret',
    '/assets/%2e%2e/.secret',
    '/..%2fpackage.json',
    '/assets',
    '/assets/',
    '/ASSETS/root-abc.css',
  ])
    expect((await knock(path)).status).toBeGreaterThanOrEqual(400)
  await close()
})

test('a plain page wears the built stylesheet', async () => {
  const { knock, close } = await openShelf()
  expect((await knock('/', { method: 'PUT' })).text).toContain(
    '<link rel="stylesheet" href="/assets/root-abc.css">',
  )
  await close()
})

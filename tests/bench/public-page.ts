import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { drive, fetchPage, interleave, type Row, type Served, start } from './measure.ts'

const ROUNDS = 5
const REQUESTS = 8_000
const MOST_PAGES = 6
const gzip = { 'accept-encoding': 'gzip' }

/** B1: what a public page costs to send, against Express sending the same bytes from memory. */
export async function publicPage(demo: Served): Promise<Row[]> {
  const rows: Row[] = []
  const paths = await publicPaths(demo.port)
  for (const path of paths.slice(0, MOST_PAGES)) rows.push(...(await onePage(demo, path)))
  return rows
}

/** The first page of each kind that the front page and the lists lead to, and that says it is the same for everyone. */
export async function publicPaths(port: number) {
  const lists = ['/', '/needs', '/projects', '/votes', '/tenders', '/orgs', '/notices']
  const found = new Map<string, string>()
  for (const list of lists) {
    const { status, bytes, headers } = await fetchPage(port, list, gzip)
    if (status !== 200) continue
    if (headers.etag) found.set(list, list)
    for (const [, path = ''] of textOf(bytes, headers).matchAll(/href="(\/[^"?#]+)"/g)) {
      const kind = path.replace(/^(\/[^/]+\/)[^/]+/, '$1:')
      if (
        /^\/(needs|projects|votes|tenders|orgs)\/:/.test(kind) &&
        !found.has(kind) &&
        (await isKept(port, path))
      )
        found.set(kind, path)
    }
  }
  return [...found.values()]
}

const isKept = async (port: number, path: string) => 'etag' in (await fetchPage(port, path, gzip)).headers

const textOf = (bytes: Buffer, headers: Record<string, string>) =>
  (headers['content-encoding'] === 'gzip' ? gunzipSync(bytes) : bytes).toString()

async function onePage(demo: Served, path: string): Promise<Row[]> {
  const { bytes } = await fetchPage(demo.port, path, gzip)
  const folder = mkdtempSync(join(tmpdir(), 'bench-'))
  const file = join(folder, 'page')
  writeFileSync(file, bytes)
  const limit = await start([process.execPath, 'tests/bench/limit-page.ts'], 3990, { BYTES: file })
  const ask = () => ({ path, headers: gzip })
  const isOk = (status: number) => status === 200
  try {
    for (const served of [limit, demo]) await drive(served, REQUESTS, ask, isOk)
    const each = (served: Served) => () => drive(served, REQUESTS, ask, isOk)
    const found = await interleave(ROUNDS, each(limit), each(demo))
    const say = (value: number) => `${value.toFixed(3)} CPU-ms`
    return [
      { ...found, bench: `B1 ${path}`, limit: say(found.limit), ours: say(found.ours), must: 8, goal: 2 },
    ]
  } finally {
    await limit.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

import { once } from 'node:events'
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { fillNeeds } from './many-needs.ts'
import { drive, fetchPage, interleave, type Row, type Served, start } from './measure.ts'

const ROUNDS = 5
const REQUESTS = 4_000
const PORTS = { few: 3986, many: 3985 } as const
const gzip = { 'accept-encoding': 'gzip' }
const serve = [process.execPath, 'build/serve.js']
/** The kinds of page that are measured: front, needs and one of them, a project, a vote and its result, a call. */
const measured = [/^\/(needs)?$/, /^\/(needs|projects|votes|tenders)\/[^/]+$/, /^\/votes\/[^/]+\/result$/]

/** B1: what a public page costs to send, against Express sending the same bytes from memory; and to make anew among 100,000 needs, against the demonstration's own. */
export async function publicPage(): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'))
  const [few, many] = await twoTowns(folder)
  try {
    const paths = (await publicPaths(many.port)).filter((path) => measured.some((one) => one.test(path)))
    const rows: Row[] = []
    for (const path of paths) rows.push(...(await onePage(many, path)), await madeAnew(few, many, path))
    return rows
  } finally {
    await Promise.all([few.stop(), many.stop()])
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The demonstration as it is told, and the same with a hundred thousand needs more. */
async function twoTowns(folder: string): Promise<[Served, Served]> {
  const [few, many] = [join(folder, 'few.sqlite'), join(folder, 'many.sqlite')]
  const open = (file: string, port: number) =>
    start(serve, port, { DATABASE_URL: `file:${file}`, FILES: join(folder, 'files'), SANSHE_DEMO: '1' })
  const { child } = await open(few, PORTS.few)
  child.kill('SIGTERM')
  await once(child, 'exit')
  cpSync(few, many)
  fillNeeds(many)
  return [await open(few, PORTS.few), await open(many, PORTS.many)]
}

const PAGES = 40
/** A page that nobody has kept yet: another query each time. */
async function madeAnew(few: Served, many: Served, path: string): Promise<Row> {
  let asked = 0
  const each = (served: Served) => () =>
    drive(
      served,
      PAGES,
      () => ({ path: `${path}?anew=${asked++}`, headers: gzip }),
      (status) => status === 200,
      4,
    )
  for (const served of [few, many]) await each(served)()
  const found = await interleave(ROUNDS, each(few), each(many))
  const say = (value: number) => `${value.toFixed(1)} CPU-ms`
  return {
    ...{ ...found, bench: `B1 ${path} made anew`, limit: say(found.limit), ours: say(found.ours) },
    ...{ must: 2, goal: 1.2 },
  }
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

import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { get } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { migrate } from '#db/migrate.server.ts'
import { cpuOf, fetchPage, interleave, median, type Row, rssOf, type Served, start } from './measure.ts'

const RELEASES = 100_000
const ROUNDS = 5
/** MB of page cache the house gives a reader (db/sqlite.server.ts), filled by the first export; the bare one has none. */
const PAGE_CACHE = 32
const PATH = '/open/ocds/releases.jsonl'

/** Releases of about 570 bytes, by their number alone: every run exports the same ones. */
function fill(file: string) {
  const db = new Database(file)
  const insert = db.prepare(
    "insert into ocds_release (ordinal, id, ocid, seq, tag, plan_id, at, json, sha256) values (?, ?, ?, ?, 'tender', 'P', ?, ?, ?)",
  )
  const words = '为高龄独居老人每周上门探访一次，发现异常一小时内联系社区。'.repeat(3)
  db.transaction(() => {
    for (let n = 1; n <= RELEASES; n++) {
      const ocid = `ocds-xxxxxx-JH-2026-${String(Math.ceil(n / 8)).padStart(6, '0')}`
      const id = `${ocid}-${n % 8}-tender`
      const tender = {
        id: ocid,
        title: '独居老人上门探访',
        description: words,
        value: { amount: n, currency: 'CNY' },
      }
      const json = JSON.stringify({
        ocid,
        id,
        date: '2026-03-02T09:00:00+08:00',
        tag: ['tender'],
        initiationType: 'tender',
        tender,
      })
      insert.run(
        n,
        `${id}-${n}`,
        ocid,
        n,
        1_772_413_200_000 + n,
        json,
        createHash('sha256').update(json).digest('hex'),
      )
    }
  })()
  db.close()
}

/** Downloads everything, and answers its fingerprint and the most memory the server held meanwhile. */
function download(served: Served, path: string) {
  return new Promise<{ hash: string; rss: number }>((resolve, reject) => {
    const hash = createHash('sha256')
    let rss = rssOf(served.pid)
    const watch = setInterval(() => {
      rss = Math.max(rss, rssOf(served.pid))
    }, 20)
    get({ port: served.port, host: '127.0.0.1', path }, (reply) => {
      reply.on('data', (piece) => hash.update(piece))
      reply.on('end', () => {
        clearInterval(watch)
        resolve({ hash: hash.digest('hex'), rss })
      })
    }).on('error', reject)
  })
}
const cost = async (served: Served, path: string) => {
  const before = cpuOf(served.pid)
  await download(served, path)
  return cpuOf(served.pid) - before
}

/** How much more memory a server holds at most while it sends everything, than before. */
async function growth(served: Served, path: string) {
  const before = rssOf(served.pid)
  const { rss, hash } = await download(served, path)
  return { grown: Math.max(rss - before, 0), hash }
}
async function refuseAgain(ours: Served) {
  const path = `${PATH}?after=${RELEASES - 1}`
  const { headers } = await fetchPage(ours.port, path)
  const again = await fetchPage(ours.port, path, { 'if-none-match': headers.etag ?? '' })
  if (again.status !== 304) throw new Error('an export held already was sent again')
}

async function rowsOf(limit: Served, ours: Served): Promise<Row[]> {
  await refuseAgain(ours)
  const [bare, first] = [await growth(limit, '/'), await growth(ours, PATH)]
  if (bare.hash !== first.hash) throw new Error('the export is not the stored words')
  for (const served of [limit, ours]) await cost(served, served === ours ? PATH : '/')
  const later: number[] = []
  const found = await interleave(
    ROUNDS,
    () => cost(limit, '/'),
    async () => {
      const at = cpuOf(ours.pid)
      const { grown, hash } = await growth(ours, PATH)
      if (hash !== first.hash) throw new Error('a second download differs')
      later.push(grown)
      return cpuOf(ours.pid) - at
    },
  )
  const cpu = (value: number) => `${value.toFixed(0)} CPU-ms`
  const mb = (value: number) => `${value.toFixed(0)} MB`
  const memory = (bench: string, allowed: number, grown: number): Row => {
    return {
      bench,
      limit: mb(allowed),
      ours: mb(grown),
      ratio: grown / allowed,
      spread: '',
      must: 2,
      goal: 1,
    }
  }
  return [
    {
      ...found,
      bench: 'B8 export 100 k',
      limit: cpu(found.limit),
      ours: cpu(found.ours),
      must: 2,
      goal: 1.15,
    },
    memory('B8 memory, first export', bare.grown + PAGE_CACHE, first.grown),
    memory('B8 memory, later exports', 32, median(later)),
  ]
}

/** B8: a hundred thousand releases as they are served, against their stored words sent with nothing around them. */
export async function openExport(): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'))
  const file = join(folder, 'releases.sqlite')
  await migrate(`file:${file}`)
  fill(file)
  const limit = await start([process.execPath, 'tests/bench/limit-lines.ts'], 3991, { RELEASES: file })
  const files = { DATABASE_URL: `file:${file}`, FILES: join(folder, 'files'), SANSHE_SECRET: 'b8'.repeat(24) }
  const ours = await start([process.execPath, 'build/serve.js'], 3992, files)
  try {
    return await rowsOf(limit, ours)
  } finally {
    await limit.stop()
    await ours.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

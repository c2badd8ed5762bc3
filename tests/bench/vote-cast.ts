import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openVault } from '#app/ports/vault.ts'
import { type Ask, drive, interleave, type Row, type Served, start } from './measure.ts'

const ROUNDS = 5
const VOTES = 1_500
const WARM_UP = 500
const LINES = 32
const SECRET = randomBytes(32).toString('hex')
const form = { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' }

type Hall = {
  ours: Served
  limit: Served
  roundId: string
  /** Casts the next so many votes, and between them whatever `also` asks; answers the CPU-ms of each request. */
  cast: (served: Served) => (votes: number, also?: Ask[]) => Promise<number>
}

/** An open round with so many marked papers, served by the product and by the bare limit. */
export async function withPollingPlace<T>(voters: number, use: (hall: Hall) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'))
  const databaseUrl = `file:${join(folder, 'vote.sqlite')}`
  process.env.DATABASE_URL = databaseUrl
  const { openPollingPlace } = await import('./polling-place.ts')
  const place = await openPollingPlace({ databaseUrl, filesFolder: folder, secret: SECRET, voters })
  const limit = await start([process.execPath, 'tests/bench/limit-vote.ts'], 3985, {
    DATABASE_FILE: join(folder, 'limit.sqlite'),
    SANSHE_SECRET: SECRET,
  })
  const ours = await start([process.execPath, 'build/serve.js'], 3984, {
    DATABASE_URL: databaseUrl,
    FILES: folder,
    SANSHE_DEMO: 'empty',
    SANSHE_SECRET: SECRET,
    TRUST_PROXY: 'loopback',
  })
  const vault = openVault(SECRET)
  const limitPapers = place.papers.map((_, nth) => vault.seal('voter', `voter ${nth}`))
  const begun = new Map([ours, limit].map((served) => [served, 0]))
  const cast =
    (served: Served) =>
    (votes: number, also: Ask[] = []) => {
      const [path, papers] =
        served === ours ? [`/votes/${place.roundId}/cast/check`, place.papers] : ['/cast', limitPapers]
      const first = begun.get(served)!
      begun.set(served, first + votes)
      const each = also.length + 1
      const ask: Ask = (nth) => {
        const voter = first + Math.floor(nth / each)
        const view = also[nth % each]
        return view ? view(voter) : ballot(path, papers[voter]!, voter)
      }
      return drive(served, votes * each, ask, (status) => status === 302 || status === 200, LINES)
    }
  try {
    return await use({ ours, limit, roundId: place.roundId, cast })
  } finally {
    await limit.stop()
    await ours.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** B2: what taking in one vote costs, against the same cryptography and the same durable rows without a product around. */
export const voteCast = (): Promise<Row[]> =>
  withPollingPlace(WARM_UP + ROUNDS * VOTES, async ({ ours, limit, cast }) => {
    await cast(limit)(WARM_UP)
    await cast(ours)(WARM_UP)
    const found = await interleave(
      ROUNDS,
      () => cast(limit)(VOTES),
      () => cast(ours)(VOTES),
    )
    const say = (value: number) => `${value.toFixed(3)} CPU-ms`
    return [
      { ...found, bench: 'B2 vote cast', limit: say(found.limit), ours: say(found.ours), must: 10, goal: 3 },
    ]
  })

/** Each voter comes from an address of his own, as behind a proxy, or the guard would tell this one to wait. */
const ballot = (path: string, cookie: string, nth: number) => ({
  path,
  method: 'POST',
  headers: { ...form, cookie, 'x-forwarded-for': `10.${nth >> 16}.${(nth >> 8) & 255}.${nth & 255}` },
  body: `_key=bench-${String(nth).padStart(12, '0')}`,
})

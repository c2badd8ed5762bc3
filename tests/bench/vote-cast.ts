import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openVault } from '#app/ports/vault.ts'
import { drive, interleave, type Row, start } from './measure.ts'

const ROUNDS = 5
const VOTES = 1_500
const WARM_UP = 500
const LINES = 32
const SECRET = randomBytes(32).toString('hex')
const form = { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' }

/** B2: what taking in one vote costs, against the same cryptography and the same durable rows without a product around. */
export async function voteCast(): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'))
  const databaseUrl = `file:${join(folder, 'vote.sqlite')}`
  process.env.DATABASE_URL = databaseUrl
  const { openPollingPlace } = await import('./polling-place.ts')
  const voters = WARM_UP + ROUNDS * VOTES
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
  try {
    const vault = openVault(SECRET)
    const limitPapers = place.papers.map((_, nth) => vault.seal('voter', `voter ${nth}`))
    const castAll = (served: typeof ours, path: string, papers: string[]) => {
      let begun = 0
      return (votes: number) => {
        const first = begun
        begun += votes
        return drive(
          served,
          votes,
          (nth) => ballot(path, papers[first + nth]!, first + nth),
          isRedirect,
          LINES,
        )
      }
    }
    const onLimit = castAll(limit, '/cast', limitPapers)
    const onOurs = castAll(ours, `/votes/${place.roundId}/cast/check`, place.papers)
    await onLimit(WARM_UP)
    await onOurs(WARM_UP)
    const found = await interleave(
      ROUNDS,
      () => onLimit(VOTES),
      () => onOurs(VOTES),
    )
    const say = (value: number) => `${value.toFixed(3)} CPU-ms`
    return [
      { ...found, bench: 'B2 vote cast', limit: say(found.limit), ours: say(found.ours), must: 10, goal: 3 },
    ]
  } finally {
    await limit.stop()
    await ours.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Each voter comes from an address of his own, as behind a proxy, or the guard would tell this one to wait. */
const ballot = (path: string, cookie: string, nth: number) => ({
  path,
  method: 'POST',
  headers: { ...form, cookie, 'x-forwarded-for': `10.${nth >> 16}.${(nth >> 8) & 255}.${nth & 255}` },
  body: `_key=bench-${String(nth).padStart(12, '0')}`,
})
const isRedirect = (status: number) => status === 302

import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { clientWeight } from './client-weight.ts'
import { coldStart } from './cold-start.ts'
import { install } from './install.ts'
import { type Row, type Served, start } from './measure.ts'
import { publicPage } from './public-page.ts'
import { voteCast } from './vote-cast.ts'

const PORT = 3986
const say = (line: string) => process.stdout.write(`${line}\n`)

/** `npm run bench [B1 B10 …]`: ratios against a limit measured in the same run; it fails only past “must” by a quarter. */
async function main() {
  if (!existsSync('build/serve.js')) throw new Error('Build first: npm run build')
  const wanted = process.argv.slice(2).map((name) => name.toUpperCase())
  const folder = mkdtempSync(join(tmpdir(), 'bench-'))
  const database = join(folder, 'demo.sqlite')
  const env = {
    DATABASE_URL: `file:${database}`,
    FILES: join(folder, 'files'),
    SANSHE_DEMO: '1',
    TRUST_PROXY: 'loopback',
  }
  const demo = await start([process.execPath, 'build/serve.js'], PORT, env)
  try {
    const rows = await measureAll(wanted, demo)
    report(rows)
    if (rows.some(({ ratio, must }) => ratio > must * 1.25)) process.exitCode = 1
  } finally {
    await demo.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function measureAll(wanted: string[], demo: Served) {
  const benches: Record<string, () => Promise<Row[]>> = {
    B1: () => publicPage(demo),
    B2: voteCast,
    B12: () => clientWeight(demo),
    B10: coldStart,
    B11: install,
  }
  const rows: Row[] = []
  for (const [name, measure] of Object.entries(benches)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue
    say(`${name} …`)
    rows.push(...(await measure()))
  }
  return rows
}

function report(rows: Row[]) {
  say('\n| benchmark | limit | ours | × limit | rounds | must | goal | |\n|---|---|---|---|---|---|---|---|')
  for (const { bench, limit, ours, ratio, spread, must, goal } of rows) {
    const verdict = ratio <= goal ? 'goal' : ratio <= must ? 'must' : 'missed'
    say(
      `| ${bench} | ${limit} | ${ours} | ${ratio.toFixed(2)} | ${spread} | ${must.toFixed(1)} | ${goal} | ${verdict} |`,
    )
  }
}

await main()

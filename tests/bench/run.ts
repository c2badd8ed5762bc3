import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { clientWeight } from './client-weight.ts'
import { coldStart } from './cold-start.ts'
import { install } from './install.ts'
import { lastEvening } from './last-evening.ts'
import { type Row, type Served, start } from './measure.ts'
import { needSearch } from './need-search.ts'
import { openExport } from './open-export.ts'
import { openProposals } from './open-proposals.ts'
import { openSealed } from './open-sealed.ts'
import { publicPage } from './public-page.ts'
import { scoreMeans } from './score-means.ts'
import { tallyMillion } from './tally.ts'
import { tallyFile } from './tally-file.ts'
import { verifyRounds } from './verify-round.ts'
import { voteCast } from './vote-cast.ts'

const PORT = 3986
const say = (line: string) => process.stdout.write(`${line}\n`)

type Bench = { name: string; measure: (demo: Served) => Promise<Row[]>; needsDemo?: true }

const benches: Bench[] = [
  { name: 'B1', measure: publicPage },
  { name: 'B12', measure: clientWeight, needsDemo: true },
  { name: 'B2', measure: voteCast },
  { name: 'B3', measure: lastEvening },
  { name: 'B4', measure: tallyMillion },
  { name: 'LODZ', measure: tallyFile },
  { name: 'B5', measure: verifyRounds },
  { name: 'B6', measure: openSealed },
  { name: 'B7', measure: scoreMeans },
  { name: 'B8', measure: openExport },
  { name: 'B9', measure: needSearch },
  { name: 'B10', measure: coldStart },
  { name: 'B11', measure: install },
  { name: 'BIDS', measure: openProposals },
]

/** `npm run bench [B1 B10 …]`: ratios against a limit measured in the same run; it fails only past “must” by a quarter. */
async function main() {
  if (!existsSync('build/serve.js')) throw new Error('Build first: npm run build')
  const asked = process.argv.slice(2).map((name) => name.toUpperCase())
  const wanted = benches.filter(({ name }) => asked.length === 0 || asked.includes(name))
  const rows: Row[] = []
  const visit = async (demo?: Served) => {
    for (const { name, measure, needsDemo } of wanted) {
      if (Boolean(needsDemo) !== Boolean(demo)) continue
      say(`${name} …`)
      rows.push(...(await measure(demo as Served)))
    }
  }
  if (wanted.some(({ needsDemo }) => needsDemo)) await withDemo(visit)
  await visit()
  report(rows)
  if (rows.some(({ ratio, must }) => ratio > must * 1.25)) process.exitCode = 1
}

async function withDemo(visit: (demo: Served) => Promise<void>) {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'))
  const files = { DATABASE_URL: `file:${join(folder, 'demo.sqlite')}`, FILES: join(folder, 'files') }
  const demo = await start([process.execPath, 'build/serve.js'], PORT, { ...files, SANSHE_DEMO: '1' })
  try {
    await visit(demo)
  } finally {
    await demo.stop()
    rmSync(folder, { recursive: true, force: true })
  }
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

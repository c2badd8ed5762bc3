import { execFileSync } from 'node:child_process'
import { hash } from 'node:crypto'
import { rmSync } from 'node:fs'
import { interleave, type Row } from './measure.ts'
import { roundFolder } from './round-folder.ts'

const BALLOTS = 200_000
const MILLION = 1_000_000
const ROUNDS = 3

const cpu = (work: () => void) => {
  const before = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1_000
}
const [leaf, node] = [Buffer.alloc(33, 7), Buffer.alloc(65, 7)]
/** Two bare hashes a ballot: its leaf, and its share of the nodes above. */
const bareHashes = () =>
  cpu(() => {
    for (let n = 0; n < BALLOTS; n += 1) {
      hash('sha256', leaf, 'buffer')
      hash('sha256', node, 'buffer')
    }
  })

type Ran = { ms: number; mb: number; said: string }
/** The program itself, as a stranger runs it: CPU and memory of its whole process, start included. */
function verify(folder: string): Ran {
  const program = [
    "import { resourceUsage } from 'node:process'",
    `process.argv[2] = ${JSON.stringify(folder)}`,
    "await import('./bin/verify-round.ts')",
    'const { userCPUTime, systemCPUTime, maxRSS } = resourceUsage()',
    'process.stdout.write(JSON.stringify({ ms: (userCPUTime + systemCPUTime) / 1000, mb: maxRSS / 1024 }))',
  ].join('\n')
  const said = execFileSync('npx', ['tsx', '--input-type=module', '-e', program], { encoding: 'utf8' })
  const at = said.lastIndexOf('{')
  return { ...(JSON.parse(said.slice(at)) as { ms: number; mb: number }), said: said.slice(0, at) }
}

/** B5: all checks of a round from its public files, against two bare hashes a ballot. Scaled to a fifth; the million is extrapolated. */
export async function verifyRounds(): Promise<Row[]> {
  const folder = roundFolder(BALLOTS)
  const empty = roundFolder(1)
  try {
    const begun = verify(empty).ms
    let most = 0
    const found = await interleave(
      ROUNDS,
      async () => bareHashes(),
      async () => {
        const { ms, mb, said } = verify(folder)
        if (!said.includes('yes: this round is verified')) throw new Error(said)
        most = Math.max(most, mb)
        return ms - begun
      },
    )
    const say = (ms: number) =>
      `${(((ms / BALLOTS) * MILLION) / 1_000).toFixed(1)} CPU-s a million (from ${BALLOTS})`
    const ours = `${say(found.ours)}, ${Math.round(most)} MB`
    return [{ ...found, bench: 'B5 verify a round', limit: say(found.limit), ours, must: 3, goal: 1.3 }]
  } finally {
    for (const one of [folder, empty]) rmSync(one, { recursive: true, force: true })
  }
}

import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { countElection } from '#domain/ask/vote/count/count-election.ts'
import type { Election } from '#domain/ask/vote/count/election.ts'
import { parsePb } from '#domain/ask/vote/count/parse-pb.ts'
import { ruleOf } from '#domain/ask/vote/count/rules.ts'
import { interleave, type Row } from './measure.ts'

const ROUNDS = 5
const file = join(process.env.PABULIB_DIR ?? '../shared/data/pabulib', 'Poland_Lodz_2022.pb')

const cpu = <T>(work: () => T) => {
  const before = process.cpuUsage()
  const made = work()
  const { user, system } = process.cpuUsage(before)
  return { ms: (user + system) / 1_000, made }
}

/** The least that reading can cost: the words decoded, and every line cut into its cells. */
const cut = (bytes: Uint8Array) => {
  let cells = 0
  for (const line of new TextDecoder().decode(bytes).split('\n')) cells += line.split(';').length
  return cells
}
/** The least that counting can cost: every choice of every ballot added up once a run. */
const passes = ({ groups }: Election, runs: number) => {
  let sum = 0
  for (let run = 0; run < runs; run += 1)
    for (let at = 0; at < groups.choice.length; at += 1) sum += groups.weight[at]!
  return sum
}

/** Łódź 2022 with equal shares and add1: read and counted apart, each against a bare pass over the same; nothing where the file is not. */
export async function tallyFile(): Promise<Row[]> {
  if (!existsSync(file)) {
    process.stdout.write(`${file} is not there: Łódź is left out\n`)
    return []
  }
  const bytes = readFileSync(file)
  const read = () => {
    const found = parsePb(bytes)
    if (!found.ok) throw new Error(found.fault.key)
    return found.election
  }
  const election = read()
  const rule = ruleOf('mes_add1u', election.scale)!
  const count = () => {
    const found = countElection(election, rule)
    if (!found.ok) throw new Error('too many runs')
    return found.outcome
  }
  const { runs } = count()
  const timed = (limit: () => unknown, ours: () => unknown) =>
    interleave(
      ROUNDS,
      () => Promise.resolve(cpu(limit).ms),
      () => Promise.resolve(cpu(ours).ms),
    )
  const reading = await timed(() => cut(bytes), read)
  const counting = await timed(() => passes(election, runs), count)
  const say = (ms: number) => `${ms.toFixed(0)} CPU-ms`
  const row = (bench: string, found: typeof reading, must: number, goal: number): Row => ({
    ...{ ...found, bench, must, goal },
    ...{ limit: say(found.limit), ours: say(found.ours) },
  })
  return [
    row(`Łódź 2022 read, ${election.voters} ballots`, reading, 15, 5),
    row(`Łódź 2022 add1, ${runs} runs`, counting, 60, 30),
  ]
}

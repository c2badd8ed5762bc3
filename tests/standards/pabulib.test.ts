import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { countElection } from '#domain/ask/vote/count/count-election.ts'
import { type PbFile, parsePb } from '#domain/ask/vote/count/parse-pb.ts'
import { decimalWords } from '#domain/ask/vote/count/pb-cells.ts'
import { ruleOf } from '#domain/ask/vote/count/rules.ts'
import { writePb } from '#domain/ask/vote/count/write-pb.ts'

/** Real elections with known winners, outside the project: third-party data is never copied in. */
const folder = process.env.PABULIB_DIR ?? path.resolve('..', 'shared', 'data', 'pabulib')
const present = existsSync(path.join(folder, 'expected.json'))

type Expected = { file: string; rules: Record<string, { winners: string[]; cost: string }> }
const expected: Record<string, Expected> = present
  ? JSON.parse(readFileSync(path.join(folder, 'expected.json'), 'utf8')).instances
  : {}
const instances = Object.entries(expected)

if (!present)
  test.skip('no Pabulib elections on this machine: name their folder in PABULIB_DIR to check the count against them', () => {})

const kept = new Map<string, PbFile>()
function elected(file: string) {
  const known = kept.get(file)
  if (known) return known
  const read = parsePb(readFileSync(path.join(folder, file)))
  if (!read.ok) throw new Error(`${file}: ${JSON.stringify(read.fault)}`)
  kept.set(file, read)
  return read
}
function counted(file: string, name: string) {
  const { election } = elected(file)
  const rule = ruleOf(name, election.scale)
  if (!rule) throw new Error(`no rule ${name}`)
  const result = countElection(election, rule)
  if (!result.ok) throw new Error(result.fault)
  return {
    winners: result.outcome.winners.toSorted(),
    cost: decimalWords(result.outcome.cost, election.scale),
  }
}

const every = instances.flatMap(([name, { file, rules }]) =>
  Object.entries(rules).map(([rule, { winners, cost }]) => ({ name, rule, file, winners, cost })),
)
test.each(every)(
  '$name by $rule: the winners and cost of the reference',
  ({ rule, file, winners, cost }) => {
    expect(counted(file, rule)).toEqual({ winners, cost })
  },
  120_000,
)

test.each(instances)('%s: written out and read again it is the same election', (_name, { file, rules }) => {
  const { election } = elected(file)
  const about = { description: 'd', country: 'c', unit: 'u', instance: 'i', rule: 'unknown' }
  const words = writePb(election, { ...about, dateBegin: '2026', dateEnd: '2026', selected: null })
  const again = parsePb(words)
  if (!again.ok) throw new Error(JSON.stringify(again.fault))
  expect(again.election).toMatchObject({
    budget: election.budget,
    voters: election.voters,
    kind: election.kind,
  })
  for (const name of ['greedy_threshold', 'mes'].filter((rule) => rules[rule])) {
    const result = countElection(again.election, ruleOf(name, election.scale)!)
    expect(result.ok && result.outcome.winners.toSorted()).toEqual(rules[name]!.winners)
  }
})

test('a folder that was named holds the elections', () => {
  expect(process.env.PABULIB_DIR === undefined || present).toBe(true)
})

const stepped = instances.find(([, { rules }]) => rules.mes_add1)
test.skipIf(!stepped)('the command prints one line, and a rule may carry its step', () => {
  const [, first] = stepped!
  const file = path.join(folder, first.file)
  const run = (...words: string[]) =>
    execFileSync(process.execPath, ['--import', 'tsx', 'bin/tally.ts', file, ...words], { encoding: 'utf8' })
  const { winners, cost } = first.rules.mes_add1!
  expect(run('--rule', 'mes_add1@1')).toBe(`${JSON.stringify({ winners, cost })}\n`)
  expect(run('--rule', 'mes_add1', '--step', '1')).toBe(run('--rule=mes_add1'))
})

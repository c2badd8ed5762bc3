import { readFileSync } from 'node:fs'
import { countHashOf } from '#domain/ask/vote/published.ts'
import { type TallyItem, type TallyRule, tally } from '#domain/ask/vote/tally.ts'

/** Counts a round again from its published file: `npx tsx bin/tally.ts ballots.json`. Amounts in 分. */
const [file] = process.argv.slice(2)
if (!file) throw new Error('name the ballots.json of a round')
const published = JSON.parse(readFileSync(file, 'utf8')) as {
  round: string
  countHash: string
  rule: TallyRule
  items: TallyItem[]
  ballots: string[][]
}
const counted = tally(published.ballots, published.items, published.rule)
const whole = countHashOf(published.ballots) === published.countHash
const lines = counted.steps.map((s) => [s.rank, s.id, s.votes, s.cost, s.outcome, s.after].join('\t'))
process.stdout.write(
  [
    `${published.round}: ${counted.ballots} ballots, line ${counted.line}, quorum ${counted.quorumMet ? 'met' : 'not met'}`,
    ...lines,
    whole ? 'The ballots match their fingerprint.' : 'THE BALLOTS DO NOT MATCH THEIR FINGERPRINT.',
    '',
  ].join('\n'),
)
if (!whole) process.exitCode = 1

import { createHash } from 'node:crypto'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openVault, sha256 } from '#app/ports/vault.ts'
import { canonicalJson } from '#domain/ask/vote/canonical-json.ts'
import { writePb } from '#domain/ask/vote/count/write-pb.ts'
import { rootOf } from '#domain/ask/vote/inclusion.ts'
import { ballotsCsv, sortedBallots } from '#domain/ask/vote/published.ts'
import { signedResult } from '#domain/ask/vote/signed-result.ts'
import { boxWords } from '#domain/ask/vote/signed-words.ts'
import { tally } from '#domain/ask/vote/tally.ts'
import { electionOf } from '#domain/ask/vote/tally-turns.ts'
import { ruleIn } from '#domain/ask/vote/verify-ballots.ts'
import type { Manifest, Result } from '#domain/ask/vote/verify-shapes.ts'
import { yuan } from '#domain/money.ts'

const ITEMS = 60
const CHOICES = 5
const slate = Array.from({ length: ITEMS }, (_, i) => ({
  id: `XQ-2026-${String(i + 1).padStart(4, '0')}`,
  cost: yuan(20_000 + 1_000 * i),
}))

const pbMeta = {
  description: 'bench',
  country: 'China',
  unit: 'C1',
  instance: 'TP-2026-0001',
  rule: 'greedy',
  dateBegin: '01.03.2026',
  dateEnd: '10.03.2026',
  selected: null,
}

/** A small generator of numbers: a bench must be the same every time. */
function numbers(seed: number) {
  let state = seed
  return (below: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}
function ballotOf(next: (below: number) => number) {
  const chosen = new Set<string>()
  while (chosen.size < CHOICES) chosen.add(slate[next(ITEMS)]!.id)
  return [...chosen].sort()
}

/** The public files of a round of so many ballots, five of sixty items each, as they are published. */
export function roundFolder(ballots: number): string {
  const vault = openVault('a bench secret of no worth, thirty-two or more')
  const next = numbers(7)
  const leaves = Array.from({ length: ballots }, (_, i) =>
    createHash('sha256').update(`b${i}`).digest('hex'),
  ).sort()
  const opened = sortedBallots(Array.from({ length: ballots }, () => ballotOf(next)))
  const manifest: Manifest = {
    round: 'TP-2026-0001',
    level: 'L1',
    electorate: { households: ballots, quorumPercent: 10 },
    ballot: { kind: 'approval', maxChoices: CHOICES, pointsTotal: null, pointsEach: null },
    count: {
      rule: 'greedy',
      utility: 'cost',
      completion: 'none',
      addStep: null,
      thresholdPercent: 0,
      tieOrder: 'cost_votes_id',
      budget: yuan(1_000_000),
    },
    blocs: null,
    bodies: [],
    slate,
    signingKey: vault.signingKey,
  }
  const words = canonicalJson(manifest as never)
  const root = rootOf(leaves)
  const signature = vault.sign(boxWords(manifest.round, root, ballots))
  const result: Omit<Result, 'outcome' | 'files'> = {
    round: manifest.round,
    sealHash: sha256(words),
    box: { root, leaves: ballots, replaced: 0, replacedHash: sha256(''), signature },
    votes: { participations: ballots, households: ballots, void: 0, ballots, blank: 0 },
    lotSeed: null,
    countHash: sha256(ballotsCsv(opened)),
  }
  const rule = ruleIn(manifest, result as Result, [])
  const { line, quorumMet, spent, selected, steps } = tally(opened, slate, rule)
  const told = steps.map(({ id, votes, score, outcome }) => ({ id, votes, score, outcome }))
  const folder = mkdtempSync(join(tmpdir(), 'bench-round-'))
  const files = {
    'manifest.json': words,
    'turnout.json': `${canonicalJson({ round: manifest.round, participations: ballots, channels: { phone: ballots }, ages: { unknown: ballots } })}\n`,
    'sealed.txt': leaves.map((leaf) => `${leaf}\n`).join(''),
    'superseded.txt': '',
    'ballots.csv': ballotsCsv(opened),
    'blocs.json': `${canonicalJson({ round: manifest.round, bodies: [] })}\n`,
    'round.pb': writePb(electionOf(opened, slate, rule, 0), pbMeta),
  }
  const prints = Object.fromEntries(Object.entries(files).map(([name, text]) => [name, sha256(text)]))
  const outcome = { line, quorumMet, spent, selected, steps: told }
  const signed = signedResult({ ...result, files: prints, outcome }, vault.sign)
  const all = Object.entries({ ...files, 'result.json': signed })
  for (const [name, text] of all) writeFileSync(join(folder, name), text)
  return folder
}

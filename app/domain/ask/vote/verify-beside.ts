import { compareRules } from './compare-rules.ts'
import type { Comparison } from './compare-terms.ts'
import { tally } from './tally.ts'
import type { TallyRule } from './tally-terms.ts'
import { readBallots, ruleIn } from './verify-ballots.ts'
import type { Manifest, Result, RoundFiles } from './verify-shapes.ts'

/** 对照: what the page of the result shows beside the round's own rule, computed from its public files alone; null where it shows none. */
export function besideOf(files: RoundFiles): Comparison | null {
  const manifest = JSON.parse(files.text('manifest.json')) as Manifest
  const result = JSON.parse(files.text('result.json')) as Result
  const { bodies } = JSON.parse(files.text('blocs.json')) as { bodies: NonNullable<TallyRule['bodies']> }
  const { ballots } = readBallots(files, manifest)
  const rule = ruleIn(manifest, result, bodies)
  return compareRules(ballots, manifest.slate, rule, tally(ballots, manifest.slate, rule))
}

/** The same in a sentence. */
export function besideWords(files: RoundFiles): string {
  const other = besideOf(files)?.sides[1]
  if (!other) return 'no second rule is counted: nothing was decided'
  const rule = other.method === 'shares' ? 'equal shares' : 'votes'
  return `for reading only, ${rule} would give ${other.winners.join(' ') || 'nothing'}, ${other.spent} fen`
}

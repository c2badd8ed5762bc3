import type { Mark } from '#db/vocabulary.ts'
import { type Contest, stepFor } from './compare-terms.ts'
import { blocTies, electionOfBlocs } from './count/bloc-shares.ts'
import { presentOf } from './count/blocs.ts'
import type { Rule } from './count/rules.ts'
import { sidesOf } from './tally-joint.ts'
import type { TallyItem, TallyRule } from './tally-terms.ts'
import { countRuleOf, lotOf } from './tally-turns.ts'

/** 联合评选 by votes, which is its own rule, and by shares of which every side brings its weight; null where nobody voted. */
export function jointContest(
  residents: ReadonlyArray<readonly Mark[]>,
  items: readonly TallyItem[],
  rule: TallyRule,
): Contest | null {
  const sides = sidesOf(residents, rule)
  const present = presentOf(sides)
  const { budget, thresholdPercent, lotSeed } = rule
  const election = electionOfBlocs(items, sides, { budget, scale: 100, thresholdPercent })
  if (!election) return null
  const ids = items.map(({ id }) => id)
  const ties = blocTies(items, sides, lotOf(ids, lotSeed))
  const method = thresholdPercent === null ? 'greedy' : 'greedy_threshold'
  const own: Rule = { ...countRuleOf(rule, ids), method, completion: 'none', ties }
  const step = stepFor(
    budget,
    present.reduce((sum, { weight }) => sum + weight, 0),
  )
  const named = (id: string) =>
    present.reduce((sum, { ballots }) => sum + ballots.filter((ballot) => ballot.includes(id)).length, 0)
  const other: Rule = { ...own, method: 'mes', utility: 'cost', completion: 'add1_greedy', step }
  return { unit: 'weight', election, own, other, step, named, present }
}

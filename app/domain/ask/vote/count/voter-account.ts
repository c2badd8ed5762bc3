import type { Election } from './election.ts'

/** What the outcome means for the voters. */
export type VoterAccount = {
  voters: number
  /** Voters with at least one funded choice. */
  reached: number
  /** byFunded[k]: voters with exactly k funded choices. */
  byFunded: number[]
}

/** How many voters got how many of their choices. */
export function voterAccount(
  { projects, groups, voters }: Election,
  winners: readonly string[],
): VoterAccount {
  const funded = fundedOf({ projects, groups }, winners)
  const byFunded: number[] = [0]
  let counted = 0
  for (let g = 0; g < groups.size; g++) {
    while (byFunded.length <= funded[g]!) byFunded.push(0)
    byFunded[funded[g]!]! += groups.count[g]!
    counted += groups.count[g]!
  }
  byFunded[0]! += voters - counted
  return { voters, reached: voters - byFunded[0]!, byFunded }
}

/** Two outcomes beside each other: voters with strictly more funded choices in the first, in the second, and as many. */
export function compareOutcomes(election: Election, first: readonly string[], second: readonly string[]) {
  const [one, two] = [fundedOf(election, first), fundedOf(election, second)]
  const found = { first: 0, second: 0, same: 0 }
  for (let g = 0; g < election.groups.size; g++) {
    const by = one[g]! - two[g]!
    found[by > 0 ? 'first' : by < 0 ? 'second' : 'same'] += election.groups.count[g]!
  }
  return found
}

function fundedOf({ projects, groups }: Pick<Election, 'projects' | 'groups'>, winners: readonly string[]) {
  const won = new Set(winners)
  const isWon = projects.map(({ id }) => (won.has(id) ? 1 : 0))
  return Array.from({ length: groups.size }, (_, g) => {
    let funded = 0
    for (let i = groups.start[g]!; i < groups.start[g + 1]!; i++) funded += isWon[groups.choice[i]!]!
    return funded
  })
}

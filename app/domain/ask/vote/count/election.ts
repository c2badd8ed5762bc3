/** A project on the list; its cost in whole units (分, or the smallest unit of the file's currency). */
export type Project = { id: string; cost: number; name?: string }

/** What a ballot says: named projects, projects in order of preference, or projects with points. */
export type BallotKind = 'approval' | 'ordinal' | 'points'

/** Equal ballots kept once: group g names choice[start[g]] … choice[start[g + 1] - 1], `count[g]` voters did so. */
export type Groups = {
  size: number
  count: Float64Array
  start: Uint32Array
  choice: Uint32Array
  /** Points of each choice; 1 on approval ballots, by place on ordinal ones. */
  weight: Float64Array
}

/** Everything a count needs, whole numbers only; the order of ballots is not in it. */
export type Election = {
  kind: BallotKind
  budget: number
  /** Units in one currency unit: 100 for 分 in 元. */
  scale: number
  projects: readonly Project[]
  /** All valid ballots, blank ones too. */
  voters: number
  groups: Groups
  /** The least score `greedy_threshold` funds. */
  threshold: number
  /** Points of a first choice on ordinal ballots. */
  topPoints: number
  /** 联合评选: how many of its equal parts, counted as voters, make one point of weight; add1 raises a whole point by a step. */
  parts?: number
}

/** Who supports each project: from[c] … from[c + 1] - 1 in `group` and `weight`. */
export type Supporters = { from: Uint32Array; group: Uint32Array; weight: Uint32Array; voters: Float64Array }

/** The ballots turned round, project by project, the voters of each group beside it. */
export function supportersOf({ projects, groups }: Election): Supporters {
  const from = new Uint32Array(projects.length + 1)
  for (const c of groups.choice) from[c + 1] = from[c + 1]! + 1
  for (let c = 0; c < projects.length; c++) from[c + 1] = from[c + 1]! + from[c]!
  const next = from.slice()
  const total = groups.choice.length
  const [group, weight, voters] = [
    new Uint32Array(total),
    new Uint32Array(total),
    new Float64Array(total),
  ] as const
  for (let g = 0; g < groups.size; g++)
    for (let i = groups.start[g]!; i < groups.start[g + 1]!; i++) {
      const at = next[groups.choice[i]!]!++
      group[at] = g
      weight[at] = groups.weight[i]!
      voters[at] = groups.count[g]!
    }
  return { from, group, weight, voters }
}

/** Voters for each project, and its score: votes on approval ballots, points on others. */
export function standing({ projects, groups }: Election): { votes: Float64Array; score: Float64Array } {
  const [votes, score] = [new Float64Array(projects.length), new Float64Array(projects.length)]
  for (let g = 0; g < groups.size; g++)
    for (let i = groups.start[g]!; i < groups.start[g + 1]!; i++) {
      const c = groups.choice[i]!
      votes[c] = votes[c]! + groups.count[g]!
      score[c] = score[c]! + groups.count[g]! * groups.weight[i]!
    }
  return { votes, score }
}

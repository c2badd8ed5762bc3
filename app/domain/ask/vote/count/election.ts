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
}

/** Ballots as they come in, each choice a number of the project list; points beside it where there are any. */
export type BallotBox = {
  add: (choices: readonly number[], points?: readonly number[]) => void
  grouped: () => Groups
}

type Growing = { choice: Uint32Array; weight: Float64Array; used: number }

const roomFor = (kept: Growing, more: number) => {
  if (kept.used + more <= kept.choice.length) return
  const size = Math.max(kept.choice.length * 2, kept.used + more)
  const [choice, weight] = [new Uint32Array(size), new Float64Array(size)]
  choice.set(kept.choice)
  weight.set(kept.weight)
  kept.choice = choice
  kept.weight = weight
}

const sameBallot = (kept: Growing, at: number, to: number, from: number, end: number) => {
  if (to - at !== end - from) return false
  for (let i = 0; i < to - at; i++)
    if (kept.choice[at + i] !== kept.choice[from + i] || kept.weight[at + i] !== kept.weight[from + i])
      return false
  return true
}

const fingerprint = (kept: Growing, from: number, end: number) => {
  let hash = 2166136261
  for (let i = from; i < end; i++) {
    hash = Math.imul(hash ^ kept.choice[i]!, 16777619)
    hash = Math.imul(hash ^ kept.weight[i]!, 16777619)
  }
  return (hash ^ (hash >>> 15)) >>> 0
}

/** Writes one ballot at the end, its choices sorted so that equal ballots look equal; answers its end. */
function write(kept: Growing, choices: readonly number[], points?: readonly number[]) {
  roomFor(kept, choices.length)
  let end = kept.used
  for (let nth = 0; nth < choices.length; nth++) {
    const [project, weight] = [choices[nth]!, points ? points[nth]! : 1]
    if (weight === 0) continue
    let at = end++
    for (; at > kept.used && kept.choice[at - 1]! > project; at--) {
      kept.choice[at] = kept.choice[at - 1]!
      kept.weight[at] = kept.weight[at - 1]!
    }
    kept.choice[at] = project
    kept.weight[at] = weight
  }
  return end
}

/** An empty box that groups equal ballots as they fall in; a choice of no points is no choice. */
export function ballotBox(): BallotBox {
  const kept: Growing = { choice: new Uint32Array(1024), weight: new Float64Array(1024), used: 0 }
  const start = [0]
  const count: number[] = []
  let slots = new Int32Array(1024).fill(-1)
  const slotOf = (from: number, end: number) => {
    let slot = fingerprint(kept, from, end) & (slots.length - 1)
    for (; slots[slot]! >= 0; slot = (slot + 1) & (slots.length - 1))
      if (sameBallot(kept, start[slots[slot]!]!, start[slots[slot]! + 1]!, from, end)) break
    return slot
  }
  const widen = () => {
    slots = new Int32Array(slots.length * 4).fill(-1)
    for (let g = 0; g < count.length; g++) slots[slotOf(start[g]!, start[g + 1]!)] = g
  }
  const add: BallotBox['add'] = (choices, points) => {
    const end = write(kept, choices, points)
    const slot = slotOf(kept.used, end)
    const known = slots[slot]!
    if (known >= 0) {
      count[known] = count[known]! + 1
      return
    }
    slots[slot] = count.length
    count.push(1)
    start.push(end)
    kept.used = end
    if (count.length * 2 > slots.length) widen()
  }
  const grouped = (): Groups => ({
    size: count.length,
    count: Float64Array.from(count),
    start: Uint32Array.from(start),
    choice: kept.choice.slice(0, kept.used),
    weight: kept.weight.slice(0, kept.used),
  })
  return { add, grouped }
}

/** Who supports each project: from[c] … from[c + 1] - 1 in `group` and `weight`. */
export type Supporters = { from: Uint32Array; group: Uint32Array; weight: Float64Array; voters: Float64Array }

/** The ballots turned round, project by project, the voters of each group beside it. */
export function supportersOf({ projects, groups }: Election): Supporters {
  const from = new Uint32Array(projects.length + 1)
  for (const c of groups.choice) from[c + 1] = from[c + 1]! + 1
  for (let c = 0; c < projects.length; c++) from[c + 1] = from[c + 1]! + from[c]!
  const next = from.slice()
  const total = groups.choice.length
  const [group, weight, voters] = [
    new Uint32Array(total),
    new Float64Array(total),
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

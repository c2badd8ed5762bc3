import { type BallotBox, ballotBox } from './ballot-box.ts'
import type { Election, Project } from './election.ts'

/** What a round's ballots are held to, as it was sealed. */
export type BallotRule = {
  kind: 'approval' | 'knapsack' | 'points' | 'ranking'
  maxChoices: number
  budget: number
  pointsTotal?: number
  pointsEach?: number
}
export type RoundBallots = BallotRule & {
  items: readonly Project[]
  /** Each ballot's plain text: `["A","B"]`, in order for a ranking, `[["A",3],["B",1]]` for points. */
  ballots: readonly string[]
  /** The least score that is funded, for `greedy_threshold`. */
  threshold?: number
}

/** Why a ballot cannot be counted; ballots are numbered from 1. */
export type BallotFault = {
  ballot: number
  why: 'unreadable' | 'unknown' | 'twice' | 'too-many' | 'over-budget' | 'points'
}

type Choice = readonly [id: string, points: number]

function choicesOf(words: string, kind: BallotRule['kind'], top: number): Choice[] | null {
  let found: unknown
  try {
    found = JSON.parse(words)
  } catch {
    return null
  }
  if (!Array.isArray(found)) return null
  const choices = found.map((entry: unknown, nth): Choice | null => {
    if (kind !== 'points')
      return typeof entry === 'string' ? [entry, kind === 'ranking' ? top - nth : 1] : null
    if (!Array.isArray(entry) || entry.length !== 2) return null
    const [id, points] = entry as [unknown, unknown]
    return typeof id === 'string' && typeof points === 'number' ? [id, points] : null
  })
  return choices.every((choice) => choice !== null) ? choices : null
}

/** Holds one ballot against the rule; null when it is in order. */
function wrongOf(
  choices: Choice[],
  rule: BallotRule,
  costs: ReadonlyMap<string, number>,
): BallotFault['why'] | null {
  if (choices.some(([id]) => !costs.has(id))) return 'unknown'
  if (new Set(choices.map(([id]) => id)).size < choices.length) return 'twice'
  if (rule.kind !== 'knapsack' && rule.kind !== 'points' && choices.length > rule.maxChoices)
    return 'too-many'
  if (rule.kind === 'knapsack' && choices.reduce((all, [id]) => all + costs.get(id)!, 0) > rule.budget)
    return 'over-budget'
  if (rule.kind !== 'points') return null
  const points = choices.map(([, given]) => given)
  const inRange = points.every((p) => Number.isSafeInteger(p) && p > 0 && p <= (rule.pointsEach ?? 0))
  return inRange && points.reduce((a, b) => a + b, 0) <= (rule.pointsTotal ?? 0) ? null : 'points'
}

/** The election of a round, every ballot held to the sealed rule on the way; the first that breaks it is named. */
export function electionOfRound(
  round: RoundBallots,
): { ok: true; election: Election } | { ok: false; fault: BallotFault } {
  const costs = new Map(round.items.map(({ id, cost }) => [id, cost]))
  const places = new Map(round.items.map(({ id }, place) => [id, place]))
  const topPoints = Math.min(round.maxChoices, round.items.length)
  const box: BallotBox = ballotBox()
  for (const [nth, words] of round.ballots.entries()) {
    const choices = choicesOf(words, round.kind, topPoints)
    const why = choices ? wrongOf(choices, round, costs) : 'unreadable'
    if (!choices || why) return { ok: false, fault: { ballot: nth + 1, why: why ?? 'unreadable' } }
    box.add(
      choices.map(([id]) => places.get(id)!),
      choices.map(([, points]) => points),
    )
  }
  const election: Election = {
    kind: round.kind === 'ranking' ? 'ordinal' : round.kind === 'points' ? 'points' : 'approval',
    budget: round.budget,
    scale: 100,
    projects: round.items,
    voters: round.ballots.length,
    groups: box.grouped(),
    threshold: round.threshold ?? 0,
    topPoints,
  }
  return { ok: true, election }
}

import { type Shares, shares, tooManyRuns } from './completions.ts'
import { type Election, standing, supportersOf } from './election.ts'
import { byScore, type Turn, walk } from './greedy.ts'
import { type Fraction, whole } from './rational.ts'
import type { Rule } from './rules.ts'
import { tiePlaces } from './ties.ts'

/** The result of a count: ids in the order they were funded, and by what. */
export type Outcome = {
  winners: string[]
  cost: number
  /** How many of the winners the equal shares bought; the rest came by votes. */
  byShares: number
  /** What each voter held at the start of the run that counts; null when no shares were counted. */
  endowment: Fraction | null
  /** The walk down the list by votes, where there was one. */
  turns: Turn[]
  /** Runs of the equal shares, and questions only fractions could answer. */
  runs: number
  asked: number
}

/** `too-many-runs`: the step of add1 is too small for this budget, see `mostRuns`. */
export type Counted = { ok: true; outcome: Outcome } | { ok: false; fault: typeof tooManyRuns }

const noShares: Shares = { bought: [], spent: 0, asked: 0, over: false, endowment: whole(0), runs: 0 }

/** The walk by votes through what the shares did not buy, where the rule has one. */
function turnsOf(election: Election, rule: Rule, { list, score }: Ranked, bought: Shares): Turn[] {
  if (rule.method === 'mes' && rule.completion !== 'greedy' && rule.completion !== 'add1_greedy') return []
  const inShares = new Set(bought.bought)
  const order = list.filter((c) => !inShares.has(c))
  const least = rule.method === 'greedy_threshold' ? election.threshold : 0
  const left = election.budget - bought.spent
  return walk(election, { order, left, least, skips: rule.method !== 'greedy_no_skip' }, score)
}

type Ranked = { list: readonly number[]; score: Float64Array }

/** Counts an election by a rule; `exactly` takes fractions for every step, to check that it makes no difference. */
export function countElection(election: Election, rule: Rule, { exactly = false } = {}): Counted {
  const { projects, voters } = election
  const { score } = standing(election)
  const places = tiePlaces(projects, score, rule.ties)
  const shared = rule.method === 'mes' && voters > 0 && score.some((points) => points > 0)
  const supporters = supportersOf(election)
  const input = { election, supporters, score, places, utility: rule.utility, exactly }
  const bought = shared ? shares(input, rule) : noShares
  if (bought === tooManyRuns) return { ok: false, fault: bought }
  const turns = turnsOf(election, rule, { list: byScore(score, places), score }, bought)
  const byVotes = turns.filter(({ verdict }) => verdict === 'selected').map(({ project }) => project)
  const all = [...bought.bought, ...byVotes]
  const outcome = {
    winners: all.map((c) => projects[c]!.id),
    cost: all.reduce((sum, c) => sum + projects[c]!.cost, 0),
    byShares: bought.bought.length,
    endowment: shared ? bought.endowment : null,
    turns,
    runs: bought.runs,
    asked: bought.asked,
  }
  return { ok: true, outcome }
}

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

/** Counts an election by a rule; `exactly` takes fractions for every step, to check that it makes no difference. */
export function countElection(election: Election, rule: Rule, { exactly = false } = {}): Counted {
  const { votes, score } = standing(election)
  const places = tiePlaces(election.projects, score, rule.ties)
  const ids = (list: readonly number[]) => list.map((c) => election.projects[c]!.id)
  const byTurns = (order: readonly number[], left: number) => {
    const least = rule.method === 'greedy_threshold' ? election.threshold : 0
    return walk(election, { order, left, least, skips: rule.method !== 'greedy_no_skip' }, score)
  }
  const list = byScore(score, places)
  const none = rule.method !== 'mes' || election.voters === 0 || !votes.some((n) => n > 0)
  const input = {
    election,
    supporters: supportersOf(election),
    score,
    places,
    utility: rule.utility,
    exactly,
  }
  const bought = none ? noShares : shares(input, rule)
  if (bought === tooManyRuns) return { ok: false, fault: bought }
  const walks = rule.method !== 'mes' || rule.completion === 'greedy' || rule.completion === 'add1_greedy'
  const inShares = new Set(bought.bought)
  const rest = list.filter((c) => !inShares.has(c))
  const turns = walks ? byTurns(rest, election.budget - bought.spent) : []
  const selected = turns.filter(({ verdict }) => verdict === 'selected').map(({ project }) => project)
  const all = [...bought.bought, ...selected]
  const cost = all.reduce((sum, c) => sum + election.projects[c]!.cost, 0)
  const endowment = none ? null : bought.endowment
  return {
    ok: true,
    outcome: {
      winners: ids(all),
      cost,
      byShares: bought.bought.length,
      endowment,
      turns,
      runs: bought.runs,
      asked: bought.asked,
    },
  }
}

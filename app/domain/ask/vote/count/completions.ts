import type { Election } from './election.ts'
import { type MesInput, type MesRun, runMes } from './mes.ts'
import { type Fraction, fraction, plus, whole } from './rational.ts'
import type { Rule } from './rules.ts'

/** What the shares bought, with the endowment that bought it. */
export type Shares = MesRun & { endowment: Fraction; runs: number }

/** add1 by the smallest steps on the largest budgets would never end; a rule must be chosen that does. */
export const mostRuns = 50_000

/** Each voter's share of the budget; by `floor` in whole currency units. */
export function firstShare({ budget, voters, scale }: Election, start: Rule['start']): Fraction {
  if (start === 'exact') return fraction(BigInt(budget), BigInt(voters))
  return whole(Math.floor(Math.floor(budget / voters) / scale) * scale)
}

/** Nothing with a vote is left out that the unspent budget could still pay. */
function exhausted({ election, score }: MesInput, run: MesRun) {
  const won = new Set(run.bought)
  const left = election.budget - run.spent
  return election.projects.every(({ cost }, c) => won.has(c) || score[c] === 0 || cost > left)
}

/** Everything that has a vote, and could be paid at all, is in. */
function nothingLeft({ election, score }: MesInput, run: MesRun) {
  const won = new Set(run.bought)
  return election.projects.every(({ cost }, c) => won.has(c) || score[c] === 0 || cost > election.budget)
}

/** The shares were raised `mostRuns` times without an end. */
export const tooManyRuns = 'too-many-runs'

/**
 * add1: raises every voter's endowment step by step, each time counting from the start, and keeps the last outcome
 * the real budget can pay.
 */
function raised(input: MesInput, rule: Rule, first: Shares): Shares | typeof tooManyRuns {
  const step = fraction(BigInt(rule.step), BigInt(input.election.parts ?? 1))
  const enough = rule.exhaustive ? exhausted : nothingLeft
  let now = first
  while (!enough(input, now)) {
    if (now.runs >= mostRuns) return tooManyRuns
    const endowment = plus(now.endowment, step)
    const next = runMes(input, endowment, input.election.budget)
    const asked = now.asked + next.asked
    if (next.over) return { ...now, asked, runs: now.runs + 1 }
    now = { ...next, asked, endowment, runs: now.runs + 1 }
  }
  return now
}

/** The equal shares of a rule: the first run, and what add1 makes of it. */
export function shares(input: MesInput, rule: Rule): Shares | typeof tooManyRuns {
  const endowment = firstShare(input.election, rule.start)
  const first = { ...runMes(input, endowment), endowment, runs: 1 }
  return rule.completion === 'add1' || rule.completion === 'add1_greedy' ? raised(input, rule, first) : first
}

import type { Mark } from '#db/vocabulary.ts'
import { type Fen, fen, minus, plus, zero } from '../../money.ts'
import { idOf } from './marks.ts'
import { jointTurns } from './tally-joint.ts'
import type { CountTurn, Tally, TallyItem, TallyRule, TallyStep } from './tally-terms.ts'
import { turnsOf } from './tally-turns.ts'

/** More than the share, not as many: 过半 of 668 is 335. */
export const lineOf = (ballots: number, percent: number | null): number =>
  percent === null ? 0 : Math.floor((ballots * percent) / 100) + 1

/** 参与门槛: the least number of households, rounded up. */
export const quorumOf = (households: number, percent: number): number =>
  Math.ceil((households * percent) / 100)

type Walked = { items: readonly TallyItem[]; budget: Fen; quorumMet: boolean }
/** The turns with the money beside them: before and after each. */
function stepsOf(turns: readonly CountTurn[], { items, budget, quorumMet }: Walked): TallyStep[] {
  const cost = new Map(items.map((item) => [item.id, item.cost]))
  let left = budget
  return turns.map((turn, i): TallyStep => {
    const before = left
    const outcome = quorumMet ? turn.outcome : 'quorum_not_met'
    if (outcome === 'selected') left = minus(left, cost.get(turn.id)!)
    const { standing, ...told } = turn
    const tied = turns.filter((o) => o !== turn && standing !== null && o.standing === standing)
    return {
      ...told,
      rank: i + 1,
      cost: cost.get(turn.id)!,
      outcome,
      before,
      after: left,
      tied: tied.map((other) => other.id),
    }
  })
}

/**
 * Counts by the sealed rule, over all valid ballots: a blank one takes part and weighs nothing. Whole numbers and exact
 * fractions only, so that anyone gets the same from the published ballots.
 */
export function tally(
  all: ReadonlyArray<readonly Mark[]>,
  items: readonly TallyItem[],
  rule: TallyRule,
): Tally {
  const ballots = all.filter((ballot) => ballot.length > 0)
  const line = rule.blocs ? 0 : lineOf(ballots.length, rule.thresholdPercent)
  const quorumMet = rule.participated >= rule.quorum
  const turns = rule.blocs ? jointTurns(ballots, items, rule) : turnsOf(ballots, items, rule, line)
  const steps = stepsOf(turns, { items, budget: fen(rule.budget), quorumMet })
  const won = steps.filter((s) => s.outcome === 'selected')
  const ids = new Set(won.map((s) => s.id))
  return {
    ballots: ballots.length,
    blank: all.length - ballots.length,
    line,
    quorumMet,
    steps,
    selected: won.map((s) => s.id),
    spent: won.reduce((sum, s) => plus(sum, s.cost), zero),
    satisfied: ballots.filter((ballot) => ballot.some((mark) => ids.has(idOf(mark)))).length,
  }
}

import type { BlocWeight, Mark } from '#db/vocabulary.ts'
import { type Fen, fen, minus, plus, zero } from '../../money.ts'
import { idOf } from './marks.ts'
import type { Round } from './phase.ts'
import { type Joint, type JointBallot, jointTurns } from './tally-joint.ts'
import { turnsOf } from './tally-turns.ts'

export type TallyItem = { id: string; cost: Fen }
export type TallyRule = {
  budget: Fen
  /** A ballot share to be passed, in whole percent; null: no line. */
  thresholdPercent: number | null
  /** Households that must have taken part; 0: none. */
  quorum: number
  participated: number
  /** What is left out is as it always was: approval ballots, by votes. */
  ballotKind?: Round['ballotKind']
  maxChoices?: number
  rule?: Round['rule']
  utility?: Round['utility']
  completion?: Round['completion']
  addStep?: number | null
  /** The drawn lot; null: none was to be drawn. */
  lotSeed?: string | null
  blocs?: BlocWeight[] | null
  bodies?: JointBallot[]
}
export type Outcome =
  | 'selected'
  | 'below_threshold'
  | 'no_money'
  | 'after_stop'
  | 'no_support'
  | 'quorum_not_met'
export type TallyStep = {
  id: string
  rank: number
  cost: Fen
  votes: number
  /** Votes on approval ballots, points on others; in a joint selection the joint share in percent. */
  score: number
  outcome: Outcome
  /** Paid for by its supporters' equal shares. */
  byShares: boolean
  /** 分 left when its turn came, and after it. */
  before: Fen
  after: Fen
  /** The ids that stood as high: lower cost went first, then the published order. */
  tied: string[]
  /** 联合评选: what each side gave it. */
  joint: Joint[] | null
}
export type Tally = {
  /** 有效票: blank ones are counted apart. */
  ballots: number
  /** 空白票 */
  blank: number
  /** The votes an item must reach. */
  line: number
  quorumMet: boolean
  steps: TallyStep[]
  selected: string[]
  spent: Fen
  /** Ballots with at least one selected choice. */
  satisfied: number
}
/** One item's turn, in the order of the count. */
export type CountTurn = Pick<TallyStep, 'id' | 'votes' | 'score' | 'joint' | 'byShares'> & {
  outcome: Exclude<Outcome, 'quorum_not_met'>
}

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
    const tied = turns.filter((other) => other !== turn && other.score === turn.score)
    return {
      ...turn,
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

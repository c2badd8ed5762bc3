import type { Mark } from '#db/vocabulary.ts'
import { type Fen, minus, plus, zero } from '../../money.ts'
import { idOf } from './marks.ts'

export type TallyItem = { id: string; cost: Fen }
export type TallyRule = {
  budget: Fen
  /** A ballot share to be passed, in whole percent; null: no line. */
  thresholdPercent: number | null
  /** Households that must have taken part; 0: none. */
  quorum: number
  participated: number
}
export type Outcome = 'selected' | 'below_threshold' | 'no_money' | 'quorum_not_met'
export type TallyStep = {
  id: string
  rank: number
  cost: Fen
  votes: number
  outcome: Outcome
  /** 分 left when its turn came, and after it. */
  before: Fen
  after: Fen
  /** The ids with as many votes: lower cost went first, then the lower number. */
  tied: string[]
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
type Ballot = readonly Mark[]
type Standing = TallyItem & { votes: number }

const byWords = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

function votesOf(ballots: readonly Ballot[], items: readonly TallyItem[]): Standing[] {
  const votes = new Map(items.map((item) => [item.id, 0]))
  for (const ballot of ballots)
    for (const id of new Set(ballot.map(idOf))) if (votes.has(id)) votes.set(id, votes.get(id)! + 1)
  return items.map((item) => ({ ...item, votes: votes.get(item.id)! }))
}

/** More than the share, not as many: 过半 of 668 is 335. */
export const lineOf = (ballots: number, percent: number | null): number =>
  percent === null ? 0 : Math.floor((ballots * percent) / 100) + 1

/** 参与门槛: the least number of households, rounded up. */
export const quorumOf = (households: number, percent: number): number =>
  Math.ceil((households * percent) / 100)

const outcomeOf = (item: Standing, line: number, left: Fen, quorumMet: boolean): Outcome => {
  if (!quorumMet) return 'quorum_not_met'
  if (item.votes < line) return 'below_threshold'
  return item.cost <= left ? 'selected' : 'no_money'
}

/**
 * 按票数高低: by votes, then lower cost, then lower number; funds what passed the line and still fits. Whole numbers
 * only, so that anyone gets the same from the published ballots.
 */
export function tally(all: readonly Ballot[], items: readonly TallyItem[], rule: TallyRule): Tally {
  const ballots = all.filter((ballot) => ballot.length > 0)
  const standing = votesOf(ballots, items).sort(
    (a, b) => b.votes - a.votes || a.cost - b.cost || byWords(a.id, b.id),
  )
  const line = lineOf(ballots.length, rule.thresholdPercent)
  const quorumMet = rule.participated >= rule.quorum
  let left = rule.budget
  let spent = zero
  const steps = standing.map((item, i): TallyStep => {
    const before = left
    const outcome = outcomeOf(item, line, left, quorumMet)
    if (outcome === 'selected') {
      left = minus(left, item.cost)
      spent = plus(spent, item.cost)
    }
    const tied = standing
      .filter((other) => other !== item && other.votes === item.votes)
      .map((other) => other.id)
    return {
      id: item.id,
      rank: i + 1,
      cost: item.cost,
      votes: item.votes,
      outcome,
      before,
      after: left,
      tied,
    }
  })
  const selected = steps.filter((s) => s.outcome === 'selected').map((s) => s.id)
  const won = new Set(selected)
  const satisfied = ballots.filter((ballot) => ballot.some((mark) => won.has(idOf(mark)))).length
  const blank = all.length - ballots.length
  return { ballots: ballots.length, blank, line, quorumMet, steps, selected, spent, satisfied }
}

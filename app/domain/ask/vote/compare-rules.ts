import type { Mark } from '#db/vocabulary.ts'
import { type Fen, fen, zero } from '../../money.ts'
import { countElection, type Outcome } from './count/count-election.ts'
import type { Election } from './count/election.ts'
import { explain, type ProjectAccount } from './count/explain.ts'
import { toNumber } from './count/rational.ts'
import type { Rule } from './count/rules.ts'
import { compareOutcomes, voterAccount } from './count/voter-account.ts'
import type { Tally, TallyItem, TallyRule } from './tally-terms.ts'
import { countRuleOf, electionOf } from './tally-turns.ts'

/** 按票数高低, or 平等份额法. */
export type Method = 'votes' | 'shares'
/** Why an item stands where it stands under one of the two; amounts in 分. */
export type Account = Pick<ProjectAccount, 'id' | 'votes' | 'score' | 'verdict' | 'place' | 'percent'> & {
  cost: Fen
  /** What was wanting, of its supporters' shares or of the money left. */
  missing: Fen
  left: Fen | null
  /** What its supporters held together at the start, and when it was bought or the shares ended. */
  behindAtStart: Fen | null
  behind: Fen | null
  /** The most one supporter paid for it, rounded up; and its cost over that. */
  payment: Fen | null
  effectiveVotes: number | null
}
export type Side = {
  method: Method
  winners: string[]
  spent: Fen
  /** Ballots with at least one selected choice. */
  reached: number
  accounts: Account[]
  /** What each ballot held in the run that counts; null where votes decided. */
  endowment: Fen | null
}
export type Comparison = {
  binding: Method
  sides: [Side, Side]
  /** Ballots with more selected choices under the first, under the second, and as many. */
  better: { first: number; second: number; same: number }
  /** Items the two decide otherwise. */
  differing: string[]
  /** By how much the compared equal shares are raised a step. */
  step: Fen | null
}

const up = (n: number) => fen(Math.ceil(n))
function accountOf({ shares, ...own }: ProjectAccount): Account {
  return {
    ...own,
    cost: fen(own.cost),
    missing: fen(own.missing),
    left: own.left === null ? null : fen(own.left),
    behindAtStart: shares ? fen(shares.behindAtStart) : null,
    behind: shares ? fen(shares.behind) : null,
    payment: shares?.payment ? up(toNumber(shares.payment)) : null,
    effectiveVotes: shares?.effectiveVotes ? Math.round(toNumber(shares.effectiveVotes) * 10) / 10 : null,
  }
}
const sideOf = (election: Election, outcome: Outcome, rule: Rule): Side => ({
  method: rule.method === 'mes' ? 'shares' : 'votes',
  winners: outcome.winners,
  spent: fen(outcome.cost),
  reached: voterAccount(election, outcome.winners).reached,
  accounts: explain(election, outcome).map(accountOf),
  endowment: outcome.endowment ? fen(Math.floor(toNumber(outcome.endowment))) : null,
})

/** Roughly a thousandth of what each ballot holds, in whole 元: fine enough, and never without end. */
const stepFor = (budget: number, ballots: number) =>
  fen(Math.max(1, Math.round(budget / ballots / 100_000)) * 100)

/** The other of the two: no line under votes; cost utility, raised step by step and then by votes under equal shares. */
const otherOf = (own: Rule, step: Fen): Rule =>
  own.method === 'mes'
    ? { ...own, method: 'greedy', completion: 'none' }
    : { ...own, method: 'mes', utility: 'cost', completion: 'add1_greedy', step }

/**
 * 对照: the same ballots counted by the other rule too, for reading only. None where it would mislead: in a joint
 * vote, whose other sides have no money to share; with ranks, which are no amounts; and where nothing was decided.
 */
export function compareRules(
  all: ReadonlyArray<readonly Mark[]>,
  items: readonly TallyItem[],
  rule: TallyRule,
  tally: Tally,
): Comparison | null {
  const ballots = all.filter((ballot) => ballot.length > 0)
  if (rule.blocs || rule.ballotKind === 'ranking' || !tally.quorumMet || ballots.length === 0) return null
  const election = electionOf(ballots, items, rule, tally.line)
  const own = countRuleOf(
    rule,
    items.map(({ id }) => id),
  )
  const step = own.method === 'mes' ? null : stepFor(rule.budget, ballots.length)
  const other = otherOf(own, step ?? zero)
  const [first, second] = [countElection(election, own), countElection(election, other)]
  if (!first.ok || !second.ok) return null
  const [ours, theirs] = [first.outcome.winners, second.outcome.winners]
  return {
    binding: own.method === 'mes' ? 'shares' : 'votes',
    sides: [sideOf(election, first.outcome, own), sideOf(election, second.outcome, other)],
    better: compareOutcomes(election, ours, theirs),
    differing: items.map(({ id }) => id).filter((id) => ours.includes(id) !== theirs.includes(id)),
    step,
  }
}

import type { Mark } from '#db/vocabulary.ts'
import { type Fen, fen, zero } from '../../money.ts'
import { jointContest } from './compare-joint.ts'
import {
  type Account,
  type Comparison,
  type Contest,
  type Side,
  type SidePurse,
  stepFor,
} from './compare-terms.ts'
import { countElection, type Outcome } from './count/count-election.ts'
import type { Election } from './count/election.ts'
import { explain, type ProjectAccount } from './count/explain.ts'
import { type Fraction, floor, fraction, times, toNumber } from './count/rational.ts'
import type { Rule } from './count/rules.ts'
import { compareOutcomes, voterAccount } from './count/voter-account.ts'
import type { Tally, TallyItem, TallyRule } from './tally-terms.ts'
import { countRuleOf, electionOf } from './tally-turns.ts'

const up = (n: number) => fen(Math.ceil(n))
const down = (amount: Fraction) => fen(Number(floor(amount)))
const partsOf = ({ election }: Contest) => election.parts ?? 1

function accountOf({ shares, ...own }: ProjectAccount, contest: Contest): Account {
  const parts = partsOf(contest)
  const effective = shares?.effectiveVotes ? toNumber(shares.effectiveVotes) / parts : null
  return {
    ...own,
    votes: contest.named ? contest.named(own.id) : own.votes,
    score: contest.named ? Math.round((own.score * 10_000) / contest.election.voters) / 100 : own.score,
    cost: fen(own.cost),
    missing: fen(own.missing),
    left: own.left === null ? null : fen(own.left),
    behindAtStart: shares ? fen(shares.behindAtStart) : null,
    behind: shares ? fen(shares.behind) : null,
    payment: shares?.payment ? up(toNumber(times(shares.payment, parts))) : null,
    effectiveVotes: effective === null ? null : Math.round(effective * 10) / 10,
  }
}
const sideOf = (contest: Contest, residents: Election, outcome: Outcome, rule: Rule): Side => ({
  method: rule.method === 'mes' ? 'shares' : 'votes',
  winners: outcome.winners,
  spent: fen(outcome.cost),
  reached: voterAccount(residents, outcome.winners).reached,
  accounts: explain(contest.election, outcome).map((account) => accountOf(account, contest)),
  endowment: outcome.endowment ? down(times(outcome.endowment, partsOf(contest))) : null,
})

/** 各方的份额: its weight of what is shared out, the same for each of its ballots. */
const pursesOf = (contest: Contest, { endowment }: Outcome): SidePurse[] | null => {
  if (!contest.present || !endowment) return null
  return contest.present.map(({ bloc, weight, ballots }) => {
    const together = times(endowment, weight * partsOf(contest))
    const each = fraction(together.num, together.den * BigInt(ballots.length))
    return { bloc, weight, ballots: ballots.length, together: down(together), each: down(each) }
  })
}

/** The other of the two: no line under votes; raised step by step and then by votes under equal shares. */
const otherOf = (own: Rule, step: Fen, utility: Rule['utility']): Rule =>
  own.method === 'mes'
    ? { ...own, method: 'greedy', completion: 'none' }
    : { ...own, method: 'mes', utility, completion: 'add1_greedy', step }

/** Ranks have no price: a place is worth its points, whatever the item costs. */
function plainContest(election: Election, own: Rule, kind: TallyRule['ballotKind']): Contest {
  const step = own.method === 'mes' ? null : stepFor(election.budget, election.voters)
  const graded = kind === 'points' || kind === 'ranking'
  const other = otherOf(own, step ?? zero, kind === 'ranking' ? 'cardinal' : 'cost')
  return { unit: graded ? 'point' : 'ballot', election, own, other, step, named: null, present: null }
}

function compared(contest: Contest, residents: Election, items: readonly TallyItem[]): Comparison | null {
  const [first, second] = [
    countElection(contest.election, contest.own),
    countElection(contest.election, contest.other),
  ]
  if (!first.ok || !second.ok) return null
  const [ours, theirs] = [first.outcome.winners, second.outcome.winners]
  return {
    binding: contest.own.method === 'mes' ? 'shares' : 'votes',
    unit: contest.unit,
    sides: [
      sideOf(contest, residents, first.outcome, contest.own),
      sideOf(contest, residents, second.outcome, contest.other),
    ],
    better: compareOutcomes(residents, ours, theirs),
    differing: items.map(({ id }) => id).filter((id) => ours.includes(id) !== theirs.includes(id)),
    step: contest.step,
    purses: pursesOf(contest, second.outcome),
    topPlace: residents.kind === 'ordinal' ? residents.topPoints : null,
  }
}

/**
 * 对照: the same ballots counted by the other rule too, for reading only: `docs/verifying-a-round.md`, “The comparison”.
 * None where nothing was decided.
 */
export function compareRules(
  all: ReadonlyArray<readonly Mark[]>,
  items: readonly TallyItem[],
  rule: TallyRule,
  tally: Tally,
): Comparison | null {
  const ballots = all.filter((ballot) => ballot.length > 0)
  if (!tally.quorumMet) return null
  const residents = electionOf(ballots, items, rule, tally.line)
  if (rule.blocs) {
    const joint = jointContest(ballots, items, rule)
    return joint ? compared(joint, residents, items) : null
  }
  if (ballots.length === 0) return null
  const own = countRuleOf(
    rule,
    items.map(({ id }) => id),
  )
  return compared(plainContest(residents, own, rule.ballotKind), residents, items)
}

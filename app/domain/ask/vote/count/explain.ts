import type { Outcome } from './count-election.ts'
import { type Election, type Supporters, standing, supportersOf } from './election.ts'
import { exactPurse } from './exact-purse.ts'
import type { Turn } from './greedy.ts'
import { type Fraction, floor, fraction } from './rational.ts'

/** Why a project stands where it stands; amounts in units, exact shares as fractions. */
export type ProjectAccount = {
  id: string
  cost: number
  /** Voters who chose it, and its score: the same number on approval ballots. */
  votes: number
  score: number
  verdict:
    | 'by_shares'
    | 'by_votes'
    | 'no_votes'
    | 'too_little_behind'
    | 'no_money'
    | 'below_threshold'
    | 'after_stop'
  /** Its place among the winners, from 1. */
  place: number | null
  shares: ShareAccount | null
  /** Where votes decided: what was left when its turn came. */
  left: number | null
  /** What was wanting for it to be funded, rounded up to a unit; 0 for a winner and where money was not the matter. */
  missing: number
  /** How much of its cost could be paid, in whole percent rounded down: 100 is funded, less is not. */
  percent: number
}

export type ShareAccount = {
  /** What its supporters held before anything was bought, and when it was bought or the shares ended; rounded down. */
  behindAtStart: number
  behind: number
  /** The most a supporter paid for each point given, and the cost over that: the votes that bore it in full. */
  payment: Fraction | null
  effectiveVotes: Fraction | null
}

const units = (amount: Fraction) => Number(floor(amount))

/** Walks through the purchases again in fractions, and notes what stood behind each project. */
function shareAccounts(election: Election, supporters: Supporters, outcome: Outcome) {
  const places = new Map(election.projects.map(({ id }, c) => [id, c]))
  const bought = outcome.winners.slice(0, outcome.byShares).map((id) => places.get(id)!)
  const purse = exactPurse(election, supporters, outcome.endowment!)
  const accounts: ShareAccount[] = election.projects.map((_, c) => {
    const behind = units(purse.behind(c))
    return { behindAtStart: behind, behind, payment: null, effectiveVotes: null }
  })
  for (const c of bought) {
    const account = accounts[c]!
    account.behind = units(purse.behind(c))
    const cost = BigInt(election.projects[c]!.cost)
    if (cost === 0n) continue
    const payment = purse.buy(c)
    account.payment = fraction(payment.num, payment.den)
    account.effectiveVotes = fraction(cost * payment.den, payment.num)
  }
  const won = new Set(bought)
  for (const [c, account] of accounts.entries()) if (!won.has(c)) account.behind = units(purse.behind(c))
  return accounts
}

const percentOf = (held: number, cost: number) =>
  Math.min(99, Number((BigInt(held) * 100n) / BigInt(Math.max(cost, 1))))

/** The account of every project of an outcome, winners first in their order, then by score. */
export function explain(election: Election, outcome: Outcome): ProjectAccount[] {
  const { votes, score } = standing(election)
  const place = new Map(outcome.winners.map((id, nth) => [id, nth + 1]))
  const turns = new Map(outcome.turns.map((turn) => [turn.project, turn]))
  const shares = outcome.endowment ? shareAccounts(election, supportersOf(election), outcome) : null
  const accounts = election.projects.map(({ id, cost }, c): ProjectAccount => {
    const [turn, mine, nth] = [turns.get(c), shares?.[c] ?? null, place.get(id) ?? null] as const
    const left = turn?.left ?? null
    const same = { id, cost, votes: votes[c]!, score: score[c]!, place: nth, shares: mine, left }
    if (nth === null) return { ...same, ...whyNot(cost, votes[c]!, turn, mine) }
    return { ...same, verdict: nth <= outcome.byShares ? 'by_shares' : 'by_votes', missing: 0, percent: 100 }
  })
  const last = accounts.length + 1
  return accounts.sort(
    (a, b) => (a.place ?? last) - (b.place ?? last) || b.score - a.score || a.cost - b.cost,
  )
}

type Refused = Pick<ProjectAccount, 'verdict' | 'missing' | 'percent'>

function whyNot(cost: number, votes: number, turn: Turn | undefined, shares: ShareAccount | null): Refused {
  const verdict = verdictOf(turn?.verdict, votes)
  const held = shares ? shares.behind : (turn?.left ?? 0)
  const lacking = verdict === 'no_money' || verdict === 'too_little_behind' || verdict === 'no_votes'
  return { verdict, missing: lacking ? Math.max(0, cost - held) : 0, percent: percentOf(held, cost) }
}

const verdictOf = (turn: Outcome['turns'][number]['verdict'] | undefined, votes: number) =>
  turn && turn !== 'selected' ? turn : votes === 0 ? ('no_votes' as const) : ('too_little_behind' as const)

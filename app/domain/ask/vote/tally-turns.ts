import { sha256 } from '#app/ports/vault.ts'
import type { Mark } from '#db/vocabulary.ts'
import { Refusal } from '../../refusal.ts'
import { ballotBox } from './count/ballot-box.ts'
import { countElection } from './count/count-election.ts'
import type { Election } from './count/election.ts'
import { explain, type ProjectAccount } from './count/explain.ts'
import type { Rule } from './count/rules.ts'
import { drawLot } from './count/ties.ts'
import { idOf } from './marks.ts'
import type { CountTurn, TallyItem, TallyRule } from './tally-terms.ts'

/** The lot in the shape a count takes. */
export const lotOf = (ids: readonly string[], seed: string | null | undefined) =>
  seed ? drawLot(ids, seed, sha256) : undefined

const kinds = { approval: 'approval', knapsack: 'approval', points: 'points', ranking: 'ordinal' } as const

type Worth = (mark: Mark, nth: number) => number
/** What a ballot names, as places of the list, and what each is worth; a mark made twice is one mark. */
function placesIn(ballot: readonly Mark[], place: ReadonlyMap<string, number>, worth: Worth) {
  const places: number[] = []
  const worths: number[] = []
  for (const mark of ballot) {
    const at = place.get(idOf(mark))
    if (at === undefined || places.includes(at)) continue
    worths.push(worth(mark, places.length))
    places.push(at)
  }
  return { places, worths }
}

/** The valid ballots as an election; points of a ranking fall from the most choices a ballot may have. */
export function electionOf(
  ballots: ReadonlyArray<readonly Mark[]>,
  items: readonly TallyItem[],
  rule: TallyRule,
  line: number,
): Election {
  const kind = rule.ballotKind ?? 'approval'
  const place = new Map(items.map((item, at) => [item.id, at]))
  const top = Math.min(rule.maxChoices ?? items.length, items.length)
  const worth: Worth = (mark, nth) =>
    kind === 'ranking' ? top - nth : typeof mark === 'string' ? 1 : mark[1]
  const box = ballotBox()
  for (const ballot of ballots) {
    const { places, worths } = placesIn(ballot, place, worth)
    box.add(places, worths)
  }
  return {
    kind: kinds[kind],
    budget: rule.budget,
    scale: 100,
    projects: items,
    voters: ballots.length,
    groups: box.grouped(),
    threshold: line,
    topPoints: top,
  }
}

/** The rule of a round as the count knows it; add1 starts at the exact share and ends when the budget is full. */
export function countRuleOf(rule: TallyRule, ids: readonly string[]): Rule {
  const lot = lotOf(ids, rule.lotSeed)
  return {
    method: rule.rule ?? 'greedy_threshold',
    utility: rule.utility ?? 'cost',
    completion: rule.completion ?? 'none',
    start: 'exact',
    exhaustive: true,
    step: rule.addStep ?? 100,
    ties: lot ? { lot } : 'cost_votes_id',
  }
}

const verdicts: Record<ProjectAccount['verdict'], CountTurn['outcome']> = {
  by_shares: 'selected',
  by_votes: 'selected',
  no_votes: 'no_support',
  too_little_behind: 'no_support',
  no_money: 'no_money',
  below_threshold: 'below_threshold',
  after_stop: 'after_stop',
}

/** The turns of a count, in its own order: by votes, or as the equal shares bought; what got no turn stands last. */
export function turnsOf(
  ballots: ReadonlyArray<readonly Mark[]>,
  items: readonly TallyItem[],
  rule: TallyRule,
  line: number,
): CountTurn[] {
  const election = electionOf(ballots, items, rule, line)
  const ids = items.map((item) => item.id)
  const counted = countElection(election, countRuleOf(rule, ids))
  if (!counted.ok) throw new Refusal('conflict', 'count-too-many-runs')
  const { outcome } = counted
  const accounts = explain(election, outcome)
  const walked = outcome.turns.map((turn) => ids[turn.project]!)
  const bought = outcome.winners.slice(0, outcome.byShares)
  const rest = accounts.map(({ id }) => id).filter((id) => !bought.includes(id) && !walked.includes(id))
  return [...bought, ...walked, ...rest].map((id) => {
    const { votes, score, verdict } = accounts.find((account) => account.id === id)!
    const standing = walked.includes(id) ? String(score) : null
    const byShares = verdict === 'by_shares'
    return { id, votes, score, outcome: verdicts[verdict], byShares, standing, joint: null }
  })
}

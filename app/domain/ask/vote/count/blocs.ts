import type { Project } from './election.ts'
import { compare, type Fraction, fraction, plus } from './rational.ts'
import { byWords } from './ties.ts'

/**
 * One body of a joint selection (联合评选): residents, committee, centre, street, organisations. `ballots` are those
 * it cast: whoever abstains, for want of will or because a proposal of his own is on the list, casts none.
 */
export type Bloc = { bloc: string; weight: number; ballots: readonly (readonly string[])[] }

/** A project's standing: the joint share, and each body's raw count beside it, never mixed into one number. */
export type JointStanding = {
  id: string
  cost: number
  share: Fraction
  raw: Record<string, { votes: number; ballots: number; weight: number }>
  verdict: 'selected' | 'below_threshold' | 'no_money'
  left: number
}
export type JointOutcome = { winners: string[]; cost: number; standings: JointStanding[] }
export type JointRule = { budget: number; thresholdPercent: number | null; lot?: ReadonlyMap<string, number> }

/** The bodies that have a say: those with a weight and at least one ballot. */
export const presentOf = <B extends Pick<Bloc, 'weight' | 'ballots'>>(blocs: readonly B[]) =>
  blocs.filter(({ weight, ballots }) => weight > 0 && ballots.length > 0)

/** The share of a body's ballots that name each project; a project named twice on a ballot counts once. */
export function votesOf(ballots: Bloc['ballots']) {
  const votes = new Map<string, number>()
  for (const ballot of ballots) for (const id of new Set(ballot)) votes.set(id, (votes.get(id) ?? 0) + 1)
  return votes
}

/**
 * 联合评选: share(c) = Σ weight × votes(c) ÷ ballots, over the bodies that cast a ballot, ÷ Σ of their weights. So a
 * body that abstains altogether leaves the denominator, a body's size does not matter, and share is between 0 and 1,
 * an exact fraction. Then by share, the higher first: what passes the line (more than `thresholdPercent`) and fits
 * the budget is funded. Ties: lower cost, more residents' votes (the first bloc), the drawn lot, lower id.
 */
export function countBlocs(
  projects: readonly Project[],
  blocs: readonly Bloc[],
  rule: JointRule,
): JointOutcome {
  const cast = blocs.map((bloc) => ({ ...bloc, votes: votesOf(bloc.ballots) }))
  const present = presentOf(cast)
  const weights = BigInt(present.reduce((sum, { weight }) => sum + weight, 0) || 1)
  const shareOf = (id: string) =>
    present
      .map(({ weight, votes, ballots }) =>
        fraction(BigInt(weight) * BigInt(votes.get(id) ?? 0), BigInt(ballots.length) * weights),
      )
      .reduce(plus, { num: 0n, den: 1n })
  const first = (id: string) => cast[0]?.votes.get(id) ?? 0
  const lot = (id: string) => rule.lot?.get(id) ?? 0
  const order = projects
    .map(({ id, cost }) => ({ id, cost, share: shareOf(id), raw: rawOf(cast, id) }))
    .sort(
      (a, b) =>
        compare(b.share, a.share) ||
        a.cost - b.cost ||
        first(b.id) - first(a.id) ||
        lot(a.id) - lot(b.id) ||
        byWords(a.id, b.id),
    )
  return fund(order, rule)
}

const rawOf = (
  cast: readonly (Bloc & { votes: ReadonlyMap<string, number> })[],
  id: string,
): JointStanding['raw'] =>
  Object.fromEntries(
    cast.map(({ bloc, weight, votes, ballots }) => [
      bloc,
      { votes: votes.get(id) ?? 0, ballots: ballots.length, weight },
    ]),
  )

function fund(
  order: Omit<JointStanding, 'verdict' | 'left'>[],
  { budget, thresholdPercent }: JointRule,
): JointOutcome {
  const line = thresholdPercent === null ? null : fraction(BigInt(thresholdPercent), 100n)
  let left = budget
  const standings = order.map((standing): JointStanding => {
    const before = left
    if (line && compare(standing.share, line) <= 0)
      return { ...standing, verdict: 'below_threshold', left: before }
    if (standing.cost > left) return { ...standing, verdict: 'no_money', left: before }
    left -= standing.cost
    return { ...standing, verdict: 'selected', left: before }
  })
  const winners = standings.filter(({ verdict }) => verdict === 'selected').map(({ id }) => id)
  return { winners, cost: budget - left, standings }
}

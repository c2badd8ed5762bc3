import { ballotBox } from './ballot-box.ts'
import { type Bloc, presentOf, votesOf } from './blocs.ts'
import type { Election, Groups, Project } from './election.ts'
import { gcd } from './rational.ts'
import { byWords, type TieOrder } from './ties.ts'

const lcm = (a: number, b: number) => (a / Number(gcd(BigInt(a), BigInt(b)))) * b

/** The ballots of several blocs as one list of groups, each ballot of a bloc standing for `by` equal parts. */
function joined(boxes: ReadonlyArray<{ groups: Groups; by: number }>): Groups {
  const starts: number[] = [0]
  for (const { groups } of boxes) {
    const from = starts[starts.length - 1]!
    for (let g = 1; g <= groups.size; g++) starts.push(from + groups.start[g]!)
  }
  const list = (of: (groups: Groups, by: number) => Iterable<number>) =>
    boxes.flatMap(({ groups, by }) => [...of(groups, by)])
  return {
    size: starts.length - 1,
    count: Float64Array.from(list(({ count }, by) => count.map((n) => n * by))),
    start: Uint32Array.from(starts),
    choice: Uint32Array.from(list(({ choice }) => choice)),
    weight: Float64Array.from(list(({ weight }) => weight)),
  }
}

function boxOf(projects: readonly Project[], { ballots }: Bloc): Groups {
  const place = new Map(projects.map(({ id }, at) => [id, at]))
  const box = ballotBox()
  for (const ballot of ballots)
    box.add([...new Set(ballot)].flatMap((id) => (place.has(id) ? [place.get(id)!] : [])))
  return box.grouped()
}

type Terms = { budget: number; scale: number; thresholdPercent: number | null }

/**
 * 联合评选 as one election of equal parts: every point of weight is cut into the same number of parts, and a bloc's
 * parts are dealt out evenly among its ballots. By votes this is the joint share, exactly; by shares a bloc brings its
 * weight of the budget, its ballots as much each, whatever its size. Null where nobody cast a ballot.
 */
export function electionOfBlocs(
  projects: readonly Project[],
  blocs: readonly Bloc[],
  { budget, scale, thresholdPercent }: Terms,
): Election | null {
  const present = presentOf(blocs)
  if (present.length === 0) return null
  const parts = present.reduce((all, { ballots }) => lcm(all, ballots.length), 1)
  const voters = parts * present.reduce((sum, { weight }) => sum + weight, 0)
  if (!Number.isSafeInteger(voters * 100)) throw new RangeError(`too many parts: ${voters}`)
  return {
    kind: 'approval',
    budget,
    scale,
    projects,
    voters,
    groups: joined(
      present.map((bloc) => ({
        groups: boxOf(projects, bloc),
        by: bloc.weight * (parts / bloc.ballots.length),
      })),
    ),
    threshold: thresholdPercent === null ? 0 : Math.floor((voters * thresholdPercent) / 100) + 1,
    topPoints: projects.length,
    parts,
  }
}

/** The ties of a joint selection, behind cost and share: more votes of the first bloc, the drawn lot, the lower id. */
export function blocTies(
  projects: readonly Project[],
  [first]: readonly Bloc[],
  drawn: ReadonlyMap<string, number> | undefined,
): TieOrder {
  const votes = votesOf(first?.ballots ?? [])
  const order = projects
    .map(({ id }) => ({ id, votes: votes.get(id) ?? 0, lot: drawn?.get(id) ?? 0 }))
    .sort((a, b) => b.votes - a.votes || a.lot - b.lot || byWords(a.id, b.id))
  return { lot: new Map(order.map(({ id }, at) => [id, at])) }
}

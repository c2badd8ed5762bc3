import type { Election, Supporters } from './election.ts'
import { type Fraction, gcd } from './rational.ts'

/**
 * The voters' money in exact fractions over one common denominator, voters of equal money kept as one class: what
 * a purchase really cost, where doubles cannot tell.
 */
export type ExactPurse = {
  /** Money the supporters of a project hold together. */
  behind: (project: number) => Fraction
  /** What a supporter pays for each point given, at most; the supporters must hold the cost. */
  price: (project: number) => Fraction
  /** Charges the supporters and answers the price. */
  buy: (project: number) => Fraction
  /** What the voters of one group hold, each. */
  held: (group: number) => Fraction
}

type Cell = { value: bigint; weight: bigint; voters: bigint }
const KEY = 2 ** 21

type State = {
  election: Election
  supporters: Supporters
  den: bigint
  /** What a voter of each class holds, over `den`. */
  values: bigint[]
  classOf: Uint32Array
}

/** The supporters of a project by what they hold and how many points they gave it. */
function cellsOf({ supporters: s, classOf, values }: State, project: number): Cell[] {
  const found = new Map<number, { at: number; weight: number; voters: number }>()
  for (let i = s.from[project]!; i < s.from[project + 1]!; i++) {
    const [at, weight] = [classOf[s.group[i]!]!, s.weight[i]!]
    const cell = found.get(at * KEY + weight)
    if (cell) cell.voters += s.voters[i]!
    else found.set(at * KEY + weight, { at, weight, voters: s.voters[i]! })
  }
  return Array.from(found.values(), ({ at, weight, voters }) => ({
    value: values[at]!,
    weight: BigInt(weight),
    voters: BigInt(voters),
  }))
}

const solve = (state: State, project: number) =>
  solvePrice(cellsOf(state, project), BigInt(state.election.projects[project]!.cost) * state.den)

/** The place of a value in a list where each stands once. */
const placed = <Of>(known: Map<Of, number>, value: Of) => {
  const place = known.get(value) ?? known.size
  if (place === known.size) known.set(value, place)
  return place
}

/** Takes `each` a point from the supporters, all values being `by` times as fine, and forms the classes anew. */
function settle(state: State, project: number, each: bigint, by: bigint) {
  const { supporters: s, classOf, values } = state
  const paying = new Uint32Array(classOf.length)
  for (let i = s.from[project]!; i < s.from[project + 1]!; i++) paying[s.group[i]!] = s.weight[i]!
  const next = new Map<bigint, number>()
  const seen = new Map<number, number>()
  for (let g = 0; g < classOf.length; g++) {
    const [at, weight] = [classOf[g]!, paying[g]!]
    const key = at * KEY + weight
    let now = seen.get(key)
    if (now === undefined) {
      const left = values[at]! * by - each * BigInt(weight)
      now = placed(next, left > 0n ? left : 0n)
      seen.set(key, now)
    }
    classOf[g] = now
  }
  state.den *= by
  state.values = [...next.keys()]
}

/** Everyone begins with the same endowment. */
export function exactPurse(election: Election, supporters: Supporters, endowment: Fraction): ExactPurse {
  const classOf = new Uint32Array(election.groups.size)
  const state: State = { election, supporters, den: endowment.den, values: [endowment.num], classOf }
  const price = (project: number): Fraction => {
    const { rest, points } = solve(state, project)
    return { num: rest, den: points * state.den }
  }
  const buy = (project: number): Fraction => {
    const { rest, points } = solve(state, project)
    const paid = { num: rest, den: points * state.den }
    const by = points / gcd(rest, points)
    settle(state, project, (rest * by) / points, by)
    return paid
  }
  const behind = (project: number): Fraction => ({
    num: cellsOf(state, project).reduce((all, { value, voters }) => all + value * voters, 0n),
    den: state.den,
  })
  return { behind, price, buy, held: (group) => ({ num: state.values[classOf[group]!]!, den: state.den }) }
}

/** Least price with Σ min(value, price × weight) = need: the poorest for their points are emptied first. */
function solvePrice(cells: Cell[], need: bigint): { rest: bigint; points: bigint } {
  cells.sort((a, b) => {
    const [left, right] = [a.value * b.weight, b.value * a.weight]
    return left < right ? -1 : left > right ? 1 : 0
  })
  let rest = need
  let points = cells.reduce((all, { weight, voters }) => all + weight * voters, 0n)
  for (const { value, weight, voters } of cells) {
    if (value * points >= weight * rest) break
    rest -= value * voters
    points -= weight * voters
  }
  return { rest, points }
}

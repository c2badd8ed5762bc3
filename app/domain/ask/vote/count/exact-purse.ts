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

/** Everyone begins with the same endowment. */
export function exactPurse(election: Election, supporters: Supporters, endowment: Fraction): ExactPurse {
  let den = endowment.den
  let values = [endowment.num]
  const classOf = new Uint32Array(election.groups.size)

  const cells = (project: number) => {
    const found = new Map<number, { at: number; weight: number; voters: number }>()
    for (let i = supporters.from[project]!; i < supporters.from[project + 1]!; i++) {
      const [at, weight] = [classOf[supporters.group[i]!]!, supporters.weight[i]!]
      const cell = found.get(at * KEY + weight)
      if (cell) cell.voters += supporters.voters[i]!
      else found.set(at * KEY + weight, { at, weight, voters: supporters.voters[i]! })
    }
    return Array.from(
      found.values(),
      ({ at, weight, voters }): Cell => ({
        value: values[at]!,
        weight: BigInt(weight),
        voters: BigInt(voters),
      }),
    )
  }
  const solve = (project: number) =>
    solvePrice(cells(project), BigInt(election.projects[project]!.cost) * den)

  const behind = (project: number): Fraction => ({
    num: cells(project).reduce((all, { value, voters }) => all + value * voters, 0n),
    den,
  })
  const price = (project: number): Fraction => {
    const { rest, points } = solve(project)
    return { num: rest, den: points * den }
  }
  const buy = (project: number): Fraction => {
    const { rest, points } = solve(project)
    const by = points / gcd(rest, points)
    const each = (rest * by) / points
    const next = new Map<bigint, number>()
    const seen = new Map<number, number>()
    const classFor = (value: bigint) => {
      const known = next.get(value)
      if (known !== undefined) return known
      next.set(value, next.size)
      return next.size - 1
    }
    const settle = (at: number, weight: number) => {
      const key = at * KEY + weight
      const known = seen.get(key)
      if (known !== undefined) return known
      const left = values[at]! * by - each * BigInt(weight)
      const now = classFor(left > 0n ? left : 0n)
      seen.set(key, now)
      return now
    }
    const paying = new Float64Array(classOf.length)
    for (let i = supporters.from[project]!; i < supporters.from[project + 1]!; i++)
      paying[supporters.group[i]!] = supporters.weight[i]!
    for (let g = 0; g < classOf.length; g++) classOf[g] = settle(classOf[g]!, paying[g]!)
    den *= by
    values = [...next.keys()]
    return { num: rest, den: (points * den) / by }
  }
  return { behind, price, buy, held: (group) => ({ num: values[classOf[group]!]!, den }) }
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

import type { Election, Supporters } from './election.ts'

const EPS = 2 ** -52
/** Doubles decide only where they are surer than this share; anything closer is asked of the fractions. */
const MARGIN = 1e-9

/** Voters' money in doubles, each with a bound of its error. */
export type Purse = { money: Float64Array; error: Float64Array }

/**
 * `poor`: the supporters hold less than the cost. `dear`: the price is above what was asked about. `sure`: a price
 * within its error. `unsure`: ask the fractions.
 */
export type Quote = {
  verdict: 'poor' | 'dear' | 'sure' | 'unsure'
  /** For `dear` and `sure`, the price is not below this. */
  low: number
  price: number
  error: number
  /** Nobody is emptied: the price is exactly cost ÷ points. */
  plain: boolean
}

/** `points` are those behind the project, `from` a price known not to be too high, `above` where interest ends. */
export type Asking = { project: number; cost: number; points: number; from: number; above: number }

const seen = { held: 0, doubt: 0, emptied: 0, open: 0 }

/** What the supporters hold, how far that may be off, and who would be emptied at a price. */
function firstPass({ money, error }: Purse, s: Supporters, project: number, price: number) {
  const { group, weight, voters, from } = s
  let [held, doubt, emptied, open] = [0, 0, 0, 0]
  for (let i = from[project]!, end = from[project + 1]!; i < end; i++) {
    const g = group[i]!
    const w = weight[i]!
    const n = voters[i]!
    const m = money[g]!
    held += n * m
    doubt += n * error[g]!
    if (m <= w * price) emptied += n * m
    else open += n * w
  }
  seen.held = held
  seen.doubt = doubt
  seen.emptied = emptied
  seen.open = open
}

function nextPass(
  { money }: Purse,
  { group, weight, voters, from }: Supporters,
  project: number,
  price: number,
) {
  let emptied = 0
  let open = 0
  for (let i = from[project]!, end = from[project + 1]!; i < end; i++) {
    const w = weight[i]!
    const m = money[group[i]!]!
    if (m <= w * price) emptied += voters[i]! * m
    else open += voters[i]! * w
  }
  seen.emptied = emptied
  seen.open = open
}

/**
 * How far the price may be off. The money spent at a price is concave in it, and rises at least by the points of
 * those surely not emptied: so an error in the money divided by those points bounds the error in the price.
 */
function sureOf(
  { money, error }: Purse,
  s: Supporters,
  { project, cost, points }: Asking,
  price: number,
): Quote {
  const edge = price * (1 + MARGIN)
  let surely = 0
  let doubt = 0
  const end = s.from[project + 1]!
  for (let i = s.from[project]!; i < end; i++) {
    const g = s.group[i]!
    if (money[g]! - error[g]! > s.weight[i]! * edge) surely += s.voters[i]! * s.weight[i]!
    else doubt += s.voters[i]! * error[g]!
  }
  const rounding = (end - s.from[project]! + 8) * EPS * cost
  const off = (doubt + rounding) / surely + 4 * EPS * price
  const verdict = off <= MARGIN * price ? 'sure' : 'unsure'
  return { verdict, low: price - off, price, error: off, plain: surely === points }
}

const answer = (verdict: Quote['verdict'], low = 0): Quote => ({
  verdict,
  low,
  price: low,
  error: 0,
  plain: false,
})

/**
 * The least price a point with Σ min(money, price × points) = cost, from below: at each step the tangent is solved,
 * and whoever that empties is taken out. Every step is itself a price not too high, whoever was taken out, so that
 * a project dearer than `above` is left as soon as it is seen to be.
 */
export function quote(purse: Purse, s: Supporters, asking: Asking): Quote {
  const { project, cost, above } = asking
  firstPass(purse, s, project, asking.from)
  const rounding = (s.from[project + 1]! - s.from[project]! + 8) * EPS
  const slack = seen.doubt + rounding * Math.max(seen.held, cost)
  if (seen.held < cost - slack) return answer('poor')
  if (seen.held <= cost + slack) return answer('unsure')
  const atMostOff = seen.doubt + rounding * cost
  for (;;) {
    const { emptied, open } = seen
    if (open === 0) return answer('unsure')
    const price = (cost - emptied) / open
    const low = ((cost - emptied - atMostOff) / open) * (1 - 4 * EPS)
    if (low > above) return answer('dear', low)
    nextPass(purse, s, project, price)
    if (seen.open >= open) return sureOf(purse, s, asking, price)
  }
}

/** Charges the supporters; whoever is emptied for certain holds nothing, without any error. */
export function charge(purse: Purse, s: Supporters, project: number, price: number, off: number) {
  const { money, error } = purse
  for (let i = s.from[project]!; i < s.from[project + 1]!; i++) {
    const g = s.group[i]!
    const w = s.weight[i]!
    const left = money[g]! - w * price
    const doubt = error[g]! + w * off + EPS * money[g]!
    money[g] = left > 0 ? left : 0
    error[g] = left < -doubt ? 0 : doubt
  }
}

export const fullPurse = ({ groups }: Election, endowment: number): Purse => ({
  money: new Float64Array(groups.size).fill(endowment),
  error: new Float64Array(groups.size).fill(endowment * EPS * 4),
})

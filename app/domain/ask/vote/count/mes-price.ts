import type { Election, Supporters } from './election.ts'

const EPS = 2 ** -52
/** Doubles decide only where they are surer than this share; anything closer is asked of the fractions. */
const MARGIN = 1e-9

/** Voters' money in doubles, each with a bound of its error. */
export type Purse = { money: Float64Array; error: Float64Array }

/** `poor`: the supporters hold less than the cost. `sure`: a price within its error. `unsure`: ask the fractions. */
export type Quote = {
  verdict: 'poor' | 'sure' | 'unsure'
  price: number
  error: number
  /** Nobody is emptied: the price is exactly cost ÷ points. */
  plain: boolean
}

export type Asking = { project: number; cost: number; points: number; from: number }
type Pass = { held: number; doubt: number; emptied: number; open: number }

function passOver({ money, error }: Purse, s: Supporters, project: number, price: number, seen: Pass) {
  const { group, weight, voters } = s
  let [held, doubt, emptied, open] = [0, 0, 0, 0]
  for (let i = s.from[project]!, end = s.from[project + 1]!; i < end; i++) {
    const [g, w, n] = [group[i]!, weight[i]!, voters[i]!] as const
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

/**
 * How far the price may be off. The money spent at a price is concave in it, and rises at least by the points of
 * those surely not emptied: so an error in the money divided by those points bounds the error in the price.
 */
function priceError({ money, error }: Purse, s: Supporters, { project, cost }: Asking, price: number) {
  const edge = price * (1 + MARGIN)
  let [surely, doubt] = [0, 0]
  const end = s.from[project + 1]!
  for (let i = s.from[project]!; i < end; i++) {
    const g = s.group[i]!
    if (money[g]! - error[g]! > s.weight[i]! * edge) surely += s.voters[i]! * s.weight[i]!
    else doubt += s.voters[i]! * error[g]!
  }
  const rounding = (end - s.from[project]! + 8) * EPS * cost
  return { error: (doubt + rounding) / surely + 4 * EPS * price, surely }
}

const seen: Pass = { held: 0, doubt: 0, emptied: 0, open: 0 }

/**
 * The least price a point with Σ min(money, price × points) = cost, from below: at each step the tangent is solved,
 * and whoever that empties is taken out. `from` may be any price known to be too low.
 */
export function quote(purse: Purse, s: Supporters, asking: Asking): Quote {
  const { project, cost, points } = asking
  let price = Math.max(asking.from, cost / points)
  passOver(purse, s, project, price, seen)
  const slack = seen.doubt + (s.from[project + 1]! - s.from[project]! + 8) * EPS * Math.max(seen.held, cost)
  const no = { price, error: 0, plain: false }
  if (seen.held < cost - slack) return { verdict: 'poor', ...no }
  if (seen.held <= cost + slack) return { verdict: 'unsure', ...no }
  for (let open = Number.POSITIVE_INFINITY; seen.open < open; ) {
    open = seen.open
    if (open === 0) return { verdict: 'unsure', ...no }
    price = (cost - seen.emptied) / open
    passOver(purse, s, project, price, seen)
  }
  const { error, surely } = priceError(purse, s, asking, price)
  const verdict = error <= MARGIN * price ? 'sure' : 'unsure'
  return { verdict, price, error, plain: surely === points }
}

/** Charges the supporters; whoever is emptied for certain holds nothing, without any error. */
export function charge(purse: Purse, s: Supporters, project: number, price: number, off: number) {
  const { money, error } = purse
  for (let i = s.from[project]!; i < s.from[project + 1]!; i++) {
    const [g, w] = [s.group[i]!, s.weight[i]!] as const
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

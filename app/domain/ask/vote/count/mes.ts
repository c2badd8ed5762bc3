import type { Election, Supporters } from './election.ts'
import { type ExactPurse, exactPurse } from './exact-purse.ts'
import { charge, fullPurse, type Purse, type Quote, quote } from './mes-price.ts'
import { compare, type Fraction, toNumber } from './rational.ts'

/** What one choice is worth to a voter: the cost of the project (each 元 counts), or one for each project. */
export type Utility = 'cost' | 'cardinal'

export type MesInput = {
  election: Election
  supporters: Supporters
  /** Σ points behind each project. */
  score: Float64Array
  places: Int32Array
  utility: Utility
  /** Compute every step in fractions; the result is the same, only slower. */
  exactly?: boolean
}
/** Projects in the order of purchase; `asked` counts the questions doubles could not answer. */
export type MesRun = { bought: number[]; spent: number; asked: number; over: boolean }

type Bid = { project: number; low: number; high: number; quote: Quote }
type Run = MesInput & {
  purse: Purse
  endowment: Fraction
  bought: number[]
  exact: { purse: ExactPurse; at: number } | null
  asked: number
  /** Lower bound of each project's price so far: money only shrinks, so prices only rise. */
  from: Float64Array
}

/** The exact twin, brought to where the doubles stand: only what was bought is computed again. */
function twin(run: Run): ExactPurse {
  run.asked++
  run.exact ??= { purse: exactPurse(run.election, run.supporters, run.endowment), at: 0 }
  while (run.exact.at < run.bought.length) run.exact.purse.buy(run.bought[run.exact.at++]!)
  return run.exact.purse
}

const costOf = (run: Run, c: number) => run.election.projects[c]!.cost
const worth = (run: Run, c: number) => (run.utility === 'cost' ? costOf(run, c) : 1)

function askTwin(run: Run, project: number): Quote {
  const exact = twin(run)
  const { num, den } = exact.behind(project)
  const poor = num < BigInt(costOf(run, project)) * den
  const price = poor ? 0 : toNumber(exact.price(project))
  const low = price * (1 - 2 ** -50)
  return { verdict: poor ? 'poor' : 'sure', low, price, error: price * 2 ** -50, plain: false }
}

/** The bid of a project, as far as it can matter beside a rate of `high`; null when its supporters are too poor. */
function bidOf(run: Run, project: number, high: number): Bid | null | undefined {
  const by = worth(run, project)
  const [cost, points, from] = [costOf(run, project), run.score[project]!, run.from[project]!]
  const asking = { project, cost, points, from, above: high * by * (1 + 2 ** -50) }
  let found = run.exactly ? askTwin(run, project) : quote(run.purse, run.supporters, asking)
  if (found.verdict === 'unsure') found = askTwin(run, project)
  if (found.verdict === 'poor') return null
  run.from[project] = Math.max(from, found.low * (1 - 2 ** -50))
  if (found.verdict === 'dear') return undefined
  const [low, highest] = [(found.low / by) * (1 - 2 ** -50), (found.price + found.error) / by]
  return { project, low, high: highest * (1 + 2 ** -50), quote: found }
}

/** The exact price of a bid per unit of worth: by plain division where nobody is emptied, else from the twin. */
function exactRate(run: Run, { project, quote: { plain } }: Bid): Fraction {
  const price = plain
    ? { num: BigInt(costOf(run, project)), den: BigInt(run.score[project]!) }
    : twin(run).price(project)
  return { num: price.num, den: price.den * BigInt(worth(run, project)) }
}

/** Of bids too close for doubles, the exactly lowest; of exactly equal ones, the first by the published places. */
function lowest(run: Run, bids: Bid[]): Bid {
  const [first, ...others] = bids.map((bid) => ({ bid, rate: exactRate(run, bid) }))
  let best = first!
  for (const other of others) {
    const by = compare(other.rate, best.rate)
    if (by < 0 || (by === 0 && run.places[other.bid.project]! < run.places[best.bid.project]!)) best = other
  }
  return best.bid
}

/** Keeps the candidates in the order of what they cost at least; they move little from round to round. */
function keepSorted(run: Run, candidates: number[], rate: Float64Array) {
  for (const c of candidates) rate[c] = run.from[c]! / worth(run, c)
  for (let i = 1; i < candidates.length; i++) {
    const c = candidates[i]!
    let at = i
    for (; at > 0 && rate[candidates[at - 1]!]! > rate[c]!; at--) candidates[at] = candidates[at - 1]!
    candidates[at] = c
  }
}

/** The next purchase, or null; drops from the candidates what its supporters can no longer pay. */
function nextBid(run: Run, candidates: number[], rate: Float64Array): Bid | null {
  keepSorted(run, candidates, rate)
  let high = Number.POSITIVE_INFINITY
  const bids: Bid[] = []
  let kept = 0
  for (let i = 0; i < candidates.length; i++) {
    const c = candidates[i]!
    const bid = rate[c]! > high ? undefined : bidOf(run, c, high)
    if (bid !== null) candidates[kept++] = c
    if (bid) bids.push(bid)
    if (bid && bid.high < high) high = bid.high
  }
  candidates.length = kept
  const close = bids.filter(({ low }) => low <= high)
  return close.length === 0 ? null : close.length === 1 ? close[0]! : lowest(run, close)
}

const begin = (input: MesInput, endowment: Fraction): Run => ({
  ...input,
  purse: fullPurse(input.election, toNumber(endowment)),
  endowment,
  bought: [],
  exact: null,
  asked: 0,
  from: Float64Array.from(
    input.election.projects,
    ({ cost }, c) => (cost / input.score[c]!) * (1 - 2 ** -50),
  ),
})

/**
 * 平等份额: everyone holds the same endowment; again and again the project with the lowest price for its worth is
 * bought by its supporters alone, who pay alike as far as their money goes. Ends early, `over`, when more than
 * `limit` is spent. Projects of no cost come first and cost nobody anything.
 */
export function runMes(input: MesInput, endowment: Fraction, limit = Number.POSITIVE_INFINITY): MesRun {
  const run = begin(input, endowment)
  const backed = [...input.election.projects.keys()].filter((c) => input.score[c]! > 0)
  const free = backed.filter((c) => costOf(run, c) === 0).sort((a, b) => input.places[a]! - input.places[b]!)
  const candidates = backed.filter((c) => costOf(run, c) > 0)
  const rate = new Float64Array(input.score.length)
  let spent = 0
  const done = (over: boolean) => ({ bought: [...free, ...run.bought], spent, asked: run.asked, over })
  for (let bid = nextBid(run, candidates, rate); bid; bid = nextBid(run, candidates, rate)) {
    charge(run.purse, run.supporters, bid.project, bid.quote.price, bid.quote.error)
    run.bought.push(bid.project)
    candidates.splice(candidates.indexOf(bid.project), 1)
    spent += costOf(run, bid.project)
    if (spent > limit) return done(true)
  }
  return done(false)
}

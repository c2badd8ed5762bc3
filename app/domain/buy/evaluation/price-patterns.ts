/** A regular pattern in prices: which kind, between whom, and the figure that shows it. */
export type Pattern = {
  kind: 'price_same' | 'price_steps' | 'price_ratio' | 'lines_ratio'
  between: string[]
  figure: number
}
type Priced = { id: string; price: number; lines?: ReadonlyArray<{ label: string; amount: number }> }

const near = (a: number, b: number, within: number) => Math.abs(a - b) <= within
const gaps = (list: readonly number[]) => list.slice(1).map((p, at) => p - list[at]!)
const ratios = (list: readonly number[]) => list.slice(1).map((p, at) => p / list[at]!)
const even = (list: readonly number[], within: number) => list.every((one) => near(one, list[0]!, within))

/** Every choice of so many out of a list, in its order. */
function choices<T>(list: readonly T[], n: number): T[][] {
  if (n === 0) return [[]]
  return list.flatMap((one, at) => choices(list.slice(at + 1), n - 1).map((rest) => [one, ...rest]))
}

function same(sorted: readonly Priced[]): Pattern[] {
  const groups = new Map<number, string[]>()
  for (const p of sorted) groups.set(p.price, [...(groups.get(p.price) ?? []), p.id])
  return [...groups]
    .filter(([, ids]) => ids.length > 1)
    .map(([price, between]) => ({ kind: 'price_same', between, figure: price }))
}

/** Prices a level step or a level ratio apart; `tolerance` is a share of the price. All of three, or any four of more. */
function regular(sorted: readonly Priced[], tolerance: number): Pattern[] {
  const size = sorted.length === 3 ? 3 : 4
  if (sorted.length < size || sorted.length > 12) return []
  const found = choices(sorted, size).flatMap((some): Pattern[] => {
    const prices = some.map((p) => p.price)
    const between = some.map((p) => p.id)
    const [step] = gaps(prices) as [number]
    if (step > prices[0]! * tolerance && even(gaps(prices), prices[0]! * tolerance))
      return [{ kind: 'price_steps', between, figure: Math.round(step) }]
    const [ratio] = ratios(prices) as [number]
    if (ratio > 1 + tolerance && even(ratios(prices), tolerance))
      return [{ kind: 'price_ratio', between, figure: Math.round(ratio * 10_000) }]
    return []
  })
  return found.slice(0, 1)
}

/** Two budgets of which one is the other times one number, line for line; three lines at least. */
function alike(sorted: readonly Priced[], tolerance: number): Pattern[] {
  return choices(sorted, 2).flatMap((pair): Pattern[] => {
    const [a, b] = pair.map((p) => (p.lines ?? []).filter((l) => l.amount > 0))
    if (!a || !b || a.length < 3 || a.length !== b.length) return []
    const shares = a.map((line, at) => b[at]!.amount / line.amount)
    if (!even(shares, tolerance * shares[0]!)) return []
    const figure = Math.round(shares[0]! * 10_000)
    return [{ kind: 'lines_ratio', between: pair.map((p) => p.id), figure }]
  })
}

/**
 * 报价规律性差异: identical prices, level steps, a level ratio, budgets that are multiples of each other.
 * `tolerance` in millionths of the price. Signals for a person to look at, never verdicts.
 */
export function pricePatterns(priced: readonly Priced[], tolerance: number): Pattern[] {
  const sorted = [...priced].filter((p) => p.price > 0).sort((a, b) => a.price - b.price)
  const share = tolerance / 1_000_000
  return [...same(sorted), ...regular(sorted, share), ...alike(sorted, share)]
}

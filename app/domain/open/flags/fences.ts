/** How the quartiles are taken; said with every figure that rests on them. */
export const QUARTILE_METHOD = 'linear interpolation between closest ranks (R-7)'

export type Fences = { n: number; q1: number; q3: number; lower: number; upper: number }

/** The value below which a share of the values lie. */
export function quantile(sorted: readonly number[], share: number): number {
  const at = (sorted.length - 1) * share
  const low = Math.floor(at)
  const below = sorted[low] ?? Number.NaN
  const above = sorted[Math.min(low + 1, sorted.length - 1)] ?? Number.NaN
  return below + (at - low) * (above - below)
}

/** Q1 − 1.5·IQR and Q3 + 1.5·IQR; none where there is nothing to compare. */
export function fencesOf(values: readonly number[]): Fences | null {
  if (values.length === 0) return null
  const sorted = values.toSorted((a, b) => a - b)
  const [q1, q3] = [quantile(sorted, 0.25), quantile(sorted, 0.75)]
  const reach = 1.5 * (q3 - q1)
  return { n: sorted.length, q1, q3, lower: q1 - reach, upper: q3 + reach }
}

/** Figures are quotients of sums of money: what differs by less than this lies on the fence. */
const HAIR = 1e-9
/** Where both quartiles are one, being like the rest is no sign: only what lies beyond it counts. */
export const isLow = (value: number, { q1, q3, lower }: Fences) =>
  q3 - q1 < HAIR ? value < lower - HAIR : value <= lower + HAIR
export const isHigh = (value: number, { q1, q3, upper }: Fences) =>
  q3 - q1 < HAIR ? value > upper + HAIR : value >= upper - HAIR

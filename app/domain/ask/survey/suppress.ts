/** One cell of a published count: its number, or null where showing it could point at someone. */
export type Cell = number | null

/**
 * Hides the cells of a row whose total is known: every cell under the least, then the next smallest until
 * at least two are hidden and together they hold at least the least, so that none can be worked out by taking away.
 */
export function suppressRow(counts: readonly number[], least: number): Cell[] {
  const rising = counts.map((count, at) => ({ count, at })).sort((a, b) => a.count - b.count || a.at - b.at)
  let hidden = rising.filter(({ count }) => count < least).length
  const held = () => rising.slice(0, hidden).reduce((sum, { count }) => sum + count, 0)
  while (hidden > 0 && hidden < rising.length && (hidden === 1 || held() < least)) hidden += 1
  const away = new Set(rising.slice(0, hidden).map(({ at }) => at))
  return counts.map((count, at) => (away.has(at) ? null : count))
}

/** Hides only the small cells of a row that adds up to nothing known, such as several choices a person. */
export const suppressSmall = (counts: readonly number[], least: number): Cell[] =>
  counts.map((count) => (count < least ? null : count))

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

/**
 * Several choices a person: the counts add up to nothing known, but of each it is known how many did not choose it, so
 * an option is hidden where too few chose it or too few did not.
 */
export const suppressChoices = (counts: readonly number[], answered: number, least: number): Cell[] =>
  counts.map((count) => {
    const without = answered - count
    return count < least || (without > 0 && without < least) ? null : count
  })

/** The sizes of groups, such as channels: that there is nobody in one says nothing about anyone. */
export function suppressGroups(counts: readonly number[], least: number): Cell[] {
  const there = counts.flatMap((count, at) => (count > 0 ? [at] : []))
  const shown = suppressRow(
    there.map((at) => counts[at]!),
    least,
  )
  return counts.map((count, at) => (count > 0 ? shown[there.indexOf(at)]! : 0))
}

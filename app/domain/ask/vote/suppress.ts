/**
 * Hides small cells of a row whose total is known: every cell from 1 to `min - 1`, then the next smallest ones until at
 * least two are hidden and together they hold `min` people, so that no hidden cell follows from the others.
 */
export function suppress(cells: readonly number[], min: number): Array<number | null> {
  const order = cells
    .map((n, at) => ({ n, at }))
    .filter(({ n }) => n > 0)
    .sort((a, b) => a.n - b.n)
  const hidden = new Set(order.filter(({ n }) => n < min).map(({ at }) => at))
  if (hidden.size === 0) return [...cells]
  const held = () => [...hidden].reduce((total, at) => total + cells[at]!, 0)
  for (const { at } of order) {
    if (hidden.size >= 2 && held() >= min) break
    hidden.add(at)
  }
  return cells.map((n, at) => (hidden.has(at) ? null : n))
}

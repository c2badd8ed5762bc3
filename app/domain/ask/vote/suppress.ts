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

/**
 * 公布的一张表: suppressed, and hidden whole where what is known besides would still tell a cell: fewer people in all than
 * `min`, or no room left between the hidden total and what each hidden cell holds at least (`floors`).
 */
export function suppressTable(
  cells: readonly number[],
  min: number,
  floors: readonly number[] = [],
): Array<number | null> {
  const total = cells.reduce((sum, n) => sum + n, 0)
  const shown = suppress(cells, min)
  const hidden = cells.flatMap((_, at) => (shown[at] === null ? [at] : []))
  if (hidden.length === 0) return shown
  const held = hidden.reduce((sum, at) => sum + cells[at]!, 0)
  const least = hidden.reduce((sum, at) => sum + Math.max(1, floors[at] ?? 0), 0)
  return total < min || held - least < min - hidden.length ? cells.map(() => null) : shown
}

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

const alike = (a: ReadonlyArray<number | null>, b: ReadonlyArray<number | null>) =>
  a.every((n, at) => n === b[at])

/** Whether some other table, with a few people in another cell, would be published just like this one and differ in cell `at`. */
function couldDiffer(cells: readonly number[], at: number, min: number, floors: readonly number[]): boolean {
  const shown = suppress(cells, min)
  return cells.some((_, other) => {
    if (other === at || shown[other] !== null) return false
    return Array.from({ length: 2 * min - 1 }, (_, i) => i - min + 1).some((more) => {
      if (more === 0) return false
      const moved = cells.map((n, i) => (i === at ? n + more : i === other ? n - more : n))
      return moved.every((n, i) => n >= (floors[i] ?? 0)) && alike(suppress(moved, min), shown)
    })
  })
}

/**
 * 公布的一张表: suppressed, and hidden whole where somebody who knows the total, the method and what each cell holds at
 * least (`floors`) could still work a hidden cell out.
 */
export function suppressTable(
  cells: readonly number[],
  min: number,
  floors: readonly number[] = [],
): Array<number | null> {
  const free = cells.reduce((sum, n, at) => sum + n - (floors[at] ?? 0), 0)
  const shown = suppress(cells, min)
  const safe = shown.every((n, at) => n !== null || couldDiffer(cells, at, min, floors))
  return free >= min && safe ? shown : cells.map(() => null)
}

import type { Cell } from './suppress.ts'

/** What of a table may be shown: how many each group holds, and its cells; null where all of it must stay hidden. */
export type ShownTable = { groups: Cell[]; cells: Cell[][] } | null
type Counts = ReadonlyArray<readonly number[]>
/** Cells by row and column, hidden or not; and which sums of rows and columns are hidden. */
type Veil = { cells: boolean[][]; rows: readonly boolean[]; cols: readonly boolean[] }
type Link = { row: number; col: number; n: number }

/** A row in which some places are hidden whatever they hold, with what is small and whatever else then has to be. */
export function suppressWith(counts: readonly number[], least: number, must: ReadonlySet<number>): Cell[] {
  const hidden = new Set(counts.flatMap((n, at) => (must.has(at) || n < least ? [at] : [])))
  const held = () => [...hidden].reduce((sum, at) => sum + counts[at]!, 0)
  for (const { at } of counts.map((n, at) => ({ n, at })).sort((a, b) => a.n - b.n || a.at - b.at)) {
    if (hidden.size === 0 || (hidden.size >= 2 && held() >= least)) break
    hidden.add(at)
  }
  return counts.map((n, at) => (hidden.has(at) ? null : n))
}

const sumsOf = (counts: Counts) => ({
  rows: counts.map((row) => row.reduce((a, b) => a + b, 0)),
  cols: (counts[0] ?? []).map((_, c) => counts.reduce((sum, row) => sum + row[c]!, 0)),
})

/** What hangs together by these links: rows from 0 up, then columns. */
function joined(links: readonly Link[], rows: number, cols: number): (a: number, b: number) => boolean {
  const root = Array.from({ length: rows + cols }, (_, i) => i)
  const find = (i: number): number => (root[i] === i ? i : find(root[i]!))
  for (const { row, col } of links) root[find(row)] = find(rows + col)
  return (a, b) => find(a) === find(b)
}

/** The hidden cells that hold somebody. */
const inside = (counts: Counts, { cells }: Veil): Link[] =>
  counts.flatMap((line, row) =>
    line.flatMap((n, col) => (cells[row]![col] && n > 0 ? [{ row, col, n }] : [])),
  )

/** The hidden sums, as links to a row and a column of sums; a column nobody is in hangs on them too, for it can only grow. */
function sums(counts: Counts, veil: Veil): Link[] {
  const all = sumsOf(counts)
  return [
    ...all.rows.flatMap((n, row) => (veil.rows[row] ? [{ row, col: all.cols.length, n }] : [])),
    ...all.cols.flatMap((n, col) => (veil.cols[col] ? [{ row: all.rows.length, col, n }] : [])),
  ]
}

/** A hidden cell that follows from the rest, or a line of known sum whose hidden cells together are too few. */
function leak(counts: Counts, veil: Veil, least: number): Link | null {
  const [rows, cols] = [counts.length, counts[0]!.length]
  const [cells, margins] = [inside(counts, veil), sums(counts, veil)]
  const few = (line: readonly Link[]) => line.reduce((sum, { n }) => sum + n, 0) < least
  for (let row = 0; row < rows; row += 1)
    for (let col = 0; col < cols; col += 1) {
      if (!veil.cells[row]![col]) continue
      const others = cells.filter((e) => e.row !== row || e.col !== col)
      const open = joined([...others, ...margins], rows + 1, cols + 1)(row, rows + 1 + col)
      const short =
        (!veil.rows[row] && few(cells.filter((e) => e.row === row))) ||
        (!veil.cols[col] && few(cells.filter((e) => e.col === col)))
      if (!open || short) return { row, col, n: counts[row]![col]! }
    }
  return null
}

const bySize = (a: Link, b: Link) => a.n - b.n
const shownOf = (counts: Counts, { cells }: Veil): Link[] =>
  counts.flatMap((line, row) => line.flatMap((n, col) => (cells[row]![col] ? [] : [{ row, col, n }])))

/** Hides the smallest cell beside each leak until there is none; false where nothing is left to hide. */
function closeRings(counts: Counts, veil: Veil, least: number): boolean {
  for (let found = leak(counts, veil, least); found; found = leak(counts, veil, least)) {
    const { row, col } = found
    const shown = shownOf(counts, veil).sort(bySize)
    const next = shown.find((e) => e.row === row || e.col === col) ?? shown[0]
    if (!next) return false
    veil.cells[next.row]![next.col] = true
  }
  return true
}

/** Whether the hidden sums of rows, and those of columns, can be moved about inside this table alone. */
function absorbs(counts: Counts, veil: Veil): boolean {
  const [rows, cols] = [counts.length, counts[0]!.length]
  const alike = joined(inside(counts, veil), rows, cols)
  const filled = sumsOf(counts).cols.flatMap((n, c) => (veil.cols[c] && n > 0 ? [rows + c] : []))
  const hidden = veil.rows.flatMap((is, r) => (is ? [r] : []))
  return [hidden, filled].every((some) => some.every((one) => alike(one, some[0]!)))
}

/**
 * Hides what is small in a table of groups by answers, and as much more as keeps every hidden cell open: each lies on a
 * ring of hidden cells round which one person can be moved without changing any sum that is shown. Hidden sums are
 * shared with other tables of the same survey; each table can take up any change of them by itself, so that all the
 * tables together give away no more than one.
 */
export function suppressTable(
  counts: Counts,
  least: number,
  mustRows: ReadonlySet<number>,
  mustCols: ReadonlySet<number>,
): ShownTable {
  const all = sumsOf(counts)
  const groups = suppressWith(all.rows, least, mustRows)
  const columns = suppressWith(all.cols, least, mustCols)
  const veil = {
    rows: groups.map((n) => n === null),
    cols: columns.map((n) => n === null),
    cells: counts.map((row, r) => row.map((n, c) => groups[r] === null || columns[c] === null || n < least)),
  }
  if (!closeRings(counts, veil, least) || !absorbs(counts, veil)) return null
  return { groups, cells: counts.map((row, r) => row.map((n, c) => (veil.cells[r]![c] ? null : n))) }
}

import type { SurveyTally } from '#db/schema/ask.ts'
import { type Cell, suppressGroups } from './suppress.ts'

export type Bar = { label: string; count: Cell; share: number | null }
/** A grid's answers against the households it has, and against those on the roll. */
export type GridBar = Bar & {
  households: number | null
  coverage: number | null
  onRoll: number | null
  rollCoverage: number | null
}
export type Grid = { id: string; name: string; households: number | null }

/** Counts with their shares of a whole; what is hidden has neither. */
export const bars = (labels: readonly string[], cells: readonly Cell[], of: number): Bar[] =>
  labels.map((label, at) => {
    const count = cells[at] ?? null
    return { label, count, share: count === null || of === 0 ? null : count / of }
  })

/** The grids of a community by the answers that came from them, against the households they have. */
export function gridBars(grids: readonly Grid[], tally: SurveyTally, least: number): GridBar[] {
  const all = [...grids, { id: '', name: '', households: null }]
  const counts = all.map(({ id }) => tally.groups.grid?.[id] ?? 0)
  if (counts.slice(0, -1).every((n) => n === 0)) return []
  return bars(
    all.map(({ name }) => name),
    suppressGroups(counts, least),
    tally.sample,
  ).map((bar, at) => {
    const { id, households } = all[at]!
    const onRoll = tally.roll?.grids.find((grid) => grid.id === id)?.households ?? null
    const part = (of: number | null) => (of && bar.count !== null ? bar.count / of : null)
    return { ...bar, households, coverage: part(households), onRoll, rollCoverage: part(onRoll) }
  })
}

import type { Election } from './election.ts'

/** Projects by score, the higher first; a tie falls by the published places. */
export function byScore(score: Float64Array, places: Int32Array): number[] {
  const order = Array.from(score, (_, c) => c)
  return order.sort((a, b) => score[b]! - score[a]! || places[a]! - places[b]!)
}

/** One project's turn in the walk down the list, with what was left when it came. */
export type Turn = {
  project: number
  left: number
  verdict: 'selected' | 'no_money' | 'below_threshold' | 'after_stop'
}

export type Walk = { order: readonly number[]; left: number; least: number; skips: boolean }

/** 按票数高低: walks down the list and funds what fits; `skips` goes on past what does not, else it ends the walk. */
export function walk(
  { projects }: Pick<Election, 'projects'>,
  { order, left, least, skips }: Walk,
  score: Float64Array,
): Turn[] {
  let [money, stopped] = [left, false]
  return order.map((project) => {
    const turn = { project, left: money }
    if (score[project]! < least) return { ...turn, verdict: 'below_threshold' as const }
    if (stopped) return { ...turn, verdict: 'after_stop' as const }
    if (projects[project]!.cost > money) {
      stopped = !skips
      return { ...turn, verdict: 'no_money' as const }
    }
    money -= projects[project]!.cost
    return { ...turn, verdict: 'selected' as const }
  })
}

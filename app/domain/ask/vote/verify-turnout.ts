import type { Result, Turnout } from './verify-shapes.ts'

/** Whether cells add up to a total: exactly where none is hidden, at most to it where some are, and never all but one told. */
function addsUp(cells: ReadonlyArray<number | null>, total: number): boolean {
  const hidden = cells.filter((n) => n === null).length
  const told = cells.reduce<number>((sum, n) => sum + (n ?? 0), 0)
  return hidden === 0 ? told === total : hidden > 1 && told <= total
}

/** 参与数: what is wrong with a turnout file beside the numbers that were signed; null when nothing is. */
export function turnoutFault(
  { round, participations, channels, ages }: Turnout,
  result: Result,
): string | null {
  if (round !== result.round || participations !== result.votes.participations)
    return 'turnout.json tells of another turnout'
  for (const [name, cells] of Object.entries({ channels, ages }))
    if (!addsUp(Object.values(cells), participations)) return `turnout.json: ${name} do not add up`
  return null
}

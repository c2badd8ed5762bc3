import type { Mark } from '#db/vocabulary.ts'
import type { SlateItem } from './find-round.ts'
import type { Round } from './phase.ts'

export type Kind = Pick<Round, 'ballotKind' | 'maxChoices' | 'pointsTotal' | 'pointsEach'>
type Listed = Pick<SlateItem, 'choice' | 'refNo'>

export const idOf = (mark: Mark): string => (typeof mark === 'string' ? mark : mark[0])
export const pointsOf = (mark: Mark): number => (typeof mark === 'string' ? 1 : mark[1])
const byId = (a: Mark, b: Mark) => (idOf(a) < idOf(b) ? -1 : idOf(a) > idOf(b) ? 1 : 0)

/** One way to write a ballot: sorted by number, but for a ranking, whose order is what it says. */
export const canonical = (kind: Round['ballotKind'], marks: readonly Mark[]): Mark[] =>
  kind === 'ranking' ? [...marks] : [...marks].sort(byId)

/** 选票原文: what is sealed, by the numbers of the items, in canonical JSON. */
export function plainOf(round: Kind, slate: readonly Listed[], marks: readonly Mark[]): string {
  const refNo = new Map(slate.map((item) => [item.choice, item.refNo]))
  const named = marks.map((mark): Mark => {
    const no = refNo.get(idOf(mark))!
    return typeof mark === 'string' ? no : [no, mark[1]]
  })
  return JSON.stringify(canonical(round.ballotKind, named))
}

/** How long the fullest ballot of a round is: each is padded to it before it is sealed. */
export function longestPlain(round: Kind, slate: readonly Listed[]): number {
  const longest = Math.max(...slate.map((item) => item.refNo.length))
  const points = round.ballotKind === 'points' ? 3 + String(round.pointsEach ?? 0).length : 0
  return 2 + Math.min(round.maxChoices, slate.length) * (longest + 3 + points)
}

const isMark = (kind: Round['ballotKind'], mark: unknown): mark is Mark =>
  kind === 'points'
    ? Array.isArray(mark) &&
      mark.length === 2 &&
      typeof mark[0] === 'string' &&
      Number.isInteger(mark[1]) &&
      mark[1] > 0
    : typeof mark === 'string'

const parsed = (plain: string): unknown => {
  try {
    return JSON.parse(plain)
  } catch {
    return null
  }
}

/** Reads an opened ballot; null when it is none that this round's rule knows, or is not written canonically. */
export function readPlain(
  round: Kind & { budget: number },
  slate: readonly (Listed & { cost: number })[],
  plain: string,
): Mark[] | null {
  const marks = parsed(plain.trimEnd())
  if (!Array.isArray(marks) || !marks.every((m) => isMark(round.ballotKind, m))) return null
  const ids = marks.map(idOf)
  const known = ids.every((id) => slate.some((item) => item.refNo === id))
  const once = new Set(ids).size === ids.length
  if (!known || !once || ids.length > round.maxChoices) return null
  if (JSON.stringify(canonical(round.ballotKind, marks)) !== plain.trimEnd()) return null
  return within(round, slate, marks) ? marks : null
}

/** Points within their total and each within its limit; a ballot within the budget where the kind asks for it. */
function within(
  round: Kind & { budget: number },
  slate: readonly (Listed & { cost: number })[],
  marks: readonly Mark[],
): boolean {
  if (round.ballotKind === 'points') {
    const points = marks.map(pointsOf)
    const sum = points.reduce((a, b) => a + b, 0)
    return sum <= (round.pointsTotal ?? 0) && points.every((p) => p <= (round.pointsEach ?? 0))
  }
  if (round.ballotKind !== 'knapsack') return true
  const cost = (mark: Mark) => slate.find((item) => item.refNo === idOf(mark))!.cost
  return marks.reduce((sum, mark) => sum + cost(mark), 0) <= round.budget
}

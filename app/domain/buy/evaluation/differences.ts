import type { Reader } from '#db/store.ts'
import { dateOf } from '../../dates.ts'
import { parameter } from '../../parameters.ts'
import type { Call } from '../proposal/find-call.ts'
import type { Score } from './find-panel.ts'
import type { Criterion } from './points.ts'
import { hundredths } from './price-score.ts'

export type Cell = { proposalId: string; criterionId: string; low: number; high: number }
type Valid = ReadonlyArray<{ id: string }>

const cells = (
  kind: Criterion['kind'],
  criteria: readonly Criterion[],
  valid: Valid,
  given: readonly Score[],
): Cell[] =>
  criteria
    .filter((c) => c.kind === kind)
    .flatMap((c) =>
      valid.map((p) => {
        const points = given
          .filter((s) => s.criterionId === c.id && s.proposalId === p.id)
          .map((s) => s.points)
        return { proposalId: p.id, criterionId: c.id, low: Math.min(...points), high: Math.max(...points) }
      }),
    )

/** 客观分应当一致 (87号令): facts on which members do not agree. */
export const differences = (criteria: readonly Criterion[], valid: Valid, given: readonly Score[]) =>
  cells('objective', criteria, valid, given).filter((c) => hundredths(c.low) !== hundredths(c.high))

/** 分差超过满分 20%: every member says why, and nobody moves his points. */
export async function wideSpreads(db: Reader, call: Call, valid: Valid, given: readonly Score[]) {
  const { value } = await parameter(db, 'SPREAD_WORDS', dateOf(call.openedAt!))
  const most = (id: string) => call.criteria.find((c) => c.id === id)!.max
  return cells('subjective', call.criteria, valid, given).filter(
    (c) => hundredths(c.high - c.low) * 100 > hundredths(most(c.criterionId)) * value,
  )
}

const said = (s: Score) => (s.comment ?? '').trim().length >= 10
/** Scores whose giver still owes words. */
export const wordless = (wide: readonly Cell[], given: readonly Score[]) =>
  given.filter(
    (s) => !said(s) && wide.some((w) => w.proposalId === s.proposalId && w.criterionId === s.criterionId),
  )

import type { Fen } from '../../money.ts'
import type { Score } from './find-panel.ts'
import type { Criterion } from './points.ts'
import { hundredths, mean, priceScore, total } from './price-score.ts'

export type Ranked = {
  proposalId: string
  price: Fen
  /** The average of all members by criterion code; the price by formula. */
  averages: Record<string, number>
  total: number
  rank: number
}
type Valid = ReadonlyArray<{ id: string; price: Fen | null; sealHash: string | null }>

/** The plan decides between two equal in total and price (得分、报价均相同的，按方案得分). */
export const planCode = (criteria: readonly Criterion[]) => {
  const judged = criteria.filter((c) => c.kind === 'subjective')
  const named = judged.find((c) => c.code === 'PLAN') ?? judged.find((c) => c.code === 'FIT')
  return (named ?? [...judged].sort((a, b) => b.max - a.max)[0])?.code
}

type Given = ReadonlyMap<string, readonly Score[]>
const keyOf = (proposalId: string, criterionId: string) => `${proposalId} ${criterionId}`

function averagesOf(p: Valid[number], base: number, criteria: readonly Criterion[], given: Given) {
  const of = (c: Criterion) =>
    c.kind === 'formula'
      ? priceScore(p.price!, base, c.max)
      : mean((given.get(keyOf(p.id, c.id)) ?? []).map((s) => s.points))
  return Object.fromEntries(criteria.map((c) => [c.code, of(c)]))
}

/** 综合评分法: average of members plus price; tie: the lower price, then the plan, then the lot of the seal's hash. */
export function rankProposals(
  valid: Valid,
  criteria: readonly Criterion[],
  given: readonly Score[],
): Ranked[] {
  const base = Math.min(...valid.map((p) => p.price ?? Number.POSITIVE_INFINITY))
  const plan = planCode(criteria) ?? ''
  const byCell = Map.groupBy(given, (s) => keyOf(s.proposalId, s.criterionId))
  const rows = valid.map((p) => {
    const averages = averagesOf(p, base, criteria, byCell)
    return {
      proposalId: p.id,
      price: p.price!,
      averages,
      total: total(Object.values(averages)),
      lot: p.sealHash ?? p.id,
    }
  })
  rows.sort(
    (a, b) =>
      hundredths(b.total) - hundredths(a.total) ||
      a.price - b.price ||
      hundredths(b.averages[plan] ?? 0) - hundredths(a.averages[plan] ?? 0) ||
      (a.lot < b.lot ? -1 : 1),
  )
  return rows.map(({ lot: _, ...row }, at) => ({ ...row, rank: at + 1 }))
}

import type { AssessmentItem } from '#db/schema/index.ts'

const cents = (n: number) => Math.round(n * 100) / 100

/** A sheet's total: every item between nought and its most; null where one is missing or out of it. */
export function totalOf(items: readonly AssessmentItem[], points: Record<string, number>): number | null {
  const given = items.map(({ code, max }) => {
    const n = points[code]
    return n !== undefined && n >= 0 && n <= max ? n : null
  })
  return given.some((n) => n === null) ? null : cents(given.reduce<number>((all, n) => all + n!, 0))
}

/** 评估得分: the mean of the totals each assessor gave alone, to two decimals. */
export const meanOf = (totals: readonly number[]): number =>
  cents(totals.reduce((all, n) => all + n, 0) / totals.length)

/** 等次 by the figures of the place: A, B, or C which does not pass. */
export const gradeOf = (score: number, { a, b }: { a: number; b: number }): 'A' | 'B' | 'C' =>
  score >= a ? 'A' : score >= b ? 'B' : 'C'

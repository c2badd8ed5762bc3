import type { criteria } from '#db/schema/index.ts'
import { Refusal } from '../../refusal.ts'
import type { ScoreWords } from './forms.ts'
import { total } from './price-score.ts'

export type Criterion = typeof criteria.$inferSelect
export type Given = { points: number; bands: string[] | null }

/** Bands that add up to these points, one for each thing judged; null when no bands do. */
export function bandsFor(bands: Record<string, number>, items: number, points: number): string[] | null {
  if (items === 0) return points === 0 ? [] : null
  for (const [band, worth] of Object.entries(bands)) {
    const rest = total([points, -worth])
    const found = rest >= 0 ? bandsFor(bands, items - 1, rest) : null
    if (found) return [band, ...found]
  }
  return null
}

function byBands(c: Criterion, bands: Record<string, number>, { bands: chosen, points }: ScoreWords): Given {
  const given = chosen ?? (points === undefined ? null : bandsFor(bands, c.items, points))
  if (!given || given.length !== c.items || given.some((b) => !Object.hasOwn(bands, b)))
    throw new Refusal('invalid', 'score-off-the-bands')
  return { points: total(given.map((b) => bands[b]!)), bands: given }
}

/** 评分办法没有写的不能评: points by the published bands, or whole hundredths between nought and the most. */
export function pointsOf(c: Criterion, words: ScoreWords): Given {
  if (c.bands) return byBands(c, c.bands, words)
  const { points } = words
  if (
    points === undefined ||
    points < 0 ||
    points > c.max ||
    Math.abs(points * 100 - Math.round(points * 100)) > 1e-6
  )
    throw new Refusal('invalid', 'score-out-of-range', { max: c.max })
  return { points, bands: null }
}

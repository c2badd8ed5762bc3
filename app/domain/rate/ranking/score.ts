import type { RankLine, RankPart } from '#db/vocabulary.ts'

/** One measure from 0 to 100 with what was counted; null where there is nothing to count yet. */
export type Measured = { value: number | null; low?: number; high?: number; counted: string }
export type Scored = Pick<RankLine, 'score' | 'low' | 'high' | 'parts'>

const tenth = (x: number) => Math.round(x * 10) / 10

/** 得分: each measure by its weight, over those that could be counted; none at all while residents were not heard enough. */
export function scoreOf(weights: Record<string, number>, measured: Record<string, Measured>): Scored | null {
  const parts: RankPart[] = Object.entries(weights).map(([code, weight]) => {
    const { value = null, counted = '' } = measured[code] ?? {}
    return { code, weight, value: value === null ? null : tenth(value), counted }
  })
  const heard = measured.satisfaction
  if (!heard || heard.value === null) return null
  const known = parts.filter((p) => p.value !== null && p.weight > 0)
  const whole = known.reduce((all, p) => all + p.weight, 0)
  if (whole === 0) return null
  const total = (satisfied: number) =>
    tenth(
      known.reduce((all, p) => all + p.weight * (p.code === 'satisfaction' ? satisfied : p.value!), 0) /
        whole,
    )
  const { value, low = value, high = value } = heard
  return { score: total(value), low: total(low!), high: total(high!), parts }
}

type Body = Scored & { partyId: string; name: string }
/** 名次 as a range: nobody stands before another whose range his own touches. */
export function placed(bodies: readonly Body[]): RankLine[] {
  return bodies
    .map((one) => ({
      ...one,
      best: 1 + bodies.filter((other) => other.low > one.high).length,
      worst: bodies.filter((other) => other === one || other.high >= one.low).length,
    }))
    .sort((a, b) => a.best - b.best || b.score - a.score || (a.partyId < b.partyId ? -1 : 1))
}

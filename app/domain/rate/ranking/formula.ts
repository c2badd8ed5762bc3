import { and, desc, eq, lte } from 'drizzle-orm'
import { rankFormulas } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import type { rankKinds } from '#db/vocabulary.ts'

export type RankKind = (typeof rankKinds)[number]
export const isRankKind = (word: string): word is RankKind => word === 'organisation' || word === 'street'
/** What a score may be made of: how often somebody was visited is not among it. */
export const measures = {
  organisation: ['satisfaction', 'indicators', 'timeliness', 'findings', 'sanctions'],
  street: ['satisfaction', 'paid', 'rectified'],
} as const satisfies Record<RankKind, readonly string[]>
/** 第一版, until the district lays down another. */
const firstWeights: Record<RankKind, Record<string, number>> = {
  organisation: { satisfaction: 40, indicators: 20, timeliness: 20, findings: 10, sanctions: 10 },
  street: { satisfaction: 50, paid: 30, rectified: 20 },
}
export type Formula = {
  kind: RankKind
  version: number
  weights: Record<string, number>
  words: string | null
}

/** A database may keep the measures in an order of its own; people read them in ours. */
const inOrder = (kind: RankKind, weights: Record<string, number>) =>
  Object.fromEntries(measures[kind].map((code) => [code, weights[code] ?? 0]))

/** The formula in force on a day. */
export async function formulaOn(db: Reader, kind: RankKind, on: string): Promise<Formula> {
  const [found] = await db
    .select()
    .from(rankFormulas)
    .where(and(eq(rankFormulas.kind, kind), lte(rankFormulas.from, on)))
    .orderBy(desc(rankFormulas.version))
    .limit(1)
  const { version, weights, words } = found ?? { version: 1, weights: firstWeights[kind], words: null }
  return { kind, version, words, weights: inOrder(kind, weights) }
}

export type WeightFault = 'formula-measures' | 'formula-sum' | 'formula-satisfaction'
/** Why weights may not stand: other measures, not a hundred, or residents count for less than they must. */
export function faultIn(kind: RankKind, weights: Record<string, number>, least: number): WeightFault | null {
  const known: readonly string[] = measures[kind]
  if (Object.keys(weights).some((code) => !known.includes(code))) return 'formula-measures'
  const all = known.map((code) => weights[code] ?? 0)
  if (all.some((w) => !Number.isInteger(w) || w < 0)) return 'formula-measures'
  if (all.reduce((a, b) => a + b, 0) !== 100) return 'formula-sum'
  return (weights.satisfaction ?? 0) < least ? 'formula-satisfaction' : null
}

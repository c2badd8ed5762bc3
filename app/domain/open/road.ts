import type { Chapter } from '../lifecycle.ts'

export type RoadFacts = {
  tenderState: string | null
  contractState: string | null
  /** Percent of the price whose gate is passed. */
  accepted: number
  ratings: number
}
export type RoadPoint = { at: Chapter | 'done'; here: number }

const buying: Record<string, number> = {
  draft: 15,
  in_review: 20,
  published: 40,
  opened: 60,
  evaluated: 75,
  awarded: 90,
  contracted: 95,
}
const underWay = new Set(['published', 'completed', 'terminated'])

/** Where a project stands on the road, by what has been decided. */
export function roadOf({ tenderState, contractState, accepted, ratings }: RoadFacts): RoadPoint {
  if (!contractState || !underWay.has(contractState))
    return { at: 'buy', here: contractState ? 95 : (buying[tenderState ?? ''] ?? 8) }
  if (contractState === 'terminated') return { at: 'deliver', here: accepted }
  if (accepted < 100) return { at: 'deliver', here: accepted }
  return ratings > 0 ? { at: 'done', here: 0 } : { at: 'rate', here: 30 }
}

import type { WorkOfPlan } from '../buy/minor/works-of-plans.ts'
import type { Way } from '../buy/plan/ways-of-plans.ts'
import type { Chapter } from '../lifecycle.ts'

export type RoadFacts = {
  tenderState: string | null
  contractState: string | null
  /** Percent of the price whose gate is passed. */
  accepted: number
  ratings: number
  /** The work or the agreement of a project that goes neither by tender nor by contract. */
  way: Way | null
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
const percent = (part: number, whole: number) => (whole > 0 ? Math.floor((part * 100) / whole) : 0)

const works: Record<WorkOfPlan['state'], (accepted: number) => RoadPoint> = {
  draft: () => ({ at: 'buy', here: 15 }),
  calling: () => ({ at: 'buy', here: 40 }),
  chosen: () => ({ at: 'buy', here: 90 }),
  working: (here) => ({ at: 'deliver', here }),
  finished: () => ({ at: 'done', here: 0 }),
  cancelled: () => ({ at: 'buy', here: 8 }),
}
/** A work goes by its parts; an agreement is delivered from the first body that serves, as far as orders are confirmed. */
function roadOfWay(way: Way): RoadPoint {
  if (way.kind === 'minor') return works[way.state](percent(way.accepted, way.price ?? 0))
  if (way.state === 'closed' || way.state === 'expired') return { at: 'done', here: 0 }
  if (way.providers === 0) return { at: 'buy', here: 60 }
  return { at: 'deliver', here: percent(way.accepted, way.ceiling) }
}

/** Where a project stands on the road, by what has been decided. */
export function roadOf({ tenderState, contractState, accepted, ratings, way }: RoadFacts): RoadPoint {
  if (way && !contractState) return roadOfWay(way)
  if (!contractState || !underWay.has(contractState))
    return { at: 'buy', here: contractState ? 95 : (buying[tenderState ?? ''] ?? 8) }
  if (contractState === 'terminated') return { at: 'deliver', here: accepted }
  if (accepted < 100) return { at: 'deliver', here: accepted }
  return ratings > 0 ? { at: 'done', here: 0 } : { at: 'rate', here: 30 }
}

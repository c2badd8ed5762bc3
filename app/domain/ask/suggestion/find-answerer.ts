import type { Role } from '#db/vocabulary.ts'
import { Refusal } from '../../refusal.ts'
import type { Bodies } from '../../where/bodies-of-community.ts'
import type { Desk } from './duties-data.ts'
import type { SubmitSuggestion } from './forms.ts'

export type Answerer = { handlerPartyId: string; handlerRole: Role }

const first: Record<SubmitSuggestion['kind'], Desk> = {
  need: 'committee',
  mediation: 'committee',
  errand: 'station',
  grid_event: 'grid',
  other: 'street',
}

/** The desk of a community, as a body and a seat; null where the community has none. */
export function answererAt(bodies: Bodies, desk: Desk): Answerer | null {
  const { committeeId, stationId, gridTeamId, streetId } = bodies
  if (desk === 'committee') return { handlerPartyId: committeeId, handlerRole: 'committee_clerk' }
  if (desk === 'station')
    return stationId ? { handlerPartyId: stationId, handlerRole: 'station_clerk' } : null
  if (desk === 'grid') return gridTeamId ? { handlerPartyId: gridTeamId, handlerRole: 'grid_worker' } : null
  return { handlerPartyId: streetId, handlerRole: 'street_handler' }
}

/** Whom an ask waits for: every kind has somebody, and what no community body can do falls to the street. */
export const firstAnswerer = (bodies: Bodies, kind: SubmitSuggestion['kind']): Answerer =>
  answererAt(bodies, first[kind]) ?? answererAt(bodies, 'street')!

export function answererOrRefuse(bodies: Bodies, desk: Desk): Answerer {
  const found = answererAt(bodies, desk)
  if (!found) throw new Refusal('conflict', 'no-such-desk-here')
  return found
}

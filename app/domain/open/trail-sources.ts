import type { Reader } from '#db/store.ts'
import { trailOfNeed } from '../ask/need/trail.ts'
import { trailOfSuggestion } from '../ask/suggestion/trail.ts'
import type { TrailEntry } from '../trail-entry.ts'

/** Every stage's public facts, by the needs they began with or by the project they became. */
export const byNeeds: ReadonlyArray<(db: Reader, needIds: readonly string[]) => Promise<TrailEntry[]>> = [
  trailOfSuggestion,
  trailOfNeed,
]
export const byPlan: ReadonlyArray<(db: Reader, planId: string) => Promise<TrailEntry[]>> = []

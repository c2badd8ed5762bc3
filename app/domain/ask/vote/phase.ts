import type { rounds } from '#db/schema/index.ts'

export type Round = typeof rounds.$inferSelect
export type Phase = 'draft' | 'waiting' | 'open' | 'closed' | 'counted' | 'announced' | 'void'

/** Where a round stands now: what people decided is stored, opened and closed are read off the clock. */
export function phaseOf(round: Pick<Round, 'state' | 'opensAt' | 'closesAt'>, now: Date): Phase {
  if (round.state !== 'sealed') return round.state
  if (now < round.opensAt) return 'waiting'
  return now < round.closesAt ? 'open' : 'closed'
}

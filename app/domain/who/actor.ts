import type { Role } from '#db/vocabulary.ts'

export type Seat = { id: string; role: Role; partyId: string }

/** Who acts: a person in one seat (or as himself, seat null), with every seat he holds for the duties' separation. */
export type Actor = {
  personId: string | null
  seat: Seat | null
  seats: readonly Seat[]
  communityId: string | null
}

export const nobody: Actor = { personId: null, seat: null, seats: [], communityId: null }

import type { Role } from '#db/vocabulary.ts'

/** `watches`: the offices an auditor's seat reads of beside its own body; it acts at none of them. */
export type Seat = { id: string; role: Role; partyId: string; watches?: readonly string[] | undefined }

/** Who acts: a person in one seat (or as himself, seat null), with every seat he holds for the duties' separation. */
export type Actor = {
  personId: string | null
  seat: Seat | null
  seats: readonly Seat[]
  communityId: string | null
}

/** The bodies whose files a seat reads: its own, and those it watches over. */
export const readsOf = ({ seat }: Pick<Actor, 'seat'>): string[] =>
  seat ? [seat.partyId, ...(seat.watches ?? [])] : []

export const nobody: Actor = { personId: null, seat: null, seats: [], communityId: null }

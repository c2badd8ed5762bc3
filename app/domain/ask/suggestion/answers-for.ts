import type { Role } from '#db/vocabulary.ts'

const committee: readonly Role[] = ['committee_clerk', 'committee_director']

/** The seats whose turn it is when an ask waits for `role`: clerk and director of a committee stand in for each other. */
export const answersFor = (role: string): readonly string[] =>
  committee.some((c) => c === role) ? committee : [role]

import { and, eq, inArray, isNotNull } from 'drizzle-orm'
import { consortiumMembers, parties, proposals } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'

const cameStates = ['opened', 'disqualified', 'scored', 'awarded', 'not_awarded'] as const
const columns = { proposalId: proposals.id, partyId: parties.id, name: parties.name, uscc: parties.uscc }

/** Who came, once opened, with every member of a consortium: not what they wrote. */
export async function biddersOf(db: Reader, tenderId: string) {
  const came = and(eq(proposals.tenderId, tenderId), inArray(proposals.state, [...cameStates]))
  const leads = await db
    .select(columns)
    .from(proposals)
    .innerJoin(parties, eq(parties.id, proposals.supplierId))
    .where(came)
  const members = await db
    .select(columns)
    .from(consortiumMembers)
    .innerJoin(proposals, eq(proposals.id, consortiumMembers.proposalId))
    .innerJoin(parties, eq(parties.id, consortiumMembers.partyId))
    .where(and(came, isNotNull(consortiumMembers.sitsIn)))
  return [...leads, ...members].sort((a, b) => (a.partyId < b.partyId ? -1 : 1))
}

import { eq } from 'drizzle-orm'
import { awards, parties, proposals } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import type { Consortium } from '../body.ts'

export type Party = { partyId: string; name: string; share: number; duty: string; leads: boolean }

/** 联合体各方: the lead first, each with its share and its work; none where one body bid alone. */
export function partiesIn(
  lead: { id: string; name: string },
  body: { consortium?: unknown } | null,
): Party[] {
  const terms = body?.consortium as Consortium | null | undefined
  if (!terms) return []
  const first = { partyId: lead.id, name: lead.name, share: terms.share, duty: terms.duty, leads: true }
  const others = terms.partners.map(({ partyId, name, share, duty }) => ({
    partyId,
    name,
    share,
    duty,
    leads: false,
  }))
  return [first, ...others]
}

/** Every party behind an award, as it stood in the proposal that won. */
export async function partiesOfAward(db: Reader, awardId: string): Promise<Party[]> {
  const [row] = await db
    .select({ body: proposals.body, id: parties.id, name: parties.name })
    .from(awards)
    .innerJoin(proposals, eq(proposals.id, awards.proposalId))
    .innerJoin(parties, eq(parties.id, proposals.supplierId))
    .where(eq(awards.id, awardId))
  return row ? partiesIn(row, row.body) : []
}

import { and, eq } from 'drizzle-orm'
import { sha256 } from '#app/ports/vault.ts'
import { consortiumMembers, proposals } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import { Refusal } from '../../../refusal.ts'
import type { Body, Consortium } from '../body.ts'

/** A body stands in one proposal of a tender: the words that are unique to that. */
export const sits = (tenderId: string, partyId: string) => `${tenderId}:${partyId}`
export const sentStates = ['submitted', 'needs_confirmation'] as const

/** 联合体协议的指纹: the lead, every party, shares, work and the signed paper. Whoever agrees, agrees to this. */
export const termsHash = (leadId: string, { share, duty, partners, agreement }: Consortium) =>
  sha256(JSON.stringify([leadId, share, duty, partners.map((p) => [p.partyId, p.share, p.duty]), agreement]))

export type Member = typeof consortiumMembers.$inferSelect
export const membersOf = (db: Reader, proposalId: string): Promise<Member[]> =>
  db
    .select()
    .from(consortiumMembers)
    .where(eq(consortiumMembers.proposalId, proposalId))
    .orderBy(consortiumMembers.ordinal)

export type Ally = { id: string; partyId: string; agreed: boolean; consentedAt: Date | null }
/** The other parties and whether each has agreed to the terms as they now stand. */
export async function alliesOf(
  db: Reader,
  was: { id: string; supplierId: string } | null,
  body: Body,
): Promise<Ally[]> {
  if (!was || !body.consortium) return []
  const hash = termsHash(was.supplierId, body.consortium)
  return (await membersOf(db, was.id)).map((m) => ({
    id: m.id,
    partyId: m.partyId,
    agreed: m.consentedAt !== null && m.termsHash === hash,
    consentedAt: m.consentedAt,
  }))
}

/** Whether a body has said yes to a consortium of this call that another one leads. */
export async function isAllied(db: Reader, tenderId: string, partyId: string) {
  const [seat] = await db
    .select({ id: consortiumMembers.id })
    .from(consortiumMembers)
    .where(eq(consortiumMembers.sitsIn, sits(tenderId, partyId)))
  return seat !== undefined
}

/** 实施条例 第二十二条: whoever stands in a consortium neither bids alone nor stands in another one. */
export async function refuseElsewhere(db: Reader, tenderId: string, partyId: string) {
  if (await isAllied(db, tenderId, partyId)) throw new Refusal('conflict', 'already-in-a-consortium')
}

/** Whether a body has sent a proposal of its own for this call. */
export async function hasSent(db: Reader, tenderId: string, partyId: string) {
  const [own] = await db
    .select({ state: proposals.state })
    .from(proposals)
    .where(and(eq(proposals.tenderId, tenderId), eq(proposals.supplierId, partyId)))
  return own !== undefined && sentStates.some((state) => state === own.state)
}

/** Every body that stands behind an opened proposal besides its lead. */
export const partnersOf = (body: { consortium?: Consortium | null } | null) =>
  body?.consortium?.partners ?? []

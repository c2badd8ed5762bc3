import { and, eq, isNotNull } from 'drizzle-orm'
import { sha256 } from '#app/ports/vault.ts'
import { consultations, finalOffers, proposals } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import { Refusal } from '../../../refusal.ts'
import type { Proposal } from '../../proposal/find-proposal.ts'

export type Consultation = typeof consultations.$inferSelect
export type FinalOffer = typeof finalOffers.$inferSelect

/** The one round of a call; nobody has written it: null. */
export async function consultationOf(db: Reader, tenderId: string): Promise<Consultation | null> {
  const [found] = await db.select().from(consultations).where(eq(consultations.tenderId, tenderId))
  return found ?? null
}

/** Whether this proposal was opened and still in when final offers were asked. */
export const wasAsked = (round: Consultation | null, own: Proposal | null): own is Proposal =>
  round?.askedAt != null && own?.body != null && (round.askedIds?.includes(own.id) ?? true)

/** 通知发出以后: what the final offers answer to stands; no first price is put right any more. */
export async function refuseAsked(db: Reader, tenderId: string) {
  if ((await consultationOf(db, tenderId))?.askedAt) throw new Refusal('conflict', 'finals-asked')
}

/** Who confirms, confirms the very words that were read. */
export const stampOf = ({ words, changes, days }: Pick<Consultation, 'words' | 'changes' | 'days'>) =>
  sha256(JSON.stringify([words, changes, days]))

/** Whoever is left once the conditions have been checked: they alone are asked. */
export const remainingOf = (db: Reader, tenderId: string): Promise<Proposal[]> =>
  db
    .select()
    .from(proposals)
    .where(and(eq(proposals.tenderId, tenderId), eq(proposals.state, 'opened'), isNotNull(proposals.body)))

export async function finalOf(db: Reader, proposalId: string): Promise<FinalOffer | null> {
  const [found] = await db.select().from(finalOffers).where(eq(finalOffers.proposalId, proposalId))
  return found ?? null
}

/** A final offer as what it is sealed like: the proposal it belongs to, with its own seal in the place of the first. */
const asSent = (proposal: Proposal, final: FinalOffer): Proposal => ({
  ...proposal,
  version: final.version,
  sealed: final.sealed,
  sealedPrice: null,
  sealHash: final.sealHash,
  sealSalt: final.sealSalt,
  wordsHash: final.wordsHash,
  sealedIn: final.sealedIn,
  receiptNo: final.receiptNo,
  submittedAt: final.submittedAt,
})

/** Every final offer that was sent in one of these states of its proposal, in the order of its fingerprint. */
export async function finalsSent(db: Reader, tenderId: string, states: readonly Proposal['state'][]) {
  const rows = await db
    .select({ proposal: proposals, final: finalOffers })
    .from(finalOffers)
    .innerJoin(proposals, eq(proposals.id, finalOffers.proposalId))
    .where(and(eq(finalOffers.tenderId, tenderId), isNotNull(finalOffers.sealed)))
  return rows
    .filter(({ proposal }) => states.includes(proposal.state))
    .map(({ proposal, final }) => asSent(proposal, final))
    .sort((a, b) => ((a.sealHash ?? '') < (b.sealHash ?? '') ? -1 : 1))
}

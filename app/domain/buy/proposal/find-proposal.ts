import { and, eq } from 'drizzle-orm'
import { parties, persons, proposals, socialWorkers, teamMembers } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { Refusal } from '../../refusal.ts'
import { blocksOf } from '../../who/standing/blocks-of.ts'
import type { Body } from './body.ts'
import { openDraft } from './draft.ts'

export type Proposal = typeof proposals.$inferSelect

/** What is written so far; nothing yet: a blank. */
export const readDraft = (ctx: Context, was: Pick<Proposal, 'id' | 'draftSealed'>): Body =>
  openDraft(ctx, was).body

/** What a sealed proposal is bound to: it opens for no other call, body or version. */
export const boundTo = (p: Pick<Proposal, 'tenderId' | 'supplierId' | 'version'>) =>
  `${p.tenderId}:${p.supplierId}:${p.version}`

export async function proposalOf(db: Reader, tenderId: string, supplierId: string) {
  const [found] = await db
    .select()
    .from(proposals)
    .where(and(eq(proposals.tenderId, tenderId), eq(proposals.supplierId, supplierId)))
  return found ?? null
}

/** A body; with a day, also what bars it then: lists, inspections, sanctions, certificate, all by their dates. */
export async function findSupplier(db: Reader, id: string, on?: string) {
  const [found] = await db.select().from(parties).where(eq(parties.id, id))
  if (!found) throw new Refusal('missing', 'supplier-missing')
  const barredBy = on === undefined ? undefined : ((await blocksOf(db, id, on))[0]?.key ?? null)
  return { ...found, barredBy }
}

export async function findProposal(db: Reader, id: string) {
  const [found] = await db.select().from(proposals).where(eq(proposals.id, id))
  if (!found) throw new Refusal('missing', 'proposal-missing')
  return found
}

/** Everyone named in a team, with the licence each holds. */
export const teamOf = (db: Reader, proposalId: string) =>
  db
    .select({
      id: teamMembers.id,
      personId: teamMembers.personId,
      leads: teamMembers.leads,
      consentedAt: teamMembers.consentedAt,
      name: persons.name,
      level: socialWorkers.level,
      certNo: socialWorkers.certNo,
      registeredUntil: socialWorkers.registeredUntil,
      employerId: socialWorkers.employerId,
    })
    .from(teamMembers)
    .innerJoin(persons, eq(persons.id, teamMembers.personId))
    .innerJoin(socialWorkers, eq(socialWorkers.id, teamMembers.personId))
    .where(eq(teamMembers.proposalId, proposalId))
    .orderBy(socialWorkers.certNo)

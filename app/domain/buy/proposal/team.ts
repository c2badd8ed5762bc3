import { and, eq } from 'drizzle-orm'
import { parties, proposals, socialWorkers, teamMembers, tenders } from '#db/schema/index.ts'
import { type Reader, type Tx, violation } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { dateOf } from '../../dates.ts'
import { notify } from '../../notify.ts'
import { authorize } from '../../policy/index.ts'
import { Refusal } from '../../refusal.ts'
import { keepDraft, refuseLate, type Sitting, sitDown } from './edit-proposal.ts'
import { findCall } from './find-call.ts'
import { findProposal } from './find-proposal.ts'
import type { NameWorker } from './forms.ts'
import { recordSealed } from './sealed-journal.ts'

const sits = (tenderId: string, personId: string) => `${tenderId}:${personId}`
const sent = ['submitted', 'needs_confirmation']

async function licensed(db: Reader, certNo: string, on: string) {
  const [worker] = await db.select().from(socialWorkers).where(eq(socialWorkers.certNo, certNo))
  if (!worker) throw new Refusal('invalid', 'licence-unknown')
  if (worker.registeredUntil < on) throw new Refusal('invalid', 'licence-expired')
  return worker
}

/** Only one leads: naming another lead takes the lead from the first. Whoever names himself has said yes. */
async function seatMember(tx: Tx, ctx: Context, { was }: Sitting, personId: string, leads: boolean) {
  const mine = eq(teamMembers.proposalId, was.id)
  if (leads) await tx.update(teamMembers).set({ leads: false }).where(mine)
  const [made] = await tx
    .insert(teamMembers)
    .values({ proposalId: was.id, tenderId: was.tenderId, personId, leads })
    .onConflictDoUpdate({ target: [teamMembers.proposalId, teamMembers.personId], set: { leads } })
    .returning()
  if (ctx.actor.personId === personId) await sayYes(tx, ctx, made!)
  return made!
}

/** Names a licensed social worker; he is asked, and sits only once he has said yes. */
export const nameWorker = (ctx: Context, { tenderId, certNo, leads }: NameWorker & { tenderId: string }) =>
  ctx.transact(async (tx) => {
    const sitting = await sitDown(tx, ctx, tenderId)
    const worker = await licensed(tx, certNo.trim(), dateOf(ctx.clock.now()))
    const made = await seatMember(tx, ctx, sitting, worker.id, leads)
    await keepDraft(tx, ctx, sitting.was, sitting.body)
    if (!made.consentedAt && worker.id !== ctx.actor.personId) {
      const link = `/tenders/${tenderId}/proposal/team/${made.id}`
      const params = { body: sitting.supplier.name, tender: sitting.call.title }
      await notify(tx, ctx, { personId: worker.id }, 'team-asks-you', link, params)
    }
    return { id: tenderId, memberId: made.id }
  })

export const dropWorker = (ctx: Context, { tenderId, memberId }: { tenderId: string; memberId: string }) =>
  ctx.transact(async (tx) => {
    const { was } = await sitDown(tx, ctx, tenderId)
    if (sent.includes(was.state)) throw new Refusal('conflict', 'withdraw-first')
    await tx.delete(teamMembers).where(and(eq(teamMembers.id, memberId), eq(teamMembers.proposalId, was.id)))
    return { id: tenderId }
  })

/** Whoever was not asked hears the same whether there is such an invitation or none. */
async function memberFacts(db: Reader, { actor }: Context, memberId: string) {
  const [member] = await db.select().from(teamMembers).where(eq(teamMembers.id, memberId))
  authorize(actor, 'proposal.consent', member ?? { personId: '' })
  if (!member) throw new Refusal('missing', 'invitation-missing')
  return member
}

/** The social worker's own word. One person sits in one team of a call; nobody else learns why he said no. */
export const answerInvitation = (
  ctx: Context,
  { memberId, says }: { memberId: string; says: 'yes' | 'no' },
) =>
  ctx.transact(async (tx) => {
    const member = await memberFacts(tx, ctx, memberId)
    refuseLate(ctx, await findCall(tx, member.tenderId))
    const was = await findProposal(tx, member.proposalId)
    if (says === 'yes') await sayYes(tx, ctx, member)
    else if (sent.includes(was.state)) throw new Refusal('conflict', 'team-already-sent')
    else await tx.delete(teamMembers).where(eq(teamMembers.id, memberId))
    await recordSealed(tx, ctx, 'proposal.consent', { subject: was.id, supplierId: was.supplierId }, { says })
    const link = `/tenders/${was.tenderId}/proposal/team`
    for (const role of ['org_editor', 'org_signer'] as const)
      await notify(tx, ctx, { role, partyId: was.supplierId }, `team-said-${says}`, link)
    return { id: memberId, tenderId: member.tenderId, says }
  })

async function sayYes(tx: Tx, ctx: Context, { id, tenderId, personId }: typeof teamMembers.$inferSelect) {
  try {
    await tx
      .update(teamMembers)
      .set({ consentedAt: ctx.clock.now(), sitsIn: sits(tenderId, personId) })
      .where(eq(teamMembers.id, id))
  } catch (error) {
    if (violation(error) === 'unique') throw new Refusal('conflict', 'already-in-a-team')
    throw error
  }
}

/** What the person asked is shown: who asks, for what; nothing of the proposal. */
export async function readInvitation(ctx: Context, memberId: string) {
  const member = await memberFacts(ctx.db, ctx, memberId)
  const [around] = await ctx.db
    .select({ body: parties.name, tender: tenders.title, deadline: tenders.deadline })
    .from(proposals)
    .innerJoin(parties, eq(parties.id, proposals.supplierId))
    .innerJoin(tenders, eq(tenders.id, proposals.tenderId))
    .where(eq(proposals.id, member.proposalId))
  const { id, tenderId, leads, consentedAt } = member
  return { ...around!, id, tenderId, leads, consentedAt }
}

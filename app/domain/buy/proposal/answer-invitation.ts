import { eq } from 'drizzle-orm'
import { parties, proposals, teamMembers, tenders } from '#db/schema/index.ts'
import { type Reader, type Tx, violation } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { notify } from '../../notify.ts'
import { authorize } from '../../policy/index.ts'
import { Refusal } from '../../refusal.ts'
import { breakSent } from './break-sent.ts'
import { refuseLate } from './edit-proposal.ts'
import { findPublicCall } from './find-call.ts'
import { findProposal, type Proposal } from './find-proposal.ts'
import { recordSealed } from './sealed-journal.ts'

type Member = typeof teamMembers.$inferSelect
const sits = (tenderId: string, personId: string) => `${tenderId}:${personId}`
const sent = ['submitted', 'needs_confirmation']

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
    refuseLate(ctx, await findPublicCall(tx, member.tenderId))
    const was = await findProposal(tx, member.proposalId)
    if (says === 'yes') await sayYes(tx, ctx, member)
    else await sayNo(tx, ctx, member, was)
    await recordSealed(tx, ctx, 'proposal.consent', { subject: was.id, supplierId: was.supplierId }, { says })
    const link = `/tenders/${was.tenderId}/proposal/team`
    for (const role of ['org_editor', 'org_signer'] as const)
      await notify(tx, ctx, { role, partyId: was.supplierId }, `team-said-${says}`, link)
    return { id: memberId, tenderId: member.tenderId, says }
  })

/** A no, or a yes taken back before the deadline: a proposal already sent with this name no longer counts. */
async function sayNo(tx: Tx, ctx: Context, { id, consentedAt }: Member, was: Proposal) {
  await tx.delete(teamMembers).where(eq(teamMembers.id, id))
  if (consentedAt) await breakSent(tx, ctx, was)
}

/** One person sits in one team of a call; whoever was first is not told to the second. */
export async function sayYes(tx: Tx, ctx: Context, { id, tenderId, personId }: Member) {
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
    .select({
      body: parties.name,
      tender: tenders.title,
      deadline: tenders.deadline,
      state: tenders.state,
      sent: proposals.state,
    })
    .from(proposals)
    .innerJoin(parties, eq(parties.id, proposals.supplierId))
    .innerJoin(tenders, eq(tenders.id, proposals.tenderId))
    .where(eq(proposals.id, member.proposalId))
  const { id, tenderId, leads, consentedAt } = member
  const { state, sent: sentState, ...shown } = around!
  return {
    ...shown,
    id,
    tenderId,
    leads,
    consentedAt,
    isSent: sent.includes(sentState),
    late: state !== 'published' || ctx.clock.now() >= shown.deadline,
  }
}
export type Invitation = Awaited<ReturnType<typeof readInvitation>>

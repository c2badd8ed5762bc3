import { eq } from 'drizzle-orm'
import { consortiumMembers } from '#db/schema/index.ts'
import { type Reader, type Tx, violation } from '#db/store.ts'
import type { Context } from '../../../context.ts'
import { dateOf } from '../../../dates.ts'
import { notify } from '../../../notify.ts'
import { authorize } from '../../../policy/index.ts'
import { Refusal } from '../../../refusal.ts'
import type { Consortium } from '../body.ts'
import { breakSent } from '../break-sent.ts'
import { refuseLate } from '../edit-proposal.ts'
import { refuseIneligible } from '../eligibility.ts'
import { type Call, findPublicCall } from '../find-call.ts'
import { findProposal, findSupplier, type Proposal, readDraft } from '../find-proposal.ts'
import { recordSealed } from '../sealed-journal.ts'
import type { AllianceWords } from './forms.ts'
import { hasSent, type Member, sits, termsHash } from './terms.ts'

type Act = 'consortium.read' | 'consortium.consent'
/** Whoever was not asked hears the same whether there is such an invitation or none. */
export async function allianceOf(db: Reader, ctx: Context, memberId: string, act: Act) {
  const [member] = await db.select().from(consortiumMembers).where(eq(consortiumMembers.id, memberId))
  const call = member ? await findPublicCall(db, member.tenderId) : null
  const around = call ?? { buyerId: '', posterIds: [], centreIds: [] }
  authorize(ctx.actor, act, { ...around, partnerId: member?.partyId ?? '' })
  if (!member || !call) throw new Refusal('missing', 'invitation-missing')
  return { member, call, was: await findProposal(db, member.proposalId) }
}
type Alliance = { member: Member; call: Call; was: Proposal }

/** The yes of a party's own signer: to these terms, from a body that the call admits and that bids nowhere else. */
async function agree(tx: Tx, ctx: Context, { member, call, was }: Alliance, terms: string) {
  const now = readDraft(ctx, was).consortium as Consortium | null
  if (!now || termsHash(was.supplierId, now) !== terms) throw new Refusal('conflict', 'alliance-changed')
  if (!now.agreement) throw new Refusal('conflict', 'alliance-lacks-agreement')
  refuseIneligible(call, await findSupplier(tx, member.partyId, dateOf(ctx.clock.now())))
  if (await hasSent(tx, call.id, member.partyId)) throw new Refusal('conflict', 'already-bids-alone')
  const yes = {
    consentedAt: ctx.clock.now(),
    consentedBy: ctx.actor.personId,
    termsHash: terms,
    sitsIn: sits(call.id, member.partyId),
  }
  try {
    await tx.update(consortiumMembers).set(yes).where(eq(consortiumMembers.id, member.id))
  } catch (error) {
    if (violation(error) === 'unique') throw new Refusal('conflict', 'already-in-a-consortium')
    throw error
  }
}

/** A no, or a yes taken back before the deadline: what was sent with it no longer counts. */
async function decline(tx: Tx, ctx: Context, { member, was }: Alliance) {
  const no = { consentedAt: null, consentedBy: null, termsHash: null, sitsIn: null }
  await tx.update(consortiumMembers).set(no).where(eq(consortiumMembers.id, member.id))
  await breakSent(tx, ctx, was)
}

/** 联合体成员本人表态: nobody else signs for it. */
export const answerAlliance = (ctx: Context, { memberId, ...words }: AllianceWords & { memberId: string }) =>
  ctx.transact(async (tx) => {
    const alliance = await allianceOf(tx, ctx, memberId, 'consortium.consent')
    const { was, call } = alliance
    refuseLate(ctx, call)
    if (words.says === 'yes') await agree(tx, ctx, alliance, words.terms)
    else await decline(tx, ctx, alliance)
    const about = { subject: was.id, supplierId: was.supplierId }
    await recordSealed(tx, ctx, 'consortium.consent', about, { says: words.says })
    for (const role of ['org_editor', 'org_signer'] as const)
      await notify(
        tx,
        ctx,
        { role, partyId: was.supplierId },
        `alliance-said-${words.says}`,
        `/tenders/${call.id}/proposal/consortium`,
      )
    return { id: memberId, tenderId: call.id, says: words.says }
  })

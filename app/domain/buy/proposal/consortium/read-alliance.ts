import { inArray } from 'drizzle-orm'
import { parties } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import type { Context } from '../../../context.ts'
import { dateOf } from '../../../dates.ts'
import { may } from '../../../policy/index.ts'
import { whyMayNotPropose } from '../eligibility.ts'
import { findSupplier, readDraft } from '../find-proposal.ts'
import { allianceOf } from './answer-alliance.ts'
import { termsHash } from './terms.ts'

const namesAndCodes = (db: Reader, ids: string[]) =>
  db
    .select({ id: parties.id, name: parties.name, uscc: parties.uscc })
    .from(parties)
    .where(inArray(parties.id, ids))

/** What a party is asked to agree to: the whole agreement and nothing else of the proposal. */
export async function readAlliance(ctx: Context, memberId: string) {
  const { member, call, was } = await allianceOf(ctx.db, ctx, memberId, 'consortium.read')
  const body = readDraft(ctx, was)
  const terms = body.consortium
  const [lead] = await namesAndCodes(ctx.db, [was.supplierId])
  const paper = body.attachments.find((a) => a.hash === terms?.agreement) ?? null
  const hash = terms && termsHash(was.supplierId, terms)
  return {
    id: member.id,
    call: {
      id: call.id,
      title: call.title,
      refNo: call.refNo,
      deadline: call.deadline,
      ceiling: call.ceiling,
    },
    buyer: call.buyer.name,
    lead: { name: lead!.name, uscc: lead!.uscc, share: terms?.share ?? 0, duty: terms?.duty ?? '' },
    partners: terms?.partners ?? [],
    mine: member.partyId,
    paper: paper && { name: paper.name, size: paper.size, hash: paper.hash },
    terms: hash,
    agreedAt: member.consentedAt && member.termsHash === hash ? member.consentedAt : null,
    /** No draft is kept: what was agreed lies sealed in the proposal. */
    gone: terms === null && member.consentedAt !== null,
    barred: whyMayNotPropose(call, await findSupplier(ctx.db, member.partyId, dateOf(ctx.clock.now()))),
    late: call.state !== 'published' || ctx.clock.now() >= call.deadline,
    signs: may(ctx.actor, 'consortium.consent', { ...call, partnerId: member.partyId }),
  }
}
export type AlliancePage = Awaited<ReturnType<typeof readAlliance>>

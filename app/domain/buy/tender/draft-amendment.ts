import { amendments } from '#db/schema/index.ts'
import type { Tx } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { record } from '../../journal.ts'
import { readMoney } from '../../money.ts'
import { notify } from '../../notify.ts'
import { authorize } from '../../policy/index.ts'
import { Refusal } from '../../refusal.ts'
import { roleFor } from '../plan/approval-chain.ts'
import { amendmentsOf, findTender, isCollecting, type TenderFacts } from './find-tender.ts'
import type { AmendmentWords } from './forms.ts'
import { isMaterial } from './material.ts'
import { refuseNamed, refuseProhibited } from './prohibited-factors.ts'
import type { Criterion } from './score-templates-data.ts'

type Change = { was: string; now: string; material: boolean; newDeadline: Date | null }

function ofPhrase(whole: string, { field, was, now, material, newDeadline }: AmendmentWords): Change {
  if (was === '' || !whole.includes(was)) throw new Refusal('invalid', 'amendment-phrase-missing')
  if (now === was) throw new Refusal('invalid', 'amendment-changes-nothing')
  return {
    was,
    now,
    material: isMaterial({ field, was, now, claimed: material }),
    newDeadline: newDeadline ?? null,
  }
}

/** What an amendment would change: a phrase of the text, the ceiling, or the deadline, which only moves later. */
export function readChange(tender: TenderFacts, words: AmendmentWords): Change {
  const newDeadline = words.newDeadline ?? null
  if (newDeadline && newDeadline <= tender.deadline) throw new Refusal('invalid', 'deadline-only-later')
  if (words.field === 'requirement') {
    refuseNamed(words.now)
    return ofPhrase(tender.requirement, words)
  }
  if (words.field === 'qualification') {
    refuseProhibited([words.now])
    return ofPhrase(tender.qualification.join('\n'), words)
  }
  if (words.field === 'ceiling') {
    const ceiling = readMoney(words.now)
    if (ceiling === null || ceiling === tender.ceiling)
      throw new Refusal('invalid', 'amendment-changes-nothing')
    if (ceiling > tender.plan.amount) throw new Refusal('invalid', 'ceiling-over-plan')
    return { was: String(tender.ceiling), now: String(ceiling), material: true, newDeadline }
  }
  if (!newDeadline) throw new Refusal('invalid', 'amendment-new-deadline')
  return {
    was: String(tender.deadline.getTime()),
    now: String(newDeadline.getTime()),
    material: false,
    newDeadline,
  }
}

type Written = Change & { field: string; reason: string; sheet?: readonly Criterion[] }
/** Puts a change before whoever may publish it: one at a time, while proposals are collected. */
export async function putAmendment(tx: Tx, ctx: Context, tender: TenderFacts, written: Written) {
  authorize(ctx.actor, 'amendment.draft', tender)
  if (!isCollecting(tender, ctx.clock.now())) throw new Refusal('conflict', 'tender-not-collecting')
  const { id: tenderId, planId } = tender
  const earlier = await amendmentsOf(tx, tenderId)
  if (earlier.some((a) => a.state === 'draft')) throw new Refusal('conflict', 'amendment-in-draft')
  const [made] = await tx
    .insert(amendments)
    .values({
      ...written,
      tenderId,
      ordinal: earlier.length + 1,
      state: 'draft',
      draftedBy: ctx.actor.personId,
    })
    .returning({ id: amendments.id })
  const to = { role: roleFor('approver', tender.buyer.kind), partyId: tender.buyerId }
  await notify(tx, ctx, to, 'amendment-to-publish', `/desk/tenders/${tenderId}`, { tender: tender.title })
  await record(tx, ctx, 'amendment.draft', { subject: made!.id, threadId: planId }, { field: written.field })
  return { id: made!.id }
}

/** 更正: written by the handler, published by another. */
export const draftAmendment = (ctx: Context, { tenderId, ...words }: AmendmentWords & { tenderId: string }) =>
  ctx.transact(async (tx) => {
    const tender = await findTender(tx, tenderId)
    authorize(ctx.actor, 'amendment.draft', tender)
    const { field, reason } = words
    return putAmendment(tx, ctx, tender, { ...readChange(tender, words), field, reason })
  })

import type { Context } from '../../context.ts'
import { dateOf } from '../../dates.ts'
import { parameter } from '../../parameters.ts'
import { authorize, may } from '../../policy/index.ts'
import { Refusal } from '../../refusal.ts'
import { readsOf } from '../../who/actor.ts'
import { asksIntention } from '../plan/find-objections.ts'
import { findPlan } from '../plan/find-plan.ts'
import { intentionUntil } from '../plan/intention.ts'
import { tendersOfPlan } from '../plan/tender-of-plan.ts'
import { documentHash } from './document-hash.ts'
import { endGroundsFor, sourceOfEnd } from './end-grounds-data.ts'
import { waitingDocuments } from './find-documents.ts'
import { reviewsOf, reviewsWanting } from './find-reviews.ts'
import { amendmentsOf, findTender, isCollecting, questionsOf, type TenderFacts } from './find-tender.ts'
import { tendersOfBuyers } from './list-tenders.ts'
import { paymentWords } from './payment-templates.ts'
import { itemsOf } from './qualification-items.ts'
import { itemsOfReview } from './review-checklist-data.ts'
import { earliestAfterChange, earliestDeadline } from './tender-dates.ts'
import { withPieces } from './word-diff.ts'

/** A buyer's tenders. */
export async function tendersPage(ctx: Context) {
  const buyerId = ctx.actor.seat?.partyId ?? ''
  authorize(ctx.actor, 'tender.read', { buyerId })
  const rows = await tendersOfBuyers(ctx.db, readsOf(ctx.actor))
  return {
    now: ctx.clock.now(),
    tenders: rows.map(({ tender: { keyWrapped: _, ...tender }, method }) => ({
      tender,
      method: { name: method.name, nameEn: method.nameEn },
    })),
  }
}

/** What is put out again begins with the words it had. */
const againFrom = ({ keyWrapped: _, publicKey: __, ...t }: TenderFacts) => ({
  title: t.title,
  requirement: t.requirement,
  qualification: t.qualification,
  indicators: t.indicators,
  ceiling: t.ceiling,
  paymentTemplate: t.paymentTemplate,
  acceptancePlan: t.acceptancePlan ?? '',
  publicInterest: t.publicInterest,
  respondents: t.marketSurvey?.respondents ?? null,
  finding: t.marketSurvey?.finding ?? '',
})

/** What a handler begins to write from: the plan, and the earliest dates its route allows today. */
export async function newTenderPage(ctx: Context, planId: string) {
  const plan = await findPlan(ctx.db, planId)
  authorize(ctx.actor, 'tender.draft', plan)
  const [previous] = await tendersOfPlan(ctx.db, planId)
  const before = previous ? await findTender(ctx.db, previous.id) : null
  return {
    plan,
    before: before && againFrom(before),
    earliest: earliestDeadline(ctx, plan.method, dateOf(ctx.clock.now())),
  }
}

type Drafted = { state: string; draftedBy: string | null }
function mayPublish(
  { actor }: Context,
  tender: Pick<TenderFacts, 'buyerId' | 'requirementBy'>,
  amendments: readonly Drafted[],
) {
  const amendedBy = amendments.find((a) => a.state === 'draft')?.draftedBy ?? null
  return may(actor, 'amendment.publish', { ...tender, amendedBy })
}

/** A tender as its office reads it: without its key, every condition with its kind. */
const atDesk = ({ keyWrapped: _, publicKey: __, ...t }: TenderFacts) => ({
  ...t,
  qualificationItems: t.qualificationItems ?? itemsOf(t.qualification),
  paid: paymentWords(t.paymentTemplate),
})

/** Every review, and whether it still stands for the words as they are. */
async function reviewsSeen(ctx: Context, tender: TenderFacts) {
  const hash = documentHash(tender)
  return (await reviewsOf(ctx.db, tender.id)).map((one) => ({ ...one, stands: one.hash === hash }))
}

/** What a reviewer reads and answers: the lists, the requirement, and how it stands with prices and dates. */
export async function reviewDesk(ctx: Context, id: string) {
  const desk = await tenderDesk(ctx, id)
  authorize(ctx.actor, 'tender.review', desk.tender)
  const [kind = null] = desk.wanting
  return { desk, kind, items: kind ? itemsOfReview(kind) : [] }
}

type Standing = { collecting: boolean; now: Date; amendments: readonly Drafted[] }
/** What this reader may do about a tender as it stands. */
const mayDo = (ctx: Context, tender: TenderFacts, { collecting, now, amendments }: Standing) => ({
  watch: tender.openedAt !== null && may(ctx.actor, 'panel.watch', tender),
  award: tender.openedAt !== null && may(ctx.actor, 'award.read', tender),
  write: tender.state === 'draft' && may(ctx.actor, 'tender.edit', tender),
  review: tender.state === 'in_review' && may(ctx.actor, 'tender.review', tender),
  publish: tender.state === 'in_review' && may(ctx.actor, 'tender.publish', tender),
  answer: tender.state === 'published' && may(ctx.actor, 'question.answer', tender),
  amend: collecting && may(ctx.actor, 'amendment.draft', tender),
  publishChange: collecting && mayPublish(ctx, tender, amendments),
  cancel:
    ['draft', 'in_review', 'published'].includes(tender.state) && may(ctx.actor, 'tender.cancel', tender),
  open: tender.state === 'published' && now >= tender.deadline && may(ctx.actor, 'amendment.draft', tender),
})

/** One tender on the desk: what is left to do, by whom, and what waits for an answer. */
export async function tenderDesk(ctx: Context, id: string) {
  const now = ctx.clock.now()
  const today = dateOf(now)
  const whole = await findTender(ctx.db, id, today)
  authorize(ctx.actor, 'tender.read', whole)
  const tender = atDesk(whole)
  const collecting = isCollecting(tender, now)
  const { method } = tender
  const amendments = await amendmentsOf(ctx.db, id)
  return {
    tender,
    now,
    collecting,
    questions: await questionsOf(ctx.db, id),
    enquiry: await parameter(ctx.db, 'ENQUIRY_REPLY', today),
    amendments: amendments.map(withPieces),
    waiting: await waitingDocuments(ctx.db, id),
    reviews: await reviewsSeen(ctx, whole),
    wanting: await reviewsWanting(ctx.db, whole, now),
    endGrounds: endGroundsFor(tender).map(({ code, source }) => ({ code, source })),
    endSource: sourceOfEnd(tender.endGround),
    earliest: earliestDeadline(ctx, method, today),
    earliestChange: earliestAfterChange(ctx, method, today),
    asksIntention: asksIntention(tender.plan, method),
    intentionUntil: await intentionUntil(ctx.db, ctx, tender.plan, method),
    may: mayDo(ctx, whole, { collecting, now, amendments }),
  }
}

/** One question to answer, beside its tender. */
export async function questionDesk(ctx: Context, tenderId: string, questionId: string) {
  const tender = await findTender(ctx.db, tenderId)
  authorize(ctx.actor, 'question.answer', tender)
  const question = (await questionsOf(ctx.db, tenderId)).find((q) => q.id === questionId)
  if (!question) throw new Refusal('missing', 'question-missing')
  return { id: tender.id, title: tender.title, requirement: tender.requirement, question }
}

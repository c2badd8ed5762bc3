import type { Context } from '../../context.ts'
import { dateOf } from '../../dates.ts'
import { parameter } from '../../parameters.ts'
import { may } from '../../policy/index.ts'
import { Refusal } from '../../refusal.ts'
import { ownFeedback } from '../award/own-feedback.ts'
import { bidderClocks } from '../challenge/bidder-clocks.ts'
import { roundOf } from '../evaluation/consultation/read-final.ts'
import { drawOf } from '../evaluation/draw-record.ts'
import { publicSeal } from '../seal/read-keepers.ts'
import { documentHash } from './document-hash.ts'
import { sourceOfEnd } from './end-grounds-data.ts'
import {
  amendmentsOf,
  findTender,
  isCollecting,
  questionsTold,
  type TenderFacts,
  takesQuestions,
} from './find-tender.ts'
import { paymentTemplates } from './payment-templates.ts'
import { itemsOf } from './qualification-items.ts'
import { nextOf, previousOf } from './retender-changes.ts'
import { versionsOf } from './versions.ts'
import { withPieces } from './word-diff.ts'

const marked = (t: TenderFacts) => t.qualificationItems ?? itemsOf(t.qualification)

const aboutState = (t: TenderFacts) => ({
  state: t.state,
  suspended: t.suspended,
  publishedAt: t.publishedAt,
  openedAt: t.openedAt,
  endReason: t.endReason,
  endGround: t.endGround,
  least: t.method.minProposals,
  endSource: sourceOfEnd(t.endGround),
})
const aboutPlan = (t: TenderFacts) => ({
  planId: t.planId,
  from: t.plan.from,
  to: t.plan.to,
  quantity: t.plan.quantity,
  goals: t.plan.goals,
  individualReason: t.plan.individualReason,
})
const aboutRoute = (t: TenderFacts) => ({
  method: {
    code: t.method.code,
    name: t.method.name,
    nameEn: t.method.nameEn,
    mark: t.method.mark,
    basis: t.method.basis,
    minProposals: t.method.minProposals,
    panelMin: t.method.panelMin,
    objectionDays: t.method.objectionDays,
    individuals: t.method.individuals,
    groups: t.method.groups,
    noPrice: t.method.noPrice,
  },
})
const aboutScores = (t: TenderFacts) => ({
  criteria: t.criteria.map(({ id, name, kind, max, items, bands, levels, guidance }) => ({
    id,
    name,
    kind,
    max,
    items,
    bands,
    levels,
    guidance,
  })),
})

/** What everyone may read of a tender: never its key, nor who asked, nor whether anyone has proposed. */
const shown = (t: TenderFacts) => ({
  id: t.id,
  refNo: t.refNo,
  title: t.title,
  ...aboutState(t),
  requirement: t.requirement,
  qualification: marked(t),
  acceptance: t.acceptancePlan ?? '',
  indicators: t.indicators,
  ceiling: t.ceiling,
  deadline: t.deadline,
  questionsClose: t.questionsClose,
  previousId: t.previousId,
  drawCommit: t.drawCommit,
  documents: t.documents.map(({ id, name, size, hash }) => ({ id, name, size, hash })),
  ...aboutPlan(t),
  buyer: { id: t.buyer.id, name: t.buyer.name, nameEn: t.buyer.nameEn },
  line: { id: t.line.id, name: t.line.name, pool: t.pool.name },
  ...aboutRoute(t),
  needs: t.needs.map((n) => ({ id: n.id, refNo: n.refNo, title: n.title, beneficiaries: n.beneficiaries })),
  ...aboutScores(t),
  tranches: paymentTemplates[t.paymentTemplate] ?? [],
})

const isEnded = ({ state }: TenderFacts) => state === 'failed' || state === 'cancelled'
/** So many days, and the article that says so. */
async function ruleOf(ctx: Context, code: string) {
  const { value, source, mark } = await parameter(ctx.db, code, dateOf(ctx.clock.now()))
  return { days: value, source, mark: mark as 'statute' | 'reference' | 'local' }
}

/** What was asked and answered, and what was changed since. */
async function changedOf(ctx: Context, id: string) {
  const [questions, amendments] = [await questionsTold(ctx.db, id), await amendmentsOf(ctx.db, id)]
  const now = ctx.clock.now()
  return {
    questions: questions.map((q) => ({ ...q, late: q.state === 'asked' && now >= q.dueAt })),
    amendments: amendments
      .filter((a) => a.publishedAt !== null)
      .map(({ publishedBy: _, draftedBy: __, ...a }) => withPieces(a)),
  }
}

/** A published tender as its page tells it, and what this reader may do about it. */
export async function tenderPage(ctx: Context, id: string) {
  const tender = await findTender(ctx.db, id)
  if (!tender.publishedAt) throw new Refusal('missing', 'tender-missing')
  const now = ctx.clock.now()
  const versions = await versionsOf(ctx.db, id)
  const bids = may(ctx.actor, 'question.ask', tender)
  return {
    tender: { ...shown(tender), hash: versions.at(-1)?.hash ?? documentHash(tender) },
    versions,
    previous: await previousOf(ctx.db, tender),
    next: await nextOf(ctx.db, id),
    ...(await changedOf(ctx, id)),
    payment: await ruleOf(ctx, 'PAYMENT_CLOCK'),
    confirm: await ruleOf(ctx, 'CONFIRM_WINNER'),
    answer: await ruleOf(ctx, 'ENQUIRY_REPLY'),
    clocks: await bidderClocks(ctx.db, ctx, tender),
    now,
    collecting: isCollecting(tender, now),
    asking: takesQuestions(tender, now),
    mayAsk: bids && takesQuestions(tender, now),
    mayPropose: bids && isCollecting(tender, now),
    handles: may(ctx.actor, 'tender.read', tender),
    feedback: await ownFeedback(ctx, id),
    seal: await publicSeal(ctx.db, tender),
    ...(await roundOf(ctx, tender)),
    /** 没有结果也公开: a call that failed or was ended after its panel was drawn leads to the draw. */
    drawn: isEnded(tender) && (await drawOf(ctx.db, id)) !== null,
  }
}
export type TenderPage = Awaited<ReturnType<typeof tenderPage>>

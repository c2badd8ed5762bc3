import { eq } from 'drizzle-orm'
import { awards } from '#db/schema/index.ts'
import { notifyAward } from '#domain/buy/award/notify-award.ts'
import { confirmAward, proposeAward } from '#domain/buy/award/propose-award.ts'
import { checkByBuyer } from '#domain/buy/evaluation/buyer-check.ts'
import { drawPanel } from '#domain/buy/evaluation/draw-panel.ts'
import { openedOf } from '#domain/buy/evaluation/opened.ts'
import { voteQualification } from '#domain/buy/evaluation/qualify.ts'
import { declareClear } from '#domain/buy/evaluation/recuse.ts'
import { drawUpReport, signReport } from '#domain/buy/evaluation/report.ts'
import { submitSheet } from '#domain/buy/evaluation/score.ts'
import { announceIntention } from '#domain/buy/plan/announce-intention.ts'
import { asksIntention, asksNotice } from '#domain/buy/plan/find-objections.ts'
import type { PlanFacts } from '#domain/buy/plan/find-plan.ts'
import type { DraftPlan } from '#domain/buy/plan/forms.ts'
import { methodRows } from '#domain/buy/plan/methods-data.ts'
import { postDirectNotice } from '#domain/buy/plan/post-direct-notice.ts'
import { openDue } from '#domain/buy/seal/open-due.ts'
import { draftTender } from '#domain/buy/tender/draft-tender.ts'
import { findTender, type TenderFacts } from '#domain/buy/tender/find-tender.ts'
import { publishTender } from '#domain/buy/tender/publish-tender.ts'
import { submitTender } from '#domain/buy/tender/submit-tender.ts'
import { drawUpContract } from '#domain/deliver/contract/draw-up-contract.ts'
import { signBySupplier } from '#domain/deliver/contract/sign-by-supplier.ts'
import { signContract } from '#domain/deliver/contract/sign-contract.ts'
import { type Fen, percentOf, yuan } from '#domain/money.ts'
import { confirmAll, linkageWords } from './contract.ts'
import { afterDeadline, fullPoints, membersOf, openByTwo, scoredBy, sentProposal, shape } from './proposal.ts'
import { keysReady, openByShares, sharesOfTwo } from './seal.ts'
import { passReview, tenderWords } from './tender.ts'
import type { Town } from './world.ts'

export type Bound = {
  amount: Fen
  plan?: Partial<DraftPlan>
  payment?: string
  bids: number
  experts: number
}
/** What each route of calls is given: an amount it is for, as many bids as it asks, a panel large enough. */
export const bound: Record<string, Bound> = {
  MICRO_GRANT: { amount: yuan(40_000), payment: 'PT-64', bids: 1, experts: 2 },
  SELF_SELECT: { amount: yuan(210_000), bids: 3, experts: 2 },
  COMPETITIVE_CONSULTATION: { amount: yuan(600_000), bids: 2, experts: 2 },
  OPEN_TENDER: { amount: yuan(2_000_000), bids: 3, experts: 4 },
  SINGLE_SOURCE: {
    amount: yuan(300_000),
    bids: 1,
    experts: 2,
    plan: { directGround: 'only_one', directWords: '只有一家持有专用资质', soleSupplierId: 'ORG1' },
  },
}
export const walkDates = { from: '2026-08-01', to: '2027-07-31' }
/** The day on which whatever had to be told beforehand has been told for long enough. */
export const afterNotices = new Date('2026-04-07T09:00:00+08:00')

/** What the route asks to be told beforehand is told. */
export async function announced(town: Town, plan: PlanFacts) {
  const of = { planId: plan.id }
  if (asksIntention(plan, plan.method)) await announceIntention(town.as('handler'), of)
  if (asksNotice(plan)) await postDirectNotice(town.as('handler'), of)
}

/** How a route seals where its row is as it was delivered; a place's own is split. */
const shippedMode = (code: string) => methodRows.find((m) => m.code === code)?.sealMode ?? 'split'

/** Put out until 2026-05-12 17:00, sealed as its route asks. */
export async function called(town: Town, plan: PlanFacts, payment = 'PT-532'): Promise<TenderFacts> {
  const words = tenderWords({
    title: plan.title,
    ceiling: plan.amount,
    paymentTemplate: payment,
    sealMode: shippedMode(plan.method.code),
    deadline: new Date('2026-05-12T17:00:00+08:00'),
    questionsClose: new Date('2026-04-24T17:00:00+08:00'),
  })
  const { id: tenderId } = await draftTender(town.as('handler'), { planId: plan.id, ...words })
  if (words.sealMode === 'split') await keysReady(town, tenderId)
  await submitTender(town.as('handler'), { tenderId })
  await passReview(town.as('approver'), tenderId)
  await publishTender(town.as('approver'), { tenderId })
  return findTender(town.db, tenderId)
}

/** As many proposals as the route is bound to; the lower the number of the body the lower its price. */
export async function proposed(town: Town, call: TenderFacts, { amount, bids }: Bound) {
  for (let at = 0; at < bids; at++)
    await sentProposal(town, call, at + 1, { price: percentOf(amount, 90 + at) })
}

/** Its panel drawn, opened by whom its seals ask. */
export async function opened(town: Town, call: TenderFacts, experts: number) {
  town.clock.set(afterDeadline(call))
  await drawPanel(town.as('handler'), { tenderId: call.id, ...shape({ experts }) })
  await (call.sealMode === 'split' ? openByShares : openByTwo)(town, call.id)
  return findTender(town.db, call.id)
}

/** Conditions checked by whom the route says, then scored, the report signed by all. */
export async function evaluated(town: Town, tender: TenderFacts) {
  const tenderId = tender.id
  const all = await openedOf(town.db, tenderId)
  if (tender.method.buyerQualifies) {
    const checks = all.map((p) => ({ proposalId: p.id, failed: [], words: undefined }))
    await checkByBuyer(town.as('handler'), { tenderId, checks })
  }
  const members = await membersOf(town, tenderId)
  for (const m of members) await declareClear(town.as(m), { tenderId })
  const votes = all.map((p) => ({ proposalId: p.id, passes: true }))
  for (const m of members) await voteQualification(town.as(m), { tenderId, votes })
  for (const [at, m] of members.entries()) {
    await scoredBy(town, tender, m, at, fullPoints(tender))
    await submitSheet(town.as(m), { tenderId })
  }
  if (tender.method.twoEnvelopes)
    await openDue(town.as('handler'), { tenderId, ...(await sharesOfTwo(town, tenderId)) })
  const { hash } = await drawUpReport(town.as(members[0]!), { tenderId })
  for (const m of members) await signReport(town.as(m), { tenderId, hash })
}

/** Proposed, confirmed, notified. */
export async function awarded(town: Town, tenderId: string) {
  const { id: awardId } = await proposeAward(town.as('handler'), { tenderId })
  await confirmAward(town.as('approver'), { awardId })
  await notifyAward(town.as('handler'), { awardId })
  const [award] = await town.db.select().from(awards).where(eq(awards.id, awardId))
  return award!
}

export const drawnUp = (town: Town, awardId: string) =>
  drawUpContract(town.as('handler'), { ...linkageWords, awardId })
/** Confirmed by the three sides, signed by both. */
export async function signedByBoth(town: Town, contractId: string) {
  await confirmAll(town, contractId)
  await signBySupplier(town.as('signer1'), { contractId })
  await signContract(town.as('approver'), { contractId })
}

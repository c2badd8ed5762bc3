import type { Tx } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { addMonths, dateOf } from '../../dates.ts'
import { parameter } from '../../parameters.ts'
import { Refusal } from '../../refusal.ts'
import { mustBeCleared } from '../plan/find-objections.ts'
import { mustBeAnnounced } from '../plan/intention.ts'
import { refuseSimple } from '../seal/choose-mode.ts'
import { checkCriteria } from './check-criteria.ts'
import { checkWords } from './draft-tender.ts'
import { reviewsNeeded } from './find-reviews.ts'
import type { TenderFacts } from './find-tender.ts'
import { itemsOf, refuseScoredAgain } from './qualification-items.ts'
import { checkDates } from './tender-dates.ts'

/** 采购需求 is fresh, says how it will be accepted, and where much hangs on it, asked the market first (财库〔2021〕22号). */
async function checkRequirement(tx: Tx, tender: TenderFacts, now: Date) {
  const today = dateOf(now)
  const { value: months } = await parameter(tx, 'REQUIREMENT_FRESH', today)
  if (addMonths(dateOf(tender.requirementAt ?? tender.createdAt), months) <= today)
    throw new Refusal('conflict', 'requirement-too-old', { n: months })
  if (!tender.acceptancePlan?.trim()) throw new Refusal('invalid', 'acceptance-plan-missing')
  if (!(await reviewsNeeded(tx, tender, now)).includes('key')) return
  const { value: n } = await parameter(tx, 'MARKET_RESPONDENTS', today)
  if ((tender.marketSurvey?.respondents ?? 0) < n)
    throw new Refusal('invalid', 'market-survey-missing', { n })
}

/** All that must hold for a tender to be put to the market now. */
export async function checkTender(tx: Tx, ctx: Context, tender: TenderFacts) {
  if (tender.plan.state !== 'approved') throw new Refusal('conflict', 'plan-not-approved')
  refuseSimple(tender)
  checkWords(tender, tender.plan.amount)
  checkCriteria(tender.criteria, tender.method)
  refuseScoredAgain(tender.qualificationItems ?? itemsOf(tender.qualification), tender.criteria)
  await checkRequirement(tx, tender, ctx.clock.now())
  await mustBeAnnounced(tx, ctx, tender.plan, tender.method)
  await mustBeCleared(tx, ctx, { ...tender.plan, method: tender.method })
  await checkDates(tx, ctx, tender.method, tender)
}

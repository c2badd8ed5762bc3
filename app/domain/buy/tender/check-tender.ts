import type { Tx } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { addDays, dateOf } from '../../dates.ts'
import { Refusal } from '../../refusal.ts'
import { checkCriteria } from './check-criteria.ts'
import { checkWords } from './draft-tender.ts'
import type { TenderFacts } from './find-tender.ts'
import { checkDates } from './tender-dates.ts'

/** 采购意向公开: so many days before the tender begins (财库〔2020〕10号). */
function checkIntention({ plan, method }: TenderFacts, today: string) {
  if (method.intentionDays === 0) return
  if (!plan.intentionOn) throw new Refusal('conflict', 'intention-not-public')
  const earliest = addDays(plan.intentionOn, method.intentionDays)
  if (today < earliest) throw new Refusal('conflict', 'intention-too-young', { earliest })
}

/** All that must hold for a tender to be put to the market now. */
export async function checkTender(tx: Tx, ctx: Context, tender: TenderFacts) {
  if (tender.plan.state !== 'approved') throw new Refusal('conflict', 'plan-not-approved')
  checkWords(tender, tender.plan.amount)
  checkCriteria(tender.criteria, tender.method)
  checkIntention(tender, dateOf(ctx.clock.now()))
  await checkDates(tx, ctx, tender.method, tender)
}

import type { Reader } from '#db/store.ts'
import { type AgreementOfPlan, agreementsOfPlans } from '../framework/agreements-of-plans.ts'
import { type WorkOfPlan, worksOfPlans } from '../minor/works-of-plans.ts'

/** What a project goes by that is neither tender nor contract: 民生微实事 or an agreement. */
export type Way = WorkOfPlan | AgreementOfPlan

/** By the project's id, as each stands on a day. A plan has one way; drafts are nobody's business. */
export async function waysOf(db: Reader, planIds: string[], today: string): Promise<Map<string, Way>> {
  const [works, agreements] = [await worksOfPlans(db, planIds), await agreementsOfPlans(db, planIds, today)]
  return new Map<string, Way>([...works, ...agreements])
}

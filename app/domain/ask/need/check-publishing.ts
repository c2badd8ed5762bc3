import type { Reader } from '#db/store.ts'
import { parameter } from '../../parameters.ts'
import { restsOnFreshSurvey } from './find-evidence.ts'
import type { Need } from './find-need.ts'
import { governmentDutyOf } from './find-need-duty.ts'
import { answeredAll, hitsOf } from './negative-list.ts'

/** What still stands between a draft and its publication, in the order the page asks for it. */
export type Missing =
  | 'need-incomplete'
  | 'negative-list-unanswered'
  | 'negative-list-hit'
  | 'catalogue-missing'
  | 'survey-missing'
  | 'duty-unnamed'
  | 'government-duty-not-for-community'

const isWritten = (need: Need) => {
  const told = [need.evidence, need.targetGroup, need.outcome].every((words) => words.trim().length > 0)
  return need.itemType === 'referral' ? need.evidence.trim().length > 0 : told && need.estimate > 0
}

/** Every reason why a need cannot be published today; empty when it can. */
export async function missingForPublishing(db: Reader, need: Need, today: string): Promise<Missing[]> {
  const { value: from } = await parameter(db, 'NEED_SURVEY_FROM', today)
  const asksSurvey = need.itemType !== 'referral' && need.estimate >= from
  const government = await governmentDutyOf(db, need, today)
  return [
    ...(isWritten(need) ? [] : ['need-incomplete' as const]),
    ...(need.dutyId || need.dutyOutside ? [] : ['duty-unnamed' as const]),
    ...(government ? ['government-duty-not-for-community' as const] : []),
    ...(answeredAll(need) ? [] : ['negative-list-unanswered' as const]),
    ...(hitsOf(need).length > 0 ? ['negative-list-hit' as const] : []),
    ...(need.itemType === 'service' && !need.catalogueId ? ['catalogue-missing' as const] : []),
    ...(asksSurvey && !(await restsOnFreshSurvey(db, need, today)) ? ['survey-missing' as const] : []),
  ]
}

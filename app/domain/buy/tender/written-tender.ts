import type { Context } from '../../context.ts'
import { usualAcceptance } from './acceptance-plans-data.ts'
import type { TenderDraft } from './draft-tender.ts'
import type { Tender } from './find-tender.ts'
import { itemsOf } from './qualification-items.ts'

type Earlier = Pick<Tender, 'requirement' | 'requirementAt' | 'marketSurvey' | 'acceptancePlan'>

/** What is typed of a tender, as it is kept: conditions with their kinds, an acceptance plan, the age of the requirement. */
export function writtenTender(
  ctx: Context,
  { respondents, finding, acceptancePlan, qualificationItems, ...words }: TenderDraft,
  methodCode: string,
  earlier?: Earlier,
) {
  const marketSurvey = respondents && finding ? { respondents, finding } : null
  const same =
    earlier?.requirement === words.requirement &&
    JSON.stringify(earlier.marketSurvey ?? null) === JSON.stringify(marketSurvey)
  return {
    ...words,
    marketSurvey,
    qualificationItems: itemsOf(words.qualification, qualificationItems ?? []),
    acceptancePlan: acceptancePlan ?? earlier?.acceptancePlan ?? usualAcceptance(methodCode),
    requirementAt: same && earlier?.requirementAt ? earlier.requirementAt : ctx.clock.now(),
  }
}

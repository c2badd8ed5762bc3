import { tenderReviews } from '#db/schema/index.ts'
import type { Context } from '../../context.ts'
import { dateOf } from '../../dates.ts'
import { record } from '../../journal.ts'
import { authorize } from '../../policy/index.ts'
import { Refusal } from '../../refusal.ts'
import { documentHash } from './document-hash.ts'
import { findTender } from './find-tender.ts'
import { checklistVersion, itemsOfReview, type ReviewKind } from './review-checklist-data.ts'
import type { ReviewWords } from './review-forms.ts'

type Answered = Pick<ReviewWords, 'says' | 'notes'>

/** Each item answered; a no, and only a no, says why. */
function readAnswers(kind: ReviewKind, { says, notes }: Answered) {
  return itemsOfReview(kind).map(({ code, mayNotApply }) => {
    const said = says[code]
    const note = notes[code]?.trim() ?? ''
    if (!said || (said === 'na' && !mayNotApply)) throw new Refusal('invalid', 'review-unanswered')
    if (said === 'no' && note.length < 2) throw new Refusal('invalid', 'review-no-why')
    return { code, says: said, note }
  })
}

/** 审查意见: item by item, by someone who did not write the requirement; bound to the words as they were read. */
export const reviewTender = (
  ctx: Context,
  { tenderId, kind, opinion, ...typed }: ReviewWords & { tenderId: string },
) =>
  ctx.transact(async (tx) => {
    const was = await findTender(tx, tenderId, dateOf(ctx.clock.now()))
    authorize(ctx.actor, 'tender.review', was)
    if (was.state !== 'in_review') throw new Refusal('conflict', 'tender-not-in-review')
    const answers = readAnswers(kind, typed)
    const passes = answers.every((one) => one.says !== 'no')
    const about = { kind, checklistVersion, answers, passes, opinion, hash: documentHash(was) }
    await tx
      .insert(tenderReviews)
      .values({ ...about, tenderId, reviewedBy: ctx.actor.personId!, at: ctx.clock.now() })
    await record(tx, ctx, 'tender.review', { subject: tenderId, threadId: was.planId }, { kind, passes })
    return { id: tenderId }
  })

/** Every item of a review answered with yes. */
export const allYes = (kind: ReviewKind): Record<string, 'yes'> =>
  Object.fromEntries(itemsOfReview(kind).map(({ code }) => [code, 'yes' as const]))

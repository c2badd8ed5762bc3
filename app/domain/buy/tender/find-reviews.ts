import { desc, eq } from 'drizzle-orm'
import { persons, tenderReviews } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import { dateOf } from '../../dates.ts'
import { parameter } from '../../parameters.ts'
import { Refusal } from '../../refusal.ts'
import { documentHash } from './document-hash.ts'
import type { TenderFacts } from './find-tender.ts'
import type { ReviewKind } from './review-checklist-data.ts'

/** Every review of a tender, the newest first, with who made it. */
export const reviewsOf = (db: Reader, tenderId: string) =>
  db
    .select({
      id: tenderReviews.id,
      kind: tenderReviews.kind,
      answers: tenderReviews.answers,
      passes: tenderReviews.passes,
      opinion: tenderReviews.opinion,
      hash: tenderReviews.hash,
      by: persons.name,
      at: tenderReviews.at,
    })
    .from(tenderReviews)
    .innerJoin(persons, eq(persons.id, tenderReviews.reviewedBy))
    .where(eq(tenderReviews.tenderId, tenderId))
    .orderBy(desc(tenderReviews.at), desc(tenderReviews.id))

/** 重点审查: what touches the public interest or costs much is read twice over (财库〔2021〕22号). */
export async function reviewsNeeded(
  db: Reader,
  { publicInterest, ceiling }: Pick<TenderFacts, 'publicInterest' | 'ceiling'>,
  now: Date,
): Promise<ReviewKind[]> {
  const { value } = await parameter(db, 'KEY_REVIEW_FROM', dateOf(now))
  return publicInterest || ceiling >= value ? ['general', 'key'] : ['general']
}

/** The reviews still wanting for the text as it stands: a changed word asks for a new one. */
export async function reviewsWanting(db: Reader, tender: TenderFacts, now: Date): Promise<ReviewKind[]> {
  const hash = documentHash(tender)
  const made = await reviewsOf(db, tender.id)
  const stands = (kind: ReviewKind) => made.find((r) => r.kind === kind && r.hash === hash)?.passes === true
  return (await reviewsNeeded(db, tender, now)).filter((kind) => !stands(kind))
}

export async function mustBeReviewed(db: Reader, tender: TenderFacts, now: Date) {
  const [first] = await reviewsWanting(db, tender, now)
  if (first) throw new Refusal('conflict', `review-missing-${first}`)
}

import type { Reader } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { addDays, dateOf, endOf } from '../../dates.ts'
import { parameter } from '../../parameters.ts'
import { Refusal } from '../../refusal.ts'
import type { Rating, RatingFacts } from './find-rating.ts'

type Asked = Pick<RatingFacts, 'invitedAt' | 'givenAt'>
/** Until when the link of a slip or a short message opens, by the figure of today. */
export async function linkUntil(db: Reader, now: Date, { invitedAt, givenAt }: Asked): Promise<Date> {
  const { value } = await parameter(db, 'RATING_LINK', dateOf(now))
  return endOf(addDays(dateOf(givenAt ?? invitedAt), value))
}

/** A link found later on an old telephone opens nothing; one whose bad rating is still being put right does. */
export async function mustBeFresh(ctx: Context, rating: RatingFacts): Promise<void> {
  const { rectification: fix } = rating
  if (fix && fix.state !== 'accepted_by_rater') return
  const now = ctx.clock.now()
  if (now >= (await linkUntil(ctx.db, now, rating))) throw new Refusal('conflict', 'rating-link-expired')
}

/** Who has no invitation, and whose link ran out unanswered. */
export async function toInvite(
  ctx: Context,
  people: ReadonlyArray<{ id: string }>,
  rows: ReadonlyArray<{ rating: Rating }>,
) {
  const now = ctx.clock.now()
  const asked: string[] = []
  for (const { rating: r } of rows)
    if (r.state !== 'invited' || now < (await linkUntil(ctx.db, now, r))) asked.push(r.serviceUserId)
  return people.filter(({ id }) => !asked.includes(id))
}

import { and, asc, desc, eq, inArray } from 'drizzle-orm'
import { burdenForms, duties } from '#db/schema/index.ts'
import type { Context } from '../../../context.ts'
import { dateOf } from '../../../dates.ts'
import { authorize } from '../../../policy/index.ts'
import { bodiesOfCommunity } from '../../../where/bodies-of-community.ts'
import { communityOfSeat } from '../../community-of-seat.ts'
import { dutiesOn } from '../find-duties.ts'
import { shownDuty } from '../reply-clock.ts'
import { lastMonths } from './months.ts'

/** What the committee's clerk entered in the last twelve months, struck rows with their reason, and the list to choose from. */
export async function readBurdenEntry(ctx: Context) {
  const communityId = await communityOfSeat(ctx.db, ctx)
  const { committeeId, communityName, streetId } = await bodiesOfCommunity(ctx.db, communityId)
  authorize(ctx.actor, 'burden.enter', { committeeId })
  const months = lastMonths(ctx.clock.now())
  const { id, month, kind, office, name, copies, minutes, dutyOutside, struckReason } = burdenForms
  const rows = await ctx.db
    .select({ id, month, kind, office, name, copies, minutes, dutyOutside, struckReason, duty: duties.title })
    .from(burdenForms)
    .leftJoin(duties, eq(duties.id, burdenForms.dutyId))
    .where(and(eq(burdenForms.communityId, communityId), inArray(burdenForms.month, months)))
    .orderBy(desc(burdenForms.month), asc(burdenForms.office), asc(burdenForms.enteredAt))
  const list = await dutiesOn(ctx.db, dateOf(ctx.clock.now()))
  return { communityName, streetId, months, rows, duties: list.map(shownDuty) }
}

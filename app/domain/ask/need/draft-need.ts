import type { Context } from '../../context.ts'
import { record } from '../../journal.ts'
import { authorize } from '../../policy/index.ts'
import { bodiesOfCommunity } from '../../where/bodies-of-community.ts'
import { communityOfSeat } from '../community-of-seat.ts'
import { checkCatalogue } from './find-catalogue.ts'
import { dutyOfNeed } from './find-need-duty.ts'
import type { DraftNeed } from './forms.ts'
import { insertNeed } from './insert-need.ts'
import { projectLiked } from './project-liked.ts'

/** Drafts a need of the committee's own community. */
export const draftNeed = (ctx: Context, input: DraftNeed) =>
  ctx.transact(async (tx) => {
    const communityId = await communityOfSeat(tx, ctx)
    authorize(ctx.actor, 'need.draft', await bodiesOfCommunity(tx, communityId))
    await checkCatalogue(tx, input)
    const { duty, like, ...words } = input
    const likePlanId = like ? (await projectLiked(tx, like)).id : null
    const typed = await dutyOfNeed(tx, ctx, duty)
    const made = await insertNeed(tx, ctx, communityId, { ...words, likePlanId, ...typed })
    await record(tx, ctx, 'need.draft', { subject: made.id, threadId: made.id }, {})
    return made
  })

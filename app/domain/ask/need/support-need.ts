import { supports } from '#db/schema/index.ts'
import type { Context } from '../../context.ts'
import { authorize } from '../../policy/index.ts'
import { Refusal } from '../../refusal.ts'
import { findNeed, isPublic, type NeedState } from './find-need.ts'

export const supportable: readonly NeedState[] = [
  'published',
  'accepted',
  'shortlisted',
  'not_selected',
  'selected',
]

/** 我也需要: once a person; saying it twice changes nothing. */
export const supportNeed = (ctx: Context, { needId }: { needId: string }) =>
  ctx.transact(async (tx) => {
    const was = await findNeed(tx, needId)
    authorize(ctx.actor, 'need.support', was)
    if (!isPublic(was)) throw new Refusal('missing', 'need')
    if (!supportable.includes(was.state)) throw new Refusal('conflict', 'need-not-live')
    await tx
      .insert(supports)
      .values({ needId, personId: ctx.actor.personId!, at: ctx.clock.now() })
      .onConflictDoNothing()
    return { id: needId }
  })

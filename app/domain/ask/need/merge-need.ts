import { needs } from '#db/schema/index.ts'
import type { Context } from '../../context.ts'
import { record } from '../../journal.ts'
import { move } from '../../move.ts'
import { authorize } from '../../policy/index.ts'
import { Refusal } from '../../refusal.ts'
import { findNeed, type NeedState } from './find-need.ts'
import { need } from './machine.ts'

const takes: readonly NeedState[] = ['published', 'accepted', 'shortlisted', 'selected']

/** Merges a need into a live one of the same community; its supporters count there from now on. */
export const mergeNeed = (
  ctx: Context,
  { needId, into, reason }: { needId: string; into: string; reason: string },
) =>
  ctx.transact(async (tx) => {
    const was = await findNeed(tx, needId)
    authorize(ctx.actor, 'need.merge', was)
    if (into === needId) throw new Refusal('invalid', 'need-into-itself')
    if (was.state === 'shortlisted' || was.state === 'selected')
      throw new Refusal('conflict', 'need-on-a-slate')
    const target = await findNeed(tx, into)
    if (target.communityId !== was.communityId) throw new Refusal('conflict', 'need-elsewhere')
    if (!takes.includes(target.state)) throw new Refusal('conflict', 'need-not-live')
    await move(tx, needs, need, was, 'merge', { mergedInto: into, reason })
    await record(tx, ctx, 'need.merge', { subject: needId, threadId: needId }, { into, reason })
    await record(tx, ctx, 'need.absorb', { subject: into, threadId: into }, { from: needId, reason })
    return { id: needId, into }
  })

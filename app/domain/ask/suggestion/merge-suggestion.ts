import { suggestions } from '#db/schema/index.ts'
import type { Context } from '../../context.ts'
import { record } from '../../journal.ts'
import { move } from '../../move.ts'
import { authorize } from '../../policy/index.ts'
import { Refusal } from '../../refusal.ts'
import { citeSuggestionIn } from '../need/cite-evidence.ts'
import { findNeed, isPublic } from '../need/find-need.ts'
import { dutyNamed, refuseGovernment } from './ask-duty.ts'
import { findSuggestion } from './find-suggestion.ts'
import { suggestion } from './machine.ts'
import { refuseInPetition } from './petition/find-petition.ts'
import { repliedWith, tellAsker } from './tell-asker.ts'

type Merging = { refNo: string; needId: string; reply: string; duty?: string | undefined }

/** Merges an ask into a need the community already published; who asked is told where to follow it. */
export const mergeSuggestion = (ctx: Context, { refNo, needId, reply, duty: code }: Merging) =>
  ctx.transact(async (tx) => {
    const was = await findSuggestion(tx, refNo)
    authorize(ctx.actor, 'suggestion.merge', was)
    await refuseInPetition(tx, was.id)
    const { duties, typed } = await dutyNamed(tx, ctx, was, code)
    refuseGovernment(...duties)
    const into = await findNeed(tx, needId)
    if (into.communityId !== was.communityId) throw new Refusal('conflict', 'need-elsewhere')
    if (!isPublic(into) || ['withdrawn', 'merged', 'refused', 'redirected', 'delivered'].includes(into.state))
      throw new Refusal('conflict', 'need-not-live')
    await move(tx, suggestions, suggestion, was, 'merge', { ...repliedWith(ctx, reply), ...typed, needId })
    await citeSuggestionIn(tx, needId, was)
    await tellAsker(tx, ctx, was)
    await record(tx, ctx, 'suggestion.merge', { subject: refNo, threadId: needId }, { refNo })
    return { refNo, needId }
  })

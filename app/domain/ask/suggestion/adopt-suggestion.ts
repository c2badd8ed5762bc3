import { suggestions } from '#db/schema/index.ts'
import type { Context } from '../../context.ts'
import { record } from '../../journal.ts'
import { move } from '../../move.ts'
import { authorize } from '../../policy/index.ts'
import { Refusal } from '../../refusal.ts'
import { citeSuggestionIn } from '../need/cite-evidence.ts'
import { findNeed } from '../need/find-need.ts'
import { insertNeed } from '../need/insert-need.ts'
import { dutyNamed, refuseGovernment } from './ask-duty.ts'
import { findSuggestion } from './find-suggestion.ts'
import type { AdoptSuggestion } from './forms.ts'
import { suggestion } from './machine.ts'
import { refuseInPetition } from './petition/find-petition.ts'
import { repliedWith, tellAsker } from './tell-asker.ts'

type Adopting = Omit<AdoptSuggestion, 'duty'> & { refNo: string; duty?: string | undefined }

/** Adopts an ask into a need still being drafted: a new one, or one of the same community that it strengthens. */
export const adoptSuggestion = (ctx: Context, input: Adopting) =>
  ctx.transact(async (tx) => {
    const was = await findSuggestion(tx, input.refNo)
    authorize(ctx.actor, 'suggestion.adopt', was)
    await refuseInPetition(tx, was.id)
    const { duties, typed } = await dutyNamed(tx, ctx, was, input.duty)
    refuseGovernment(...duties)
    const into = input.needId ? await findNeed(tx, input.needId) : null
    if (into && into.communityId !== was.communityId) throw new Refusal('conflict', 'need-elsewhere')
    if (into && into.state !== 'draft' && into.state !== 'returned')
      throw new Refusal('conflict', 'need-no-longer-drafted')
    const gridIds = was.gridId ? [was.gridId] : []
    const fresh = { title: input.title, category: input.category, gridIds, ...typed }
    const { id: needId } = into ?? (await insertNeed(tx, ctx, was.communityId, fresh))
    await move(tx, suggestions, suggestion, was, 'adopt', {
      ...repliedWith(ctx, input.reply),
      ...typed,
      needId,
    })
    await citeSuggestionIn(tx, needId, was)
    await tellAsker(tx, ctx, was)
    await record(tx, ctx, 'suggestion.adopt', { subject: was.refNo, threadId: needId }, { refNo: was.refNo })
    return { refNo: was.refNo, needId }
  })

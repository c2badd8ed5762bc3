import { newId } from '#db/dialect.ts'
import { needs } from '#db/schema/index.ts'
import type { Tx } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { dateOf, yearOf } from '../../dates.ts'
import { struckIn } from '../../masked-words.ts'
import { zero } from '../../money.ts'
import { nextRef } from '../../reference.ts'
import { Refusal } from '../../refusal.ts'
import { bodiesOfCommunity, gridsOfCommunity } from '../../where/bodies-of-community.ts'
import type { Asked } from '../suggestion/ask-duty.ts'
import type { DraftNeed } from './forms.ts'
import { writeTerms } from './write-terms.ts'

const unwritten = {
  itemType: 'service' as const,
  evidence: '',
  targetGroup: '',
  beneficiaries: 0,
  outcome: '',
  estimate: zero,
  urgency: 3,
  severity: 3,
}
/** What everybody will read of a need. */
export const publicWords = ['title', 'evidence', 'targetGroup', 'outcome'] as const
type Beginning = Pick<DraftNeed, 'title' | 'category' | 'gridIds'> &
  Partial<Omit<DraftNeed, 'duty' | 'like'>> & { likePlanId?: string | null } & Partial<Asked>

/** Refuses a grid of another community. */
export async function checkGrids(tx: Tx, communityId: string, gridIds: readonly string[]) {
  const grids = await gridsOfCommunity(tx, communityId)
  if (gridIds.some((id) => !grids.some((g) => g.id === id))) throw new Refusal('invalid', 'grid-elsewhere')
}

/** Opens the draft of a need for a community; what is not written yet is asked for before it is published. */
export async function insertNeed(tx: Tx, ctx: Context, communityId: string, begun: Beginning) {
  const { committeeId, streetId } = await bodiesOfCommunity(tx, communityId)
  await checkGrids(tx, communityId, begun.gridIds)
  const now = ctx.clock.now()
  const refNo = await nextRef(tx, 'XQ', yearOf(dateOf(now)))
  const id = newId()
  await tx.insert(needs).values({
    ...unwritten,
    ...struckIn(begun, publicWords),
    id,
    refNo,
    communityId,
    committeeId,
    streetId,
    catalogueId: begun.catalogueId ?? null,
    negativeAnswers: {},
    state: 'draft',
    draftedBy: ctx.actor.personId!,
    createdAt: now,
  })
  await writeTerms(tx, id)
  return { id, refNo }
}

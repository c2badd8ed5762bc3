import { suggestions } from '#db/schema/index.ts'
import type { Context } from '../../context.ts'
import { dateOf, endOf, yearOf } from '../../dates.ts'
import { record } from '../../journal.ts'
import { notify } from '../../notify.ts'
import { deadlineOf } from '../../parameters.ts'
import { authorize } from '../../policy/index.ts'
import { nextRef } from '../../reference.ts'
import { Refusal } from '../../refusal.ts'
import { bodiesOfCommunity, gridsOfCommunity } from '../../where/bodies-of-community.ts'
import { firstAnswerer } from './find-answerer.ts'
import type { SubmitSuggestion } from './forms.ts'

const inShort = (words: string) => {
  const line = words.split(/[。！？!?\n]/)[0]!.trim()
  return line.length > 24 ? `${line.slice(0, 24)}…` : line
}
/** Whose ask it is: a resident's own; a clerk writing it down for someone is only the helper. */
const askedBy = ({ actor }: Context) => (actor.seat && actor.seat.role !== 'resident' ? null : actor.personId)

/** Takes an ask of any kind: it gets a number, a person whose turn it is, and a day by which the answer is due. */
export const submitSuggestion = (ctx: Context, input: SubmitSuggestion) =>
  ctx.transact(async (tx) => {
    authorize(ctx.actor, 'suggestion.submit', {})
    const bodies = await bodiesOfCommunity(tx, input.communityId, input.gridId ?? null)
    const grids = await gridsOfCommunity(tx, input.communityId)
    if (input.gridId && !grids.some((g) => g.id === input.gridId))
      throw new Refusal('invalid', 'grid-elsewhere')
    const now = ctx.clock.now()
    const dueOn = await deadlineOf(tx, ctx.calendar, 'SUGGESTION_REPLY', dateOf(now))
    const answerer = firstAnswerer(bodies, input.kind)
    const refNo = await nextRef(tx, 'TY', yearOf(dateOf(now)))
    const { phone, kind, words } = input
    await tx.insert(suggestions).values({
      refNo,
      kind,
      words,
      ...answerer,
      category: kind === 'need' ? (input.category ?? null) : null,
      title: inShort(words),
      communityId: input.communityId,
      gridId: input.gridId ?? null,
      where: input.where ?? null,
      personId: askedBy(ctx),
      phoneHash: phone ? ctx.vault.keyed('phone', phone) : null,
      phoneTail: phone?.slice(-4) ?? null,
      state: 'submitted',
      dueAt: endOf(dueOn),
      createdAt: now,
    })
    await notify(
      tx,
      ctx,
      { role: answerer.handlerRole, partyId: answerer.handlerPartyId },
      'suggestion-new',
      `/desk/suggestions/${refNo}`,
      { refNo },
    )
    await record(tx, ctx, 'suggestion.submit', { subject: refNo }, { kind, communityId: input.communityId })
    return { refNo, dueOn }
  })

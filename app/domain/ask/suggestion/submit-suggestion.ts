import { suggestions } from '#db/schema/index.ts'
import type { Tx } from '#db/store.ts'
import type { raisers } from '#db/vocabulary.ts'
import type { Context } from '../../context.ts'
import { dateOf, endOf, yearOf } from '../../dates.ts'
import { record } from '../../journal.ts'
import { notify } from '../../notify.ts'
import { deadlineOf } from '../../parameters.ts'
import { authorize } from '../../policy/index.ts'
import { nextRef } from '../../reference.ts'
import { Refusal } from '../../refusal.ts'
import { bodiesOfCommunity, gridsOfCommunity } from '../../where/bodies-of-community.ts'
import { type Answerer, firstAnswerer } from './find-answerer.ts'
import type { SubmitSuggestion } from './forms.ts'
import { keepSent, type Sent } from './keep-evidence.ts'

type Kept = Awaited<ReturnType<typeof keepSent>>

const inShort = (words: string) => {
  const line = words.split(/[。！？!?\n]/)[0]!.trim()
  return line.length > 24 ? `${line.slice(0, 24)}…` : line
}
/** Whose ask it is: a resident's own; a clerk writing it down for someone is only the helper. */
const askedBy = ({ actor }: Context) => (actor.seat && actor.seat.role !== 'resident' ? null : actor.personId)

const raiserOf = ({ actor }: Context): (typeof raisers)[number] => {
  if (actor.seat?.role === 'grid_worker') return 'grid'
  return actor.seat && actor.seat.role !== 'resident' ? 'helper' : 'resident'
}
/** 调解 is between people who are known (人民调解法); everything else may be asked without a name. */
function refuseNameless({ actor }: Context, { kind, phone }: SubmitSuggestion) {
  if (kind === 'mediation' && actor.personId === null && !phone)
    throw new Refusal('invalid', 'mediation-needs-a-name')
}
/** The answerer, once the place is known to be whole. */
async function placed(tx: Tx, { communityId, gridId, kind }: SubmitSuggestion) {
  const bodies = await bodiesOfCommunity(tx, communityId, gridId ?? null)
  const grids = await gridsOfCommunity(tx, communityId)
  if (gridId && !grids.some((g) => g.id === gridId)) throw new Refusal('invalid', 'grid-elsewhere')
  return firstAnswerer(bodies, kind)
}
async function write(
  tx: Tx,
  ctx: Context,
  input: SubmitSuggestion,
  rest: Kept & Answerer & { refNo: string; dueOn: string },
) {
  const { phone, kind, words, communityId, gridId, building, where, category } = input
  const { dueOn, ...kept } = rest
  await tx.insert(suggestions).values({
    ...kept,
    kind,
    words,
    communityId,
    category: kind === 'need' ? (category ?? null) : null,
    title: inShort(words),
    gridId: gridId ?? null,
    where: [building, where].filter(Boolean).join(' ') || null,
    personId: askedBy(ctx),
    raisedBy: raiserOf(ctx),
    phoneHash: phone ? ctx.vault.keyed('phone', phone) : null,
    phoneTail: phone?.slice(-4) ?? null,
    state: 'submitted',
    dueAt: endOf(dueOn),
    createdAt: ctx.clock.now(),
  })
}

/** Takes an ask of any kind: it gets a number, a person whose turn it is, and a day by which the answer is due. */
export async function submitSuggestion(ctx: Context, input: SubmitSuggestion, sent: Sent = {}) {
  authorize(ctx.actor, 'suggestion.submit', {})
  refuseNameless(ctx, input)
  if (input.spoken && !sent.voice) throw new Refusal('invalid', 'voice-missing')
  const kept = await keepSent(ctx, sent)
  return ctx.transact(async (tx) => {
    authorize(ctx.actor, 'suggestion.submit', {})
    const answerer = await placed(tx, input)
    const today = dateOf(ctx.clock.now())
    const dueOn = await deadlineOf(tx, ctx.calendar, 'SUGGESTION_REPLY', today)
    const refNo = await nextRef(tx, 'TY', yearOf(today))
    await write(tx, ctx, input, { ...kept, ...answerer, refNo, dueOn })
    const seat = { role: answerer.handlerRole, partyId: answerer.handlerPartyId }
    await notify(tx, ctx, seat, 'suggestion-new', `/desk/suggestions/${refNo}`, { refNo })
    const { kind, communityId } = input
    await record(tx, ctx, 'suggestion.submit', { subject: refNo }, { kind, communityId })
    return { refNo, dueOn }
  })
}

import { needs } from '#db/schema/index.ts'
import type { Tx } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { dateOf, endOf } from '../../dates.ts'
import { record } from '../../journal.ts'
import { move } from '../../move.ts'
import { notify } from '../../notify.ts'
import { deadlineOf } from '../../parameters.ts'
import { authorize } from '../../policy/index.ts'
import { Refusal } from '../../refusal.ts'
import { type Missing, missingForPublishing } from './check-publishing.ts'
import { findNeed, type Need } from './find-need.ts'
import { governmentDutyOf } from './find-need-duty.ts'
import { need } from './machine.ts'
import { hitsOf } from './negative-list.ts'
import { writeTerms } from './write-terms.ts'

/** On record, what the negative list or the list of duties bars needs neither entry nor survey: the street only says no, and why. */
const waived: readonly Missing[] = [
  'negative-list-hit',
  'government-duty-not-for-community',
  'catalogue-missing',
  'survey-missing',
]
const barred: readonly Missing[] = ['negative-list-hit', 'government-duty-not-for-community']

async function refuseMissing(tx: Tx, was: Need, today: string, onRecord: boolean) {
  const missing = await missingForPublishing(tx, was, today)
  if (onRecord && !missing.some((m) => barred.includes(m)))
    throw new Refusal('conflict', 'nothing-to-put-on-record')
  const [first] = missing.filter((m) => !(onRecord && waived.includes(m)))
  if (!first) return
  const duty = await governmentDutyOf(tx, was, today)
  const article = hitsOf(was)[0]?.article ?? ''
  throw new Refusal('conflict', first, { article, title: duty?.title ?? '', ground: duty?.ground ?? '' })
}

const tellStreet = (tx: Tx, ctx: Context, { id, streetId, title }: Need) =>
  notify(tx, ctx, { role: 'street_approver', partyId: streetId }, 'need-to-decide', `/desk/needs/${id}`, {
    title,
  })

/**
 * Posts a need, and the street's days begin. What the negative list bars, and a government's own duty, is not posted as a need: it may only be
 * put on record (`onRecord`), so that the street refuses or redirects it in public.
 */
export const publishNeed = (
  ctx: Context,
  { needId, onRecord = false }: { needId: string; onRecord?: boolean },
) =>
  ctx.transact(async (tx) => {
    const was = await findNeed(tx, needId)
    authorize(ctx.actor, 'need.publish', was)
    need.next(was.state, 'publish')
    const now = ctx.clock.now()
    const today = dateOf(now)
    await refuseMissing(tx, was, today, onRecord)
    const dueOn = await deadlineOf(tx, ctx.calendar, 'NEED_DECISION', today)
    await move(tx, needs, need, was, 'publish', {
      publishedBy: ctx.actor.personId,
      publishedAt: now,
      dueAt: endOf(dueOn),
      decidedBy: null,
      decidedAt: null,
      reason: null,
    })
    await writeTerms(tx, needId)
    await tellStreet(tx, ctx, was)
    await record(tx, ctx, 'need.publish', { subject: needId, threadId: needId }, { dueOn, onRecord })
    return { id: needId, dueOn }
  })

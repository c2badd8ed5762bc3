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
import { need } from './machine.ts'
import { hitsOf } from './negative-list.ts'
import { writeTerms } from './write-terms.ts'

/** On record, what the negative list bars needs neither entry nor survey: the street only says no, and why. */
const waived: readonly Missing[] = ['negative-list-hit', 'catalogue-missing', 'survey-missing']

function refuseMissing(was: Need, missing: readonly Missing[], onRecord: boolean) {
  const hits = hitsOf(was)
  if (onRecord && hits.length === 0) throw new Refusal('conflict', 'nothing-to-put-on-record')
  const [first] = missing.filter((m) => !(onRecord && waived.includes(m)))
  if (first) throw new Refusal('conflict', first, { article: hits[0]?.article ?? '' })
}

const tellStreet = (tx: Tx, ctx: Context, { id, streetId, title }: Need) =>
  notify(tx, ctx, { role: 'street_approver', partyId: streetId }, 'need-to-decide', `/desk/needs/${id}`, {
    title,
  })

/**
 * Posts a need, and the street's days begin. What the negative list bars is not posted as a need: it may only be
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
    refuseMissing(was, await missingForPublishing(tx, was, today), onRecord)
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

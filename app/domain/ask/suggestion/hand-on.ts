import { and, eq } from 'drizzle-orm'
import { suggestions } from '#db/schema/index.ts'
import type { Tx } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { record } from '../../journal.ts'
import { notify } from '../../notify.ts'
import { Refusal } from '../../refusal.ts'
import { bodiesOfCommunity } from '../../where/bodies-of-community.ts'
import type { Desk } from './duties-data.ts'
import { answererOrRefuse } from './find-answerer.ts'
import type { Duty } from './find-duties.ts'
import type { Suggestion } from './find-suggestion.ts'
import { refuseInPetition } from './petition/find-petition.ts'

type Handing = { to: Desk; rule: Duty; reason: string; act: 'suggestion.refer' | 'suggestion.return' }

async function refuseSettled(tx: Tx, was: Suggestion) {
  if (was.state !== 'submitted') throw new Refusal('conflict', 'suggestion-answered')
  await refuseInPetition(tx, was.id)
}

/** Gives an ask to another desk with its ground, and tells that desk and who asked. The promised day stays the same. */
export async function handOn(tx: Tx, ctx: Context, was: Suggestion, { to, rule, reason, act }: Handing) {
  await refuseSettled(tx, was)
  const next = answererOrRefuse(await bodiesOfCommunity(tx, was.communityId, was.gridId), to)
  if (next.handlerPartyId === was.handlerPartyId) throw new Refusal('conflict', 'already-with-that-desk')
  const now = ctx.clock.now()
  const handed = await tx
    .update(suggestions)
    .set({
      ...next,
      dutyId: rule.id,
      dutyOutside: false,
      office: rule.kind === 'government' ? rule.office : null,
      referReason: reason,
      referredAt: now,
      ...(act === 'suggestion.return' ? { returnedAt: now } : {}),
    })
    .where(and(eq(suggestions.id, was.id), eq(suggestions.state, 'submitted')))
    .returning({ id: suggestions.id })
  if (handed.length === 0) throw new Refusal('conflict', 'moved-meanwhile')
  const { refNo } = was
  const seat = { role: next.handlerRole, partyId: next.handlerPartyId }
  await notify(tx, ctx, seat, 'suggestion-referred', `/desk/suggestions/${refNo}`, { refNo })
  if (was.personId)
    await notify(tx, ctx, { personId: was.personId }, 'suggestion-moved-on', `/suggestions/${refNo}`, {
      refNo,
    })
  const detail = { from: was.handlerPartyId, to: next.handlerPartyId, duty: rule.code, version: rule.version }
  await record(tx, ctx, act, { subject: refNo }, { ...detail, ground: rule.ground, reason })
  return { refNo }
}

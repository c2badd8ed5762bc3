import type { Context } from '../../../context.ts'
import { dateOf } from '../../../dates.ts'
import { authorize } from '../../../policy/index.ts'
import { Refusal } from '../../../refusal.ts'
import type { SentBody } from '../../proposal/body.ts'
import { findPanel, ownSeat, type Panel, refuseUnread, votesOf } from '../find-panel.ts'
import { masked } from '../masked.ts'
import { type Opened, openedOf } from '../opened.ts'
import { giveaways } from '../reading.ts'
import { isQualified } from '../verdicts.ts'
import { consultationOf, stampOf } from './find-consultation.ts'
import { finalClock } from './read-final.ts'
import { confirmersOf, daysAllowed } from './write-consultation.ts'

/** What was written, and whether this member may confirm it. */
async function roundOf(ctx: Context, panel: Panel) {
  const was = await consultationOf(ctx.db, panel.call.id)
  if (!was) return null
  const writer = panel.all.find((s) => s.id === was.writtenBy)
  return {
    state: was.state,
    words: was.words,
    changes: was.changes,
    days: was.days,
    stamp: stampOf(was),
    writer: writer?.ordinal ?? 0,
    askedAt: was.askedAt,
    dueAt: was.dueAt,
    clock: was.dueAt ? await finalClock(ctx.db, ctx, was) : null,
    confirms: confirmersOf(panel.seats, was).includes(ctx.actor.personId ?? ''),
  }
}

/** Asked, and without a final price all the same. */
const besides = ['final_missing', 'seal_broken']

/** Both prices side by side, once the final offers are open; without a name. */
const offerOf = (p: Opened, names: readonly string[]) => ({
  id: p.id,
  alias: p.alias!,
  first: p.firstPrice ?? p.price!,
  final: p.firstPrice === null ? null : p.price,
  ground: p.endGround,
  commitment: masked((p.body as unknown as SentBody).final?.commitment ?? '', names),
})

/** 磋商 as a member of the panel sees it. Before the hour there is nothing on it of any final offer, nor whether there is one. */
export async function readConsultation(ctx: Context, tenderId: string) {
  const panel = await findPanel(ctx.db, tenderId)
  const mine = ownSeat(panel, ctx)
  authorize(ctx.actor, 'proposal.read', panel.call)
  refuseUnread(panel)
  const { id, title, refNo, state, method, finalsOpenedAt, endReason } = panel.call
  if (!method.finalOffers) throw new Refusal('missing', 'no-final-offers-here')
  const all = await openedOf(ctx.db, tenderId)
  const names = await giveaways(ctx, all)
  const shown = all.filter((p) => p.firstPrice !== null || besides.includes(p.endGround ?? ''))
  return {
    call: { id, title, refNo, state, finalsOpenedAt, endReason, minProposals: method.minProposals },
    kind: mine.kind,
    qualified: isQualified(panel, await votesOf(ctx.db, tenderId), all),
    round: await roundOf(ctx, panel),
    days: await daysAllowed(ctx.db, dateOf(ctx.clock.now())),
    offers: finalsOpenedAt ? shown.map((p) => offerOf(p, names)) : [],
  }
}
export type ConsultationPage = Awaited<ReturnType<typeof readConsultation>>

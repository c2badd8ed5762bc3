import type { Context } from '../../context.ts'
import { authorize, may } from '../../policy/index.ts'
import { Refusal } from '../../refusal.ts'
import type { Report } from './compose-report.ts'
import { findPanel, type Panel } from './find-panel.ts'
import { reopenGrounds } from './reopen-grounds-data.ts'

const reopens = (ctx: Context, { call }: Panel) =>
  (call.state === 'opened' && may(ctx.actor, 'report.reopen', call)) ||
  (call.state === 'evaluated' && may(ctx.actor, 'evaluation.reopen', call))

/** The frozen report, to those who sign it and, once signed, to those who decide on it. */
export async function readReport(ctx: Context, tenderId: string) {
  const panel = await findPanel(ctx.db, tenderId)
  // Who stood down finds nothing here, as on every page of the panel.
  if (panel.all.some((seat) => seat.state === 'recused' && seat.personId === ctx.actor.personId))
    throw new Refusal('missing', 'panel-seat-missing')
  authorize(ctx.actor, 'report.read', panel.call)
  const mine = panel.seats.find((s) => s.personId === ctx.actor.personId) ?? null
  const { id, refNo, title, state, report, reportHash, reportAt, planId } = panel.call
  if (!report || (!mine && state === 'opened')) throw new Refusal('conflict', 'no-report-yet')
  return {
    call: { id, refNo, title, state, reportHash: reportHash!, reportAt: reportAt!, planId },
    report: report as unknown as Report,
    /** The grounds with their sources, to who may reopen it. */
    mayReopen: reopens(ctx, panel) ? reopenGrounds : null,
    mine: mine && { ordinal: mine.ordinal, signedAt: mine.signedAt },
    signed: panel.seats.map(({ ordinal, kind, signedAt, dissent }) => ({ ordinal, kind, signedAt, dissent })),
  }
}

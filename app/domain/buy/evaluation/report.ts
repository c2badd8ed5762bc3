import { eq } from 'drizzle-orm'
import { panelSeats, proposals, tenders } from '#db/schema/index.ts'
import type { Tx } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { record } from '../../journal.ts'
import { move } from '../../move.ts'
import { notify } from '../../notify.ts'
import { authorize } from '../../policy/index.ts'
import { Refusal } from '../../refusal.ts'
import { proposal as proposalMachine } from '../proposal/machine.ts'
import { tender as tenderMachine } from '../tender/machine.ts'
import { hashOf } from './canonical.ts'
import { compose, rowsOf } from './compose-report.ts'
import { refuseFinalsPending } from './consultation/finals-pending.ts'
import { differences, wideSpreads, wordless } from './differences.ts'
import {
  findPanel,
  ownSeat,
  type Panel,
  refuseOver,
  refuseUnread,
  type Score,
  scoresOf,
} from './find-panel.ts'
import { type Opened, openedOf, pricesSealed, stillIn } from './opened.ts'
import { rankProposals } from './rank.ts'
import { refuseAltered } from './sheets.ts'
import { mayScore } from './verdicts.ts'

async function refuseUnfinished(tx: Tx, panel: Panel, all: readonly Opened[], given: readonly Score[]) {
  refuseFinalsPending(panel.call)
  if (!panel.locked) throw new Refusal('conflict', 'sheets-not-all-in')
  if (pricesSealed(panel.call, all)) throw new Refusal('conflict', 'prices-sealed')
  if (!(await mayScore(tx, panel, all))) throw new Refusal('conflict', 'low-price-first')
  refuseAltered(panel, given)
  const valid = stillIn(all)
  const [differ] = differences(panel.call.criteria, valid, given)
  if (differ) {
    const name = panel.call.criteria.find((c) => c.id === differ.criterionId)!.name
    throw new Refusal('conflict', 'objective-differs', { name })
  }
  const owed = wordless(await wideSpreads(tx, panel.call, valid, given), given)
  if (owed.length > 0) throw new Refusal('conflict', 'words-wanted', { n: owed.length })
}

/** 评审报告: computed once from locked sheets, frozen with its hash; then every member signs. */
export const drawUpReport = (ctx: Context, { tenderId }: { tenderId: string }) =>
  ctx.transact(async (tx) => {
    const panel = await findPanel(tx, tenderId)
    authorize(ctx.actor, 'report.draw_up', panel.call)
    refuseUnread(panel)
    refuseOver(panel)
    const all = await openedOf(tx, tenderId)
    const given = await scoresOf(tx, tenderId)
    await refuseUnfinished(tx, panel, all, given)
    const ranking = rankProposals(stillIn(all), panel.call.criteria, given)
    for (const { proposalId, total, rank } of ranking)
      await move(tx, proposals, proposalMachine, all.find((p) => p.id === proposalId)!, 'score', {
        total,
        rank,
      })
    const report = await compose(tx, panel, await rowsOf(tx, panel, all, ranking), given)
    const reportHash = hashOf(report)
    await tx
      .update(tenders)
      .set({ report, reportHash, reportAt: ctx.clock.now() })
      .where(eq(tenders.id, tenderId))
    for (const { personId } of panel.seats)
      await notify(tx, ctx, { personId }, 'report-to-sign', `/panel/${tenderId}/report`, {
        tender: panel.call.title,
      })
    await record(tx, ctx, 'report.draw_up', { subject: tenderId }, { hash: reportHash })
    return { id: tenderId, hash: reportHash }
  })

type Signing = { tenderId: string; hash: string; dissent?: string }
/** 签字: on the hash that was read; a dissent is written beside it (实施条例 第四十一条). The last signature ends the evaluation. */
export const signReport = (ctx: Context, { tenderId, hash, dissent }: Signing) =>
  ctx.transact(async (tx) => {
    const panel = await findPanel(tx, tenderId)
    const mine = ownSeat(panel, ctx)
    authorize(ctx.actor, 'report.sign', mine)
    const { call } = panel
    if (call.state !== 'opened' || !call.reportHash) throw new Refusal('conflict', 'no-report-yet')
    if (call.reportHash !== hash) throw new Refusal('conflict', 'report-is-another')
    if (mine.signedAt) throw new Refusal('conflict', 'already-signed')
    const signed = { signedAt: ctx.clock.now(), dissent: dissent ?? null }
    await tx.update(panelSeats).set(signed).where(eq(panelSeats.id, mine.id))
    await record(
      tx,
      ctx,
      'report.sign',
      { subject: tenderId },
      { ordinal: mine.ordinal, dissents: Boolean(dissent) },
    )
    if (panel.seats.every((s) => s.signedAt || s.id === mine.id)) await endEvaluation(tx, ctx, panel)
    return { id: tenderId }
  })

async function endEvaluation(tx: Tx, ctx: Context, { call }: Panel) {
  await move(tx, tenders, tenderMachine, call, 'evaluate')
  for (const role of ['street_handler', 'district_handler'] as const)
    await notify(
      tx,
      ctx,
      { role, partyId: call.buyerId },
      'report-signed',
      `/desk/tenders/${call.id}/award`,
      { tender: call.title },
    )
  await record(
    tx,
    ctx,
    'tender.evaluate',
    { subject: call.id, threadId: call.planId },
    { hash: call.reportHash },
  )
}

import { and, eq, notInArray } from 'drizzle-orm'
import { awards, evaluationVersions, panelSeats, proposals, scoreSheets, tenders } from '#db/schema/index.ts'
import type { Tx } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { record } from '../../journal.ts'
import { move } from '../../move.ts'
import { notify } from '../../notify.ts'
import { authorize } from '../../policy/index.ts'
import { Refusal } from '../../refusal.ts'
import { proposal as proposalMachine } from '../proposal/machine.ts'
import { tender as tenderMachine } from '../tender/machine.ts'
import type { Reopening } from './ask-forms.ts'
import { findGround } from './find-ground.ts'
import { findPanel, type Panel, scoresOf } from './find-panel.ts'
import { openedOf } from './opened.ts'
import { versionsOf } from './report-annexes.ts'
import { scoreSheet as sheetMachine } from './sheet-machine.ts'

async function refuseAwarded(tx: Tx, tenderId: string) {
  const over = ['cancelled', 'declined'] as const
  const standing = await tx.$count(
    awards,
    and(eq(awards.tenderId, tenderId), notInArray(awards.state, [...over])),
  )
  if (standing > 0) throw new Refusal('conflict', 'reopen-after-award')
}

/** The report as it was, with who had signed it and what they said, kept beside whatever comes after. */
async function keepVersion(tx: Tx, ctx: Context, { call, seats }: Panel, why: Reopening) {
  const version = (await versionsOf(tx, call.id)).length + 1
  await tx.insert(evaluationVersions).values({
    ...why,
    tenderId: call.id,
    version,
    report: call.report!,
    reportHash: call.reportHash!,
    reportAt: call.reportAt!,
    signatures: seats.map(({ ordinal, signedAt, dissent }) => {
      return { ordinal, signedAt: signedAt?.getTime() ?? null, dissent }
    }),
    reopenedBy: ctx.actor.personId!,
    reopenedAt: ctx.clock.now(),
  })
  return version
}

async function takeBack(tx: Tx, { call }: Panel) {
  for (const p of (await openedOf(tx, call.id)).filter((one) => one.state === 'scored'))
    await move(tx, proposals, proposalMachine, p, 'reopen', { total: null, rank: null })
  const blank = { report: null, reportHash: null, reportAt: null }
  if (call.state === 'evaluated') await move(tx, tenders, tenderMachine, call, 'reopen', blank)
  else await tx.update(tenders).set(blank).where(eq(tenders.id, call.id))
  await tx.update(panelSeats).set({ signedAt: null, dissent: null }).where(eq(panelSeats.tenderId, call.id))
}

/** 重新评审 (实施条例 第四十四条): by the same panel, on a listed ground that the records show; only what it concerns may move. */
export const reopenEvaluation = (ctx: Context, { tenderId, ...why }: Reopening & { tenderId: string }) =>
  ctx.transact(async (tx) => {
    const panel = await findPanel(tx, tenderId)
    const { call } = panel
    authorize(ctx.actor, call.state === 'opened' ? 'report.reopen' : 'evaluation.reopen', call)
    if (!call.report || !['opened', 'evaluated'].includes(call.state))
      throw new Refusal('conflict', 'nothing-to-reopen')
    await refuseAwarded(tx, tenderId)
    const [all, given] = [await openedOf(tx, tenderId), await scoresOf(tx, tenderId)]
    const cells = await findGround(tx, why.ground, { panel, all, given })
    const version = await keepVersion(tx, ctx, panel, why)
    await takeBack(tx, panel)
    for (const sheet of panel.sheets) {
      const returnedFor = cells.filter((c) => c.sheetId === sheet.id)
      if (returnedFor.length === 0) continue
      const open = { hash: null, returnGround: why.ground, returnedFor }
      await move(tx, scoreSheets, sheetMachine, sheet, 'return', open)
    }
    for (const { personId } of panel.seats)
      await notify(tx, ctx, { personId }, 'evaluation-reopened', `/panel/${tenderId}`, { tender: call.title })
    const detail = { ground: why.ground, version, hash: call.reportHash, scores: cells.length }
    await record(tx, ctx, 'evaluation.reopen', { subject: tenderId, threadId: call.planId }, detail)
    return { id: tenderId }
  })

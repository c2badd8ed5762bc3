import { scoreSheets } from '#db/schema/index.ts'
import type { Context } from '../../context.ts'
import { record } from '../../journal.ts'
import { move } from '../../move.ts'
import { authorize } from '../../policy/index.ts'
import { Refusal } from '../../refusal.ts'
import { differences } from './differences.ts'
import { findPanel, ownSeat, refuseOver, scoresOf } from './find-panel.ts'
import { openedOf, stillIn } from './opened.ts'
import { scoreSheet as machine } from './sheet-machine.ts'
import { refuseAltered } from './sheets.ts'

/** 客观分不一致: a member takes his own sheet back to look the fact up again; his judgements stay locked. */
export const returnSheet = (ctx: Context, { tenderId }: { tenderId: string }) =>
  ctx.transact(async (tx) => {
    const panel = await findPanel(tx, tenderId)
    const mine = ownSeat(panel, ctx)
    authorize(ctx.actor, 'scoreSheet.return', mine)
    refuseOver(panel)
    const valid = stillIn(await openedOf(tx, tenderId))
    const given = await scoresOf(tx, tenderId)
    refuseAltered(panel, given)
    const differ = differences(panel.call.criteria, valid, given)
    if (differ.length === 0) throw new Refusal('conflict', 'no-fact-differs')
    const sheet = panel.sheets.find((s) => s.panelSeatId === mine.id)
    if (!sheet) throw new Refusal('conflict', 'sheets-not-all-in')
    const returnGround = 'objective_differs'
    await move(tx, scoreSheets, machine, sheet, 'return', { hash: null, returnGround, returnedFor: null })
    const detail = { ordinal: mine.ordinal, ground: returnGround, was: sheet.hash }
    await record(tx, ctx, 'scoreSheet.return', { subject: tenderId }, detail)
    return { id: tenderId }
  })

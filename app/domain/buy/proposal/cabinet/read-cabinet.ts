import type { Context } from '../../../context.ts'
import { authorize } from '../../../policy/index.ts'
import { stampOf } from '../draft.ts'
import { findSupplier } from '../find-proposal.ts'
import { namesOfPersons } from '../who-saved.ts'
import { cabinetMark, cabinetOf } from './cabinet.ts'
import { type Drawer, drawers } from './keep.ts'

/** A body's own cabinet as its people see it. */
export async function readCabinet(ctx: Context) {
  const partyId = ctx.actor.seat?.partyId ?? ''
  authorize(ctx.actor, 'cabinet.keep', { partyId })
  const { id, name, uscc, form, grade, gradeUntil, credit } = await findSupplier(ctx.db, partyId)
  const cabinet = await cabinetOf(ctx.db, ctx, partyId)
  const mark = await cabinetMark(ctx.db, partyId)
  const names = await namesOfPersons(ctx.db, mark ? [mark.by] : [])
  const stamps = Object.fromEntries(
    Object.entries(drawers).map(([drawer, of]) => [drawer, stampOf(of(cabinet))]),
  ) as Record<Drawer, string>
  return {
    party: { id, name, uscc, form, grade, gradeUntil, credit },
    cabinet,
    stamps,
    saved: mark && { at: mark.at, by: names.get(mark.by) ?? '' },
  }
}
export type CabinetPage = Awaited<ReturnType<typeof readCabinet>>

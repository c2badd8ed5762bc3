import { scoreSheets } from '#db/schema/index.ts'
import type { Reader, Tx } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { authorize } from '../../policy/index.ts'
import { Refusal } from '../../refusal.ts'
import { hashOf } from './canonical.ts'
import { refuseFinalsPending } from './consultation/finals-pending.ts'
import { findPanel, ownSeat, type Panel, refuseOver, refuseUnread, type Score } from './find-panel.ts'
import { openedOf, stillIn } from './opened.ts'
import type { Criterion } from './points.ts'
import { mayScore } from './verdicts.ts'

export type Sheet = typeof scoreSheets.$inferSelect
export const isJudged = (c: Pick<Criterion, 'kind'>) => c.kind !== 'formula'

export async function sheetOf(tx: Tx, panel: Panel, seatId: string): Promise<Sheet> {
  const found = panel.sheets.find((s) => s.panelSeatId === seatId)
  if (found) return found
  const fresh = { panelSeatId: seatId, tenderId: panel.call.id, state: 'draft' as const }
  const [made] = await tx.insert(scoreSheets).values(fresh).returning()
  return made!
}

/** The member's own seat on a panel that may score now. */
export async function ownPanel(db: Reader, ctx: Context, tenderId: string) {
  const panel = await findPanel(db, tenderId)
  const mine = ownSeat(panel, ctx)
  authorize(ctx.actor, 'scoreSheet.draft', mine)
  refuseUnread(panel)
  refuseOver(panel)
  const all = await openedOf(db, tenderId)
  refuseFinalsPending(panel.call)
  if (!(await mayScore(db, panel, all))) throw new Refusal('conflict', 'qualification-first')
  return { panel, mine, valid: stillIn(all) }
}

type Cell = { proposalId: string; criterionId: string }
/** Whether a score may be written: a sheet handed back is open for what it was handed back for, and nothing else. */
export function isOpen(sheet: Sheet | undefined, c: Pick<Criterion, 'id' | 'kind'>, proposalId: string) {
  if (!sheet?.submittedAt) return true
  if (sheet.state === 'submitted') return false
  if (!sheet.returnedFor) return c.kind === 'objective'
  return sheet.returnedFor.some((one: Cell) => one.proposalId === proposalId && one.criterionId === c.id)
}
export function refuseLocked(sheet: Sheet, c: Criterion, proposalId: string) {
  if (sheet.state === 'submitted') throw new Refusal('conflict', 'sheet-locked')
  if (!isOpen(sheet, c, proposalId))
    throw new Refusal('conflict', c.kind === 'subjective' ? 'subjective-locked' : 'cell-locked')
}

/** 先承诺: the hash of one locked sheet, of its points alone: words may still be added where members are far apart. */
export const sheetHash = (sheetId: string, given: readonly Score[]) =>
  hashOf({
    sheetId,
    scores: given
      .filter((s) => s.sheetId === sheetId)
      .map(({ proposalId, criterionId, points, bands }) => ({ proposalId, criterionId, points, bands }))
      .sort((a, b) => (`${a.proposalId}${a.criterionId}` < `${b.proposalId}${b.criterionId}` ? -1 : 1)),
  })

/** 篡改可查: a score that is not what its member locked stops everything, and names whose it is. */
export function refuseAltered(panel: Pick<Panel, 'sheets' | 'seats'>, given: readonly Score[]) {
  const altered = panel.sheets.find((s) => s.hash !== null && s.hash !== sheetHash(s.id, given))
  if (!altered) return
  const n = panel.seats.find((seat) => seat.id === altered.panelSeatId)?.ordinal ?? 0
  throw new Refusal('conflict', 'sheet-altered', { n })
}

import type { Context } from '../../../context.ts'
import { dateOf } from '../../../dates.ts'
import { authorize } from '../../../policy/index.ts'
import { refuseLate } from '../edit-proposal.ts'
import { findPublicCall } from '../find-call.ts'
import type { BudgetKind } from '../sections.ts'
import { overCaps } from './caps.ts'
import { readRows } from './read-rows.ts'

type Sheet = {
  tenderId: string
  rows: ReadonlyArray<readonly string[]>
  kindOf: (words: string) => BudgetKind | undefined
}
/** 试填: what a sheet would make of the budget, or what is wrong with it, row by row; nothing is kept. */
export async function trySheet(ctx: Context, { tenderId, rows, kindOf }: Sheet) {
  const call = await findPublicCall(ctx.db, tenderId)
  authorize(ctx.actor, 'proposal.draft', { ...call, supplierId: ctx.actor.seat?.partyId ?? '' })
  refuseLate(ctx, call)
  const { lines, faults, total } = readRows(rows, kindOf)
  const caps = await overCaps(ctx.db, { price: total, lines }, dateOf(ctx.clock.now()))
  return {
    lines,
    faults,
    total,
    ceiling: call.ceiling,
    over: total > call.ceiling,
    caps: caps.filter((cap) => cap.refuses),
  }
}

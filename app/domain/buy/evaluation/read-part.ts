import type { Context } from '../../context.ts'
import { Refusal } from '../../refusal.ts'
import { scoresOf } from './find-panel.ts'
import { masked } from './masked.ts'
import { bodyOf, stillIn } from './opened.ts'
import { factsOf, giveaways, reading } from './reading.ts'
import { isJudged, isOpen } from './sheets.ts'

/** One part of one proposal beside the criterion it is judged by, and the member's own score of it. */
export async function readPart(ctx: Context, tenderId: string, proposalId: string, code: string) {
  const { panel, mine, call, all } = await reading(ctx, tenderId)
  const valid = stillIn(all)
  const p = valid.find((one) => one.id === proposalId)
  const criterion = call.criteria.find((c) => c.code === code && c.kind !== 'formula')
  if (!p || !criterion) throw new Refusal('missing', 'criterion-missing')
  const names = await giveaways(ctx, all)
  const own = (await scoresOf(ctx.db, tenderId)).filter((s) => s.seatId === mine.id)
  const sheet = panel.sheets.find((s) => s.panelSeatId === mine.id)
  return {
    call,
    criterion,
    facts: factsOf(panel, p, names, ctx.clock.now()),
    words: masked(bodyOf(p).plan[code] ?? '', names),
    mine: own.find((s) => s.proposalId === proposalId && s.criterionId === criterion.id) ?? null,
    own: own
      .filter((s) => s.proposalId === proposalId)
      .map(({ criterionId, points }) => ({ criterionId, points })),
    proposals: valid.map(({ id, alias }) => ({ id, alias: alias! })),
    size: panel.seats.length,
    submitted: panel.sheets.filter((s) => s.state === 'submitted').length,
    declaredAt: mine.declaredAt,
    locked: !isOpen(sheet, criterion, p.id),
  }
}

/** 横向比较: what every proposal says under one criterion, side by side, and the member's own score of each. */
export async function readColumn(ctx: Context, tenderId: string, code: string) {
  const { panel, mine, call, all } = await reading(ctx, tenderId)
  const valid = stillIn(all)
  const criterion = call.criteria.find((c) => c.code === code && isJudged(c))
  if (!criterion || valid.length === 0) throw new Refusal('missing', 'criterion-missing')
  const names = await giveaways(ctx, all)
  const own = (await scoresOf(ctx.db, tenderId)).filter((s) => s.seatId === mine.id)
  const sheet = panel.sheets.find((s) => s.panelSeatId === mine.id)
  return {
    call,
    criterion,
    columns: valid.map((p) => ({
      facts: factsOf(panel, p, names, ctx.clock.now()),
      words: masked(bodyOf(p).plan[code] ?? '', names),
      mine: own.find((s) => s.proposalId === p.id && s.criterionId === criterion.id) ?? null,
      locked: !isOpen(sheet, criterion, p.id),
    })),
    steps: call.criteria.filter(isJudged).map(({ id, code, name, max }) => {
      return { id, code, name, max, given: own.filter((s) => s.criterionId === id).length }
    }),
  }
}

import { and, eq } from 'drizzle-orm'
import { scoreSheets, scores } from '#db/schema/index.ts'
import type { Reader, Tx } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { record } from '../../journal.ts'
import { move } from '../../move.ts'
import { authorize } from '../../policy/index.ts'
import { Refusal } from '../../refusal.ts'
import { differences, wideSpreads } from './differences.ts'
import {
  findPanel,
  ownSeat,
  type Panel,
  refuseOver,
  refuseUnread,
  type Score,
  scoresOf,
} from './find-panel.ts'
import type { Explanation, ScoreWords } from './forms.ts'
import { openedOf, stillIn } from './opened.ts'
import { type Criterion, pointsOf } from './points.ts'
import { scoreSheet as machine } from './sheet-machine.ts'
import { mayScore } from './verdicts.ts'

type Sheet = typeof scoreSheets.$inferSelect
const isJudged = (c: Criterion) => c.kind !== 'formula'

async function sheetOf(tx: Tx, panel: Panel, seatId: string): Promise<Sheet> {
  const found = panel.sheets.find((s) => s.panelSeatId === seatId)
  if (found) return found
  const fresh = { panelSeatId: seatId, tenderId: panel.call.id, state: 'draft' as const }
  const [made] = await tx.insert(scoreSheets).values(fresh).returning()
  return made!
}

async function ownPanel(db: Reader, ctx: Context, tenderId: string) {
  const panel = await findPanel(db, tenderId)
  const mine = ownSeat(panel, ctx)
  authorize(ctx.actor, 'scoreSheet.draft', mine)
  refuseUnread(panel)
  refuseOver(panel)
  const all = await openedOf(db, tenderId)
  if (!(await mayScore(db, panel, all))) throw new Refusal('conflict', 'qualification-first')
  return { panel, mine, valid: stillIn(all) }
}

function refuseLocked(sheet: Sheet, c: Criterion) {
  if (sheet.state === 'submitted') throw new Refusal('conflict', 'sheet-locked')
  // A sheet handed back is handed back for its facts; what each member judged alone stays.
  if (sheet.submittedAt && c.kind === 'subjective') throw new Refusal('conflict', 'subjective-locked')
}

type OneScore = ScoreWords & { tenderId: string; proposalId: string; criterionId: string }
/** 独立打分: a member's own points for one criterion of one proposal; nobody else sees them before all have locked. */
export const saveScore = (ctx: Context, { tenderId, proposalId, criterionId, ...words }: OneScore) =>
  ctx.transact(async (tx) => {
    const { panel, mine, valid } = await ownPanel(tx, ctx, tenderId)
    const c = panel.call.criteria.find((one) => one.id === criterionId)
    if (!c || !isJudged(c) || !valid.some((p) => p.id === proposalId))
      throw new Refusal('missing', 'criterion-missing')
    const sheet = await sheetOf(tx, panel, mine.id)
    refuseLocked(sheet, c)
    const given = { ...pointsOf(c, words), comment: words.comment ?? null }
    await tx
      .insert(scores)
      .values({ sheetId: sheet.id, proposalId, criterionId, ...given })
      .onConflictDoUpdate({ target: [scores.sheetId, scores.proposalId, scores.criterionId], set: given })
    return { id: tenderId, proposalId, criterionId }
  })

/** What is still without points on one sheet, in the order of reading. */
export const unscored = (
  valid: ReadonlyArray<{ id: string }>,
  judged: readonly Criterion[],
  own: readonly Score[],
) =>
  valid.flatMap((p) =>
    judged
      .filter((c) => !own.some((s) => s.proposalId === p.id && s.criterionId === c.id))
      .map((c) => ({ proposalId: p.id, criterionId: c.id })),
  )

/** 提交并锁定: neither the member nor anyone else changes it after this. */
export const submitSheet = (ctx: Context, { tenderId }: { tenderId: string }) =>
  ctx.transact(async (tx) => {
    const { panel, mine, valid } = await ownPanel(tx, ctx, tenderId)
    authorize(ctx.actor, 'scoreSheet.submit', mine)
    const sheet = await sheetOf(tx, panel, mine.id)
    const own = (await scoresOf(tx, tenderId)).filter((s) => s.sheetId === sheet.id)
    const left = unscored(valid, panel.call.criteria.filter(isJudged), own)
    if (left.length > 0) throw new Refusal('conflict', 'sheet-incomplete', { n: left.length })
    await move(tx, scoreSheets, machine, sheet, 'submit', { submittedAt: ctx.clock.now() })
    await record(tx, ctx, 'scoreSheet.submit', { subject: tenderId }, { ordinal: mine.ordinal })
    return { id: tenderId }
  })

async function lockedPanel(tx: Tx, ctx: Context, tenderId: string) {
  const own = await ownPanel(tx, ctx, tenderId)
  if (!own.panel.locked) throw new Refusal('conflict', 'sheets-not-all-in')
  const given = await scoresOf(tx, tenderId)
  return { ...own, given }
}

/** 客观分不一致: a member takes his own sheet back to look the fact up again; his judgements stay locked. */
export const returnSheet = (ctx: Context, { tenderId }: { tenderId: string }) =>
  ctx.transact(async (tx) => {
    const panel = await findPanel(tx, tenderId)
    const mine = ownSeat(panel, ctx)
    authorize(ctx.actor, 'scoreSheet.return', mine)
    refuseOver(panel)
    const valid = stillIn(await openedOf(tx, tenderId))
    const differ = differences(panel.call.criteria, valid, await scoresOf(tx, tenderId))
    if (differ.length === 0) throw new Refusal('conflict', 'no-fact-differs')
    const sheet = panel.sheets.find((s) => s.panelSeatId === mine.id)
    if (!sheet) throw new Refusal('conflict', 'sheets-not-all-in')
    await move(tx, scoreSheets, machine, sheet, 'return')
    await record(tx, ctx, 'scoreSheet.return', { subject: tenderId }, { ordinal: mine.ordinal })
    return { id: tenderId }
  })

/** Words for a score far from the others; the points do not move. */
export const explainScore = (
  ctx: Context,
  { tenderId, proposalId, criterionId, comment }: Explanation & { tenderId: string },
) =>
  ctx.transact(async (tx) => {
    const { panel, mine, valid, given } = await lockedPanel(tx, ctx, tenderId)
    const wide = await wideSpreads(tx, panel.call, valid, given)
    const sheet = panel.sheets.find((s) => s.panelSeatId === mine.id)!
    if (!wide.some((w) => w.proposalId === proposalId && w.criterionId === criterionId))
      throw new Refusal('invalid', 'spread-is-narrow')
    await tx
      .update(scores)
      .set({ comment })
      .where(
        and(
          eq(scores.sheetId, sheet.id),
          eq(scores.proposalId, proposalId),
          eq(scores.criterionId, criterionId),
        ),
      )
    return { id: tenderId }
  })

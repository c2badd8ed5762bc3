import { and, eq } from 'drizzle-orm'
import { scoreChanges, scoreSheets, scores } from '#db/schema/index.ts'
import type { Tx } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { record } from '../../journal.ts'
import { move } from '../../move.ts'
import { authorize } from '../../policy/index.ts'
import { Refusal } from '../../refusal.ts'
import { wideSpreads } from './differences.ts'
import { type Score, scoresOf } from './find-panel.ts'
import type { Column, Explanation, ScoreWords } from './forms.ts'
import { type Criterion, pointsOf } from './points.ts'
import { scoreSheet as machine } from './sheet-machine.ts'
import {
  isJudged,
  isOpen,
  ownPanel,
  refuseAltered,
  refuseLocked,
  type Sheet,
  sheetHash,
  sheetOf,
} from './sheets.ts'

type Own = Awaited<ReturnType<typeof ownPanel>>
/** What a locked score was, beside what it becomes. */
async function keepChange(
  tx: Tx,
  ctx: Context,
  { panel }: Own,
  sheet: Sheet,
  now: Omit<Score, 'id' | 'seatId'>,
) {
  if (!sheet.submittedAt || !sheet.returnGround) return
  const [was] = await tx
    .select()
    .from(scores)
    .where(
      and(
        eq(scores.sheetId, sheet.id),
        eq(scores.proposalId, now.proposalId),
        eq(scores.criterionId, now.criterionId),
      ),
    )
  if (!was || was.points === now.points) return
  const { proposalId, criterionId } = now
  const change = { proposalId, criterionId, was: was.points, now: now.points, at: ctx.clock.now() }
  const ground = sheet.returnGround as typeof scoreChanges.$inferInsert.ground
  await tx.insert(scoreChanges).values({ ...change, tenderId: panel.call.id, sheetId: sheet.id, ground })
}

type Cell = { proposalId: string; criterion: Criterion; words: ScoreWords }
async function writeScore(tx: Tx, ctx: Context, own: Own & { sheet: Sheet }, cell: Cell) {
  const { proposalId, criterion, words } = cell
  const { sheet } = own
  if (!own.valid.some((p) => p.id === proposalId)) throw new Refusal('missing', 'criterion-missing')
  refuseLocked(sheet, criterion, proposalId)
  const given = { ...pointsOf(criterion, words), comment: words.comment ?? null }
  const row = { sheetId: sheet.id, proposalId, criterionId: criterion.id, ...given }
  await keepChange(tx, ctx, own, sheet, row)
  await tx
    .insert(scores)
    .values(row)
    .onConflictDoUpdate({ target: [scores.sheetId, scores.proposalId, scores.criterionId], set: given })
}
const judgedOf = ({ panel }: Own, fits: (c: Criterion) => boolean): Criterion => {
  const found = panel.call.criteria.find((c) => isJudged(c) && fits(c))
  if (!found) throw new Refusal('missing', 'criterion-missing')
  return found
}

type OneScore = ScoreWords & { tenderId: string; proposalId: string; criterionId: string }
/** 独立打分: a member's own points for one criterion of one proposal; nobody else sees them before all have locked. */
export const saveScore = (ctx: Context, { tenderId, proposalId, criterionId, ...words }: OneScore) =>
  ctx.transact(async (tx) => {
    const own = await ownPanel(tx, ctx, tenderId)
    const criterion = judgedOf(own, (c) => c.id === criterionId)
    const sheet = await sheetOf(tx, own.panel, own.mine.id)
    await writeScore(tx, ctx, { ...own, sheet }, { proposalId, criterion, words })
    return { id: tenderId, proposalId, criterionId }
  })

const isGiven = ({ bands, points }: ScoreWords) => points !== undefined || Boolean(bands?.length)
/** 横向打分: one criterion of every proposal at once; what is left blank, or is locked, stays as it was. */
export const saveColumn = (
  ctx: Context,
  { tenderId, code, scores: typed }: Column & { tenderId: string; code: string },
) =>
  ctx.transact(async (tx) => {
    const own = await ownPanel(tx, ctx, tenderId)
    const criterion = judgedOf(own, (c) => c.code === code)
    const sheet = await sheetOf(tx, own.panel, own.mine.id)
    const open = typed.filter((one) => isOpen(sheet, criterion, one.proposalId))
    if (open.length === 0) throw new Refusal('conflict', 'sheet-locked')
    for (const { proposalId, ...words } of open.filter(isGiven))
      await writeScore(tx, ctx, { ...own, sheet }, { proposalId, criterion, words })
    return { id: tenderId, code }
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

/** 提交并锁定: neither the member nor anyone else changes it after this; its hash is taken before others are seen. */
export const submitSheet = (ctx: Context, { tenderId }: { tenderId: string }) =>
  ctx.transact(async (tx) => {
    const { panel, mine, valid } = await ownPanel(tx, ctx, tenderId)
    authorize(ctx.actor, 'scoreSheet.submit', mine)
    const sheet = await sheetOf(tx, panel, mine.id)
    const own = (await scoresOf(tx, tenderId)).filter((s) => s.sheetId === sheet.id)
    const left = unscored(valid, panel.call.criteria.filter(isJudged), own)
    if (left.length > 0) throw new Refusal('conflict', 'sheet-incomplete', { n: left.length })
    const hash = sheetHash(sheet.id, own)
    await move(tx, scoreSheets, machine, sheet, 'submit', { submittedAt: ctx.clock.now(), hash })
    await record(tx, ctx, 'scoreSheet.submit', { subject: tenderId }, { ordinal: mine.ordinal, hash })
    return { id: tenderId }
  })

/** Words for a score far from the others; the points do not move. */
export const explainScore = (
  ctx: Context,
  { tenderId, proposalId, criterionId, comment }: Explanation & { tenderId: string },
) =>
  ctx.transact(async (tx) => {
    const { panel, mine, valid } = await ownPanel(tx, ctx, tenderId)
    if (!panel.locked) throw new Refusal('conflict', 'sheets-not-all-in')
    const given = await scoresOf(tx, tenderId)
    refuseAltered(panel, given)
    const wide = await wideSpreads(tx, panel.call, valid, given)
    const sheet = panel.sheets.find((s) => s.panelSeatId === mine.id)!
    if (!wide.some((w) => w.proposalId === proposalId && w.criterionId === criterionId))
      throw new Refusal('invalid', 'spread-is-narrow')
    const cell = [eq(scores.proposalId, proposalId), eq(scores.criterionId, criterionId)]
    await tx
      .update(scores)
      .set({ comment })
      .where(and(eq(scores.sheetId, sheet.id), ...cell))
    return { id: tenderId }
  })

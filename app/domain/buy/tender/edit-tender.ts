import { and, eq } from 'drizzle-orm'
import { criteria, tenders } from '#db/schema/index.ts'
import type { Context } from '../../context.ts'
import { record } from '../../journal.ts'
import { authorize } from '../../policy/index.ts'
import { Refusal } from '../../refusal.ts'
import { checkCriteria } from './check-criteria.ts'
import { checkWords, putCriteria } from './draft-tender.ts'
import { findTender, type TenderFacts } from './find-tender.ts'
import type { CriteriaRows, TenderWords } from './forms.ts'
import { itemsOf, refuseScoredAgain } from './qualification-items.ts'
import { type Criterion, usualLevels } from './score-templates-data.ts'
import { writtenTender } from './written-tender.ts'

/** What has been given to review is not changed any more. */
export const stillDraft = (was: TenderFacts) => {
  if (was.state !== 'draft') throw new Refusal('conflict', 'tender-not-draft')
}

/** Changes the words of a tender nobody has reviewed yet. */
export const editTender = (ctx: Context, { tenderId, ...words }: TenderWords & { tenderId: string }) =>
  ctx.transact(async (tx) => {
    const was = await findTender(tx, tenderId)
    authorize(ctx.actor, 'tender.edit', was)
    stillDraft(was)
    checkWords(words, was.plan.amount)
    await tx
      .update(tenders)
      .set(writtenTender(ctx, words, was.method.code, was))
      .where(and(eq(tenders.id, tenderId), eq(tenders.state, 'draft')))
    await record(tx, ctx, 'tender.edit', { subject: tenderId, threadId: was.planId })
    return { id: tenderId }
  })

const bandsOf = (bands: CriteriaRows[number]['bands']) => {
  const given = Object.entries(bands ?? {}).filter(([, points]) => points !== undefined) as [string, number][]
  return given.length > 0 ? Object.fromEntries(given) : null
}
/** What each band asks: as typed, else as it is usually put. */
const levelsOf = ({ bands, levels }: CriteriaRows[number]) =>
  Object.fromEntries(
    Object.keys(bandsOf(bands) ?? {}).map((band) => [band, levels?.[band as 'A'] || usualLevels[band] || '']),
  )
/** What was typed as criteria; a row without a name is left out. */
export const asCriteria = (rows: CriteriaRows): Criterion[] =>
  rows
    .filter((row) => row.name)
    .map((row, at) => ({
      code: row.code ?? (row.kind === 'formula' ? 'PRICE' : `C${at + 1}`),
      name: row.name!,
      kind: row.kind,
      max: row.max ?? 0,
      items: row.kind === 'subjective' ? row.items : 1,
      bands: row.kind === 'subjective' ? bandsOf(row.bands) : null,
      levels: row.kind === 'subjective' ? levelsOf(row) : null,
      guidance: row.guidance ?? '',
    }))

/** 评分表: every factor with its points, fixed from publication on. */
export const setCriteria = (
  ctx: Context,
  { tenderId, criteria: rows }: { tenderId: string; criteria: CriteriaRows },
) =>
  ctx.transact(async (tx) => {
    const was = await findTender(tx, tenderId)
    authorize(ctx.actor, 'tender.edit', was)
    stillDraft(was)
    const sheet = asCriteria(rows)
    checkCriteria(sheet, was.method)
    refuseScoredAgain(was.qualificationItems ?? itemsOf(was.qualification), sheet)
    await tx.delete(criteria).where(eq(criteria.tenderId, tenderId))
    await putCriteria(tx, tenderId, sheet)
    await record(
      tx,
      ctx,
      'tender.score',
      { subject: tenderId, threadId: was.planId },
      { items: sheet.length },
    )
    return { id: tenderId }
  })

import { eq } from 'drizzle-orm'
import type { z } from 'zod'
import { criteria } from '#db/schema/index.ts'
import type { Tx } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { authorize } from '../../policy/index.ts'
import { Refusal } from '../../refusal.ts'
import { checkCriteria } from './check-criteria.ts'
import { putAmendment } from './draft-amendment.ts'
import { putCriteria } from './draft-tender.ts'
import { asCriteria } from './edit-tender.ts'
import { findTender, type TenderFacts } from './find-tender.ts'
import type { criteriaChangeForm } from './forms.ts'
import { itemsOf, refuseScoredAgain } from './qualification-items.ts'
import type { Criterion } from './score-templates-data.ts'

const bandWords = ({ bands, levels }: Criterion) =>
  Object.entries(bands ?? {})
    .map(([band, points]) => `${band} ${points} ${levels?.[band] ?? ''}`.trim())
    .join('; ')

/** A score sheet as words, one factor a line: what two versions of it are compared by. */
export const sheetWords = (sheet: readonly Criterion[]) =>
  sheet
    .map((c) =>
      [`${c.name} ${c.max}`, c.items > 1 ? `× ${c.items}` : '', bandWords(c), c.guidance]
        .filter(Boolean)
        .join(' | '),
    )
    .join('\n')

function checkSheet(tender: TenderFacts, sheet: readonly Criterion[]) {
  checkCriteria(sheet, tender.method)
  refuseScoredAgain(tender.qualificationItems ?? itemsOf(tender.qualification), sheet)
}

type Change = z.output<typeof criteriaChangeForm> & { tenderId: string }
/** 更正评分表: always material; bounds and forbidden factors are checked as when the sheet was first written. */
export const draftCriteriaChange = (
  ctx: Context,
  { tenderId, criteria: rows, reason, newDeadline }: Change,
) =>
  ctx.transact(async (tx) => {
    const tender = await findTender(tx, tenderId)
    authorize(ctx.actor, 'amendment.draft', tender)
    const sheet = asCriteria(rows)
    checkSheet(tender, sheet)
    const [was, now] = [sheetWords(tender.criteria), sheetWords(sheet)]
    if (was === now) throw new Refusal('invalid', 'amendment-changes-nothing')
    if (newDeadline && newDeadline <= tender.deadline) throw new Refusal('invalid', 'deadline-only-later')
    const change = { was, now, sheet, material: true, newDeadline: newDeadline ?? null }
    return putAmendment(tx, ctx, tender, { ...change, field: 'criteria', reason })
  })

type Published = { was: string; sheet: unknown }
/** With the amendment the new sheet takes the place of the very one it was written against. */
export async function swapCriteria(tx: Tx, tender: TenderFacts, { was, sheet }: Published) {
  const next = sheet as Criterion[] | null
  if (!next || sheetWords(tender.criteria) !== was) throw new Refusal('conflict', 'moved-meanwhile')
  checkSheet(tender, next)
  await tx.delete(criteria).where(eq(criteria.tenderId, tender.id))
  await putCriteria(tx, tender.id, next)
}

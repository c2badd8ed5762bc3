import { asc, eq } from 'drizzle-orm'
import { type criteria, planLines } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import type { Process } from './find-process.ts'
import { labels } from './labels-data.ts'
import { type Json, known, moneyOf } from './words.ts'

type Criterion = typeof criteria.$inferSelect

/** What is bought, line by line where the plan has lines, else as one. */
export async function itemsOf(db: Reader, { plan, needs }: Process): Promise<Json[]> {
  const category = needs[0]?.category
  const classification = category && { scheme: 'SANSHE-CATEGORY', id: category }
  const lines = await db
    .select()
    .from(planLines)
    .where(eq(planLines.planId, plan.id))
    .orderBy(asc(planLines.ordinal))
  if (lines.length === 0)
    return [known({ id: '1', description: `${plan.title}（${plan.quantity}）`, classification })]
  return lines.map((l) =>
    known({
      id: String(l.ordinal),
      description: l.item,
      classification,
      quantity: l.quantity,
      unit: { name: l.unit, value: moneyOf(l.unitPrice) },
    }),
  )
}

/** 评审标准, each with the most points it may bring. */
export function criteriaOf(rows: readonly Criterion[]) {
  const formulaOnly = rows.length > 0 && rows.every((c) => c.kind === 'formula')
  const priced = rows.some((c) => c.kind === 'formula')
  return {
    awardCriteria: formulaOnly ? 'priceOnly' : priced || rows.length === 0 ? 'ratedCriteria' : 'qualityOnly',
    awardCriteriaDetails: rows.map((c) => `${c.name} ${c.max} ${labels.points}`).join('；') || null,
    criteria: rows.map((c) => ({
      id: c.code,
      title: c.name,
      description: c.guidance,
      requirementGroups: [
        {
          id: `${c.code}-g`,
          requirements: [
            { id: `${c.code}-r`, title: c.name, dataType: 'number', minValue: 0, maxValue: c.max },
          ],
        },
      ],
    })),
  }
}

import { desc, eq } from 'drizzle-orm'
import { tenders } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import { sheetWords } from './change-criteria.ts'
import { findTender, type TenderFacts } from './find-tender.ts'
import { paymentWords } from './payment-templates.ts'
import { withPieces } from './word-diff.ts'

const textOf = (t: TenderFacts): Record<string, string> => ({
  title: t.title,
  requirement: t.requirement,
  qualification: t.qualification.join('\n'),
  indicators: t.indicators.map((i) => `${i.name} ${i.target} ${i.unit}`).join('\n'),
  ceiling: String(t.ceiling),
  payment: paymentWords(t.paymentTemplate),
  acceptance: t.acceptancePlan ?? '',
  criteria: sheetWords(t.criteria),
})

/** 重新采购: what is not as it was in the tender that was ended or failed, field by field. */
export function changesSince(before: TenderFacts, now: TenderFacts) {
  const [was, is] = [textOf(before), textOf(now)]
  return Object.keys(is)
    .filter((field) => was[field] !== is[field])
    .map((field) => withPieces({ field, was: was[field]!, now: is[field]! }))
}

/** The public tender this one takes the place of, why that one ended, and what was changed since. */
export async function previousOf(db: Reader, now: TenderFacts) {
  if (!now.previousId) return null
  const before = await findTender(db, now.previousId)
  if (!before.publishedAt) return null
  const { id, refNo, title, state, endReason, endGround } = before
  const least = before.method.minProposals
  return { id, refNo, title, state, endReason, endGround, least, changes: changesSince(before, now) }
}

/** The tender that was put out again for this one. */
export async function nextOf(db: Reader, tenderId: string) {
  const later = await db
    .select({ id: tenders.id, refNo: tenders.refNo, title: tenders.title, publishedAt: tenders.publishedAt })
    .from(tenders)
    .where(eq(tenders.previousId, tenderId))
    .orderBy(desc(tenders.createdAt))
  const found = later.find((one) => one.publishedAt !== null)
  return found ? { id: found.id, refNo: found.refNo, title: found.title } : null
}

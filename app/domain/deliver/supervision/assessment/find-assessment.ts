import { and, asc, desc, eq } from 'drizzle-orm'
import { assessmentForms, assessments, assessors } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import type { assessmentKinds } from '#db/vocabulary.ts'
import { Refusal } from '../../../refusal.ts'
import { type ContractFacts, findContract } from '../../contract/find-contract.ts'

export type Assessor = typeof assessors.$inferSelect
export type AssessmentForm = typeof assessmentForms.$inferSelect
export type AssessmentFacts = typeof assessments.$inferSelect & {
  contract: ContractFacts
  form: AssessmentForm
  /** Everyone ever drawn, in order; who recused himself stays on the list. */
  seats: Assessor[]
}

/** One evaluation with its contract, its sheet and its assessors. */
export async function findAssessment(db: Reader, id: string): Promise<AssessmentFacts> {
  const [found] = await db
    .select({ of: assessments, form: assessmentForms })
    .from(assessments)
    .innerJoin(assessmentForms, eq(assessmentForms.id, assessments.formId))
    .where(eq(assessments.id, id))
  if (!found) throw new Refusal('missing', 'assessment-missing')
  const seats = await db
    .select()
    .from(assessors)
    .where(eq(assessors.assessmentId, id))
    .orderBy(asc(assessors.ordinal))
  return {
    ...found.of,
    form: found.form,
    seats,
    contract: await findContract(db, found.of.contractId),
  }
}

/** The sheet in force for a kind on a date. */
export async function sheetOf(db: Reader, kind: (typeof assessmentKinds)[number]): Promise<AssessmentForm> {
  const [form] = await db
    .select()
    .from(assessmentForms)
    .where(eq(assessmentForms.kind, kind))
    .orderBy(desc(assessmentForms.version))
    .limit(1)
  if (!form) throw new Refusal('missing', 'assessment-sheet-missing')
  return form
}

/** The evaluations of a contract, newest first. */
export const assessmentsOf = (db: Reader, contractId: string) =>
  db
    .select()
    .from(assessments)
    .where(eq(assessments.contractId, contractId))
    .orderBy(desc(assessments.openedAt))

/** The grade a contract was last given, if any was published. */
export async function lastGrade(db: Reader, contractId: string): Promise<string | null> {
  const [last] = await db
    .select({ grade: assessments.grade })
    .from(assessments)
    .where(and(eq(assessments.contractId, contractId), eq(assessments.state, 'published')))
    .orderBy(desc(assessments.publishedAt))
    .limit(1)
  return last?.grade ?? null
}

/** Who holds no place on it any more: recused, or replaced by another. */
export const hasLeft = ({ state }: Pick<Assessor, 'state'>) => state === 'recused' || state === 'replaced'

/** A person's own place on it, if he still holds one. */
export function ownPlace({ seats }: AssessmentFacts, personId: string | null): Assessor {
  const mine = seats.find((s) => s.personId === personId && !hasLeft(s))
  if (!mine) throw new Refusal('forbidden', 'not-an-assessor')
  return mine
}

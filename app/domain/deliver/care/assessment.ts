import type { CareLevel, CareQuestion } from '#db/schema/index.ts'
import { Refusal } from '../../refusal.ts'

/** The points of a form that is answered whole; each answer reads `CODE=value`. */
export function pointsOf(questions: readonly CareQuestion[], answers: readonly string[]): number {
  const given = new Map(answers.map((one) => one.split('=', 2) as [string, string]))
  const points = questions.map(
    ({ code, options }) => options.find((option) => option.value === given.get(code))?.points,
  )
  if (points.some((n) => n === undefined) || given.size !== questions.length)
    throw new Refusal('invalid', 'care-form-unanswered')
  return points.reduce<number>((all, n) => all + n!, 0)
}

/** The highest level these points reach; null: she needs no care from the place. */
export const levelAt = (levels: readonly CareLevel[], points: number): CareLevel | null =>
  levels
    .filter((level) => points >= level.from)
    .toSorted((a, b) => b.from - a.from)
    .at(0) ?? null

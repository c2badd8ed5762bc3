import { sha256 } from '#app/ports/vault.ts'
import type { TemplateClause } from '#db/schema/index.ts'
import { Refusal } from '../../../refusal.ts'
import { sumsInWords } from '../templates-data.ts'

/** What the award, or a figure of the district, puts into a contract: nobody types it. */
export const placeholders = [
  'title',
  'requirement',
  'from',
  'to',
  'indicators',
  'withholdBelow',
  'price',
  'capitals',
  'milestones',
  'acceptanceDays',
  'satisfactionMin',
  'core',
] as const

/** Whether words name a sum of money, beside the marks in them. */
export const typesMoney = (words: string) => sumsInWords.test(words.replaceAll(/\{\{\w+\}\}/g, ''))

const named = (words: string) => [...words.matchAll(/\{\{(.*?)\}\}/g)].map(([, name = '']) => name)

/** A template says every figure through its mark, none by hand, knows every mark, and heads each clause but once. */
export function keepTemplateLaw(clauses: readonly TemplateClause[]) {
  const marks = clauses.flatMap(({ words }) => named(words))
  const unknown = marks.find((mark) => !placeholders.some((known) => known === mark))
  if (unknown !== undefined) throw new Refusal('invalid', 'contract-template-mark-unknown', { mark: unknown })
  const everywhere = clauses.filter(({ routes }) => !routes).flatMap(({ words }) => named(words))
  const missing = placeholders.filter((mark) => !everywhere.includes(mark))
  if (missing.length > 0)
    throw new Refusal('invalid', 'contract-template-mark-missing', { marks: missing.join(' ') })
  if (clauses.some(({ words }) => typesMoney(words)))
    throw new Refusal('invalid', 'contract-template-types-money')
  const headings = clauses.map(({ heading }) => heading)
  if (new Set(headings).size < headings.length)
    throw new Refusal('invalid', 'contract-template-heading-twice')
}

/** The fingerprint of a version's text. */
export const templateHash = (clauses: readonly TemplateClause[]) =>
  sha256(JSON.stringify(clauses.map(({ heading, words, routes }) => [heading, words, routes ?? null])))

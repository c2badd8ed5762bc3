import type { BallotKind } from './election.ts'
import { decimalOf } from './pb-cells.ts'
import { fault, type PbFault } from './pb-lines.ts'

export type Meta = Map<string, { value: string; line: number }>

/** What a count takes from META. Amounts stay words until the finest of all amounts is known. */
export type Settings = {
  kind: BallotKind
  one: boolean
  budget: { words: string; line: number }
  projects: number
  votes: number
  maxLength: number | null
  threshold: number
}

const kinds: Record<string, BallotKind> = {
  approval: 'approval',
  'choose-1': 'approval',
  ordinal: 'ordinal',
  cumulative: 'points',
  scoring: 'points',
}
const isFault = (found: unknown): found is PbFault =>
  typeof found === 'object' && found !== null && 'key' in found

/** The value of a key; Pabulib writes “none” where there is none. */
const given = (meta: Meta, key: string) => {
  const found = meta.get(key)
  return found && !/^(none)?$/i.test(found.value) ? found : null
}

function wholeNumber(meta: Meta, key: string): number | PbFault | null {
  const found = given(meta, key)
  if (!found) return null
  const number = /^\d{1,9}$/.test(found.value) ? Number(found.value) : Number.NaN
  return Number.isNaN(number)
    ? fault('pb-number', found.line, { what: key, words: shown(found.value) })
    : number
}

function decimal(meta: Meta, key: string): number | PbFault {
  const found = given(meta, key)
  if (!found) return 0
  const read = decimalOf(found.value)
  return typeof read === 'string'
    ? fault(read === 'huge' ? 'pb-huge' : 'pb-number', found.line, { what: key, words: shown(found.value) })
    : Number(`${read.whole}.${read.part || '0'}`)
}

/** A few of the words a file held, for a message. */
export const shown = (words: string) => (words.length > 40 ? `${words.slice(0, 40)}…` : words)

/** Checks the keys a count cannot do without; `line` is where META ended. */
export function settingsOf(meta: Meta, line: number): Settings | PbFault {
  for (const key of ['num_projects', 'num_votes', 'budget', 'vote_type'])
    if (!given(meta, key)) return fault('pb-key-missing', line, { key })
  const type = given(meta, 'vote_type')!
  const words = type.value.toLowerCase()
  if (!Object.hasOwn(kinds, words)) return fault('pb-vote-type', type.line, { type: shown(type.value) })
  const byDefault = given(meta, 'default_score')
  if (byDefault && Number(byDefault.value) !== 0) return fault('pb-default-score', byDefault.line)
  const numbers = ['num_projects', 'num_votes', 'max_length'].map((key) => wholeNumber(meta, key))
  const threshold = decimal(meta, 'min_project_score_threshold')
  const wrong = [...numbers, threshold].find(isFault)
  if (wrong) return wrong
  const [projects, votes, maxLength] = numbers as [number, number, number | null]
  const budget = given(meta, 'budget')!
  return {
    kind: kinds[words]!,
    one: words === 'choose-1',
    budget: { words: budget.value, line: budget.line },
    projects,
    votes,
    maxLength: maxLength === 0 ? null : maxLength,
    threshold: threshold as number,
  }
}

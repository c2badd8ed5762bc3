import type { ageBands, rollUnits } from '#db/vocabulary.ts'
import { barredBy, type Eligibility } from './eligible.ts'

type AgeBand = (typeof ageBands)[number]
export type RollLine = {
  label: string
  householdKey: string
  ageBand: AgeBand | null
  phone: string | null
  nonlocal: boolean
  livedMonths: number | null
  representative: string | null
}
/** What is wrong with one line: `roll.<key>` in i18n. */
export type RollFault = {
  line: number
  key:
    | 'columns'
    | 'label'
    | 'household'
    | 'age'
    | 'minor'
    | 'young'
    | 'phone'
    | 'residence'
    | 'lived'
    | 'representative'
    | 'twice'
    | 'household_twice'
}
type Unit = (typeof rollUnits)[number]

const most = 20_000
const usual: Eligibility = { minAge: 18, residence: 'registered_or_living', residenceMonths: 0 }
const cellsOf = (line: string) => (line.includes('\t') ? line.split('\t') : line.split(/[,，]/)).map(bare)
const bare = (cell: string) =>
  cell
    .trim()
    .replace(/^"(.*)"$/, '$1')
    .trim()

const floors: ReadonlyArray<[number, AgeBand]> = [
  [80, '80+'],
  [60, '60-79'],
  [36, '36-59'],
  [18, '18-35'],
  [0, 'under18'],
]
const bandOf = (age: number | null) => (age === null ? null : floors.find(([floor]) => age >= floor)![1])

/** An age, or the youngest of a band, as people write it; undefined when it is neither. */
function ageIn(words: string): number | null | undefined {
  if (words === '') return null
  const [youngest] = words.normalize('NFKC').match(/\d{1,3}/) ?? []
  return youngest === undefined ? undefined : Number(youngest)
}
const phoneIn = (words: string) => {
  const plain = words
    .normalize('NFKC')
    .replace(/[\s-]/g, '')
    .replace(/^\+?86/, '')
  return plain === '' ? null : /^1\d{10}$/.test(plain) ? plain : undefined
}
/** 户籍, 非户籍, either with the months lived here; nothing: registered here. */
function residenceIn(words: string) {
  if (words === '') return { nonlocal: false, livedMonths: null }
  const read = words.normalize('NFKC').match(/^(\u975e?)\u6237\u7c4d\s*(\d{0,4})\D*$/)
  if (!read) return undefined
  return { nonlocal: read[1] !== '', livedMonths: read[2] ? Number(read[2]) : null }
}

function readLine(words: string, rule: Eligibility): RollLine | RollFault['key'] {
  const cells = cellsOf(words)
  if (cells.length < 2 || cells.length > 6) return 'columns'
  const [label = '', householdKey = '', years = '', phone = '', lives = '', representative = ''] = cells
  if (!label || label.length > 40) return 'label'
  if (!householdKey || householdKey.length > 60) return 'household'
  const [age, number, home] = [ageIn(years), phoneIn(phone), residenceIn(lives)]
  if (age === undefined) return 'age'
  if (number === undefined) return 'phone'
  if (home === undefined) return 'residence'
  if (representative.length > 40) return 'representative'
  const bar = barredBy(rule, { age, ...home })
  if (bar) return bar === 'young' && rule.minAge === 18 ? 'minor' : bar
  const named = { label, householdKey, representative: representative || null }
  return { ...named, ageBand: bandOf(age), phone: number, ...home }
}

/**
 * Reads a pasted roll (name, household, age or band, telephone, residence, who speaks for the household), all or nothing:
 * every wrong line is named, and whoever the round's rule does not let vote is one of them.
 */
export function readRoll(
  pasted: string,
  unit: Unit,
  rule: Eligibility = usual,
): { lines: RollLine[]; faults: RollFault[] } {
  const lines: RollLine[] = []
  const faults: RollFault[] = []
  const seen = new Set<string>()
  const rows = pasted
    .split(/\r?\n/)
    .map((words, i) => ({ words, line: i + 1 }))
    .filter(({ words }) => words.trim())
  for (const { words, line } of rows.slice(0, most)) {
    const read = readLine(words, rule)
    if (typeof read === 'string') {
      faults.push({ line, key: read })
      continue
    }
    const who = unit === 'household' ? read.householdKey : `${read.householdKey}\t${read.label}`
    if (seen.has(who)) faults.push({ line, key: unit === 'household' ? 'household_twice' : 'twice' })
    seen.add(who)
    lines.push(read)
  }
  return { lines, faults }
}

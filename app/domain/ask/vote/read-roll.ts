import type { ageBands, rollUnits } from '#db/vocabulary.ts'

type AgeBand = (typeof ageBands)[number]
export type RollLine = { label: string; householdKey: string; ageBand: AgeBand | null; phone: string | null }
/** What is wrong with one line: `roll.<key>` in i18n. */
export type RollFault = {
  line: number
  key: 'columns' | 'label' | 'household' | 'age' | 'minor' | 'phone' | 'twice' | 'household_twice'
}
type Unit = (typeof rollUnits)[number]

const most = 20_000
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
]
/** An age or a band as people write it; undefined when it is neither. */
function ageIn(words: string): AgeBand | 'minor' | null | undefined {
  if (words === '') return null
  const [youngest] = words.normalize('NFKC').match(/\d{1,3}/) ?? []
  if (youngest === undefined) return undefined
  return floors.find(([floor]) => Number(youngest) >= floor)?.[1] ?? 'minor'
}
const phoneIn = (words: string) => {
  const plain = words
    .normalize('NFKC')
    .replace(/[\s-]/g, '')
    .replace(/^\+?86/, '')
  return plain === '' ? null : /^1\d{10}$/.test(plain) ? plain : undefined
}

function readLine(words: string): RollLine | RollFault['key'] {
  const cells = cellsOf(words)
  if (cells.length < 2 || cells.length > 4) return 'columns'
  const [label = '', householdKey = '', age = '', phone = ''] = cells
  if (!label || label.length > 40) return 'label'
  if (!householdKey || householdKey.length > 60) return 'household'
  const [ageBand, number] = [ageIn(age), phoneIn(phone)]
  if (ageBand === undefined) return 'age'
  if (ageBand === 'minor') return 'minor'
  return number === undefined ? 'phone' : { label, householdKey, ageBand, phone: number }
}

/** Reads a pasted roll (name, household, age or band, telephone), all or nothing: every wrong line is named. */
export function readRoll(pasted: string, unit: Unit): { lines: RollLine[]; faults: RollFault[] } {
  const lines: RollLine[] = []
  const faults: RollFault[] = []
  const seen = new Set<string>()
  const rows = pasted
    .split(/\r?\n/)
    .map((words, i) => ({ words, line: i + 1 }))
    .filter(({ words }) => words.trim())
  for (const { words, line } of rows.slice(0, most)) {
    const read = readLine(words)
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

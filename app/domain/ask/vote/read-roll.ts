import type { ageBands, rollUnits } from '#db/vocabulary.ts'
import { barredBy, type Eligibility } from './eligible.ts'
import {
  ageIn,
  bandOf,
  buildingIn,
  cellsOf,
  doorIn,
  gridIn,
  identity,
  isHeading,
  phoneIn,
  type RollGrid,
  residenceIn,
} from './roll-cells.ts'

type AgeBand = (typeof ageBands)[number]
export type RollLine = {
  label: string
  householdKey: string
  ageBand: AgeBand | null
  phone: string | null
  nonlocal: boolean
  livedMonths: number | null
  representative: string | null
  gridId: string | null
  building: string | null
}
/** What is wrong with one line, and so with which column: `roll.fault.<key>` in i18n. */
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
    | 'grid'
    | 'building'
    | 'identity'
    | 'twice'
    | 'household_twice'
    | 'too_many'
}
type Unit = (typeof rollUnits)[number]

/** One round's roll, in one go: more is refused, never cut. */
export const mostRollLines = 20_000
const usual: Eligibility = { minAge: 18, residence: 'registered_or_living', residenceMonths: 0 }
function readLine(
  cells: readonly string[],
  rule: Eligibility,
  grids: readonly RollGrid[],
): RollLine | RollFault['key'] {
  const codes = grids.map((grid) => grid.code)
  if (cells.some((cell) => identity.test(cell) && !codes.includes(cell))) return 'identity'
  if (cells.length < 2 || cells.length > 8) return 'columns'
  const [label = '', door = '', years = '', phone = '', lives = '', representative = ''] = cells
  const householdKey = doorIn(door)
  const [gridId, building] = [gridIn(cells[6] ?? '', grids), buildingIn(cells[7] ?? '', householdKey)]
  if (!label || label.length > 40) return 'label'
  if (!householdKey || householdKey.length > 60) return 'household'
  const [age, number, home] = [ageIn(years), phoneIn(phone), residenceIn(lives)]
  if (age === undefined) return 'age'
  if (number === undefined) return 'phone'
  if (home === undefined) return 'residence'
  if (representative.length > 40) return 'representative'
  if (gridId === undefined) return 'grid'
  if (building && building.length > 40) return 'building'
  const bar = barredBy(rule, { age, ...home })
  if (bar) return bar === 'young' && rule.minAge === 18 ? 'minor' : bar
  const named = { label, householdKey, representative: representative || null, gridId, building }
  return { ...named, ageBand: bandOf(age), phone: number, ...home }
}

/** Who stands on a line, to tell the same again: a household by its door, a person by door and name. */
const voterIn = (unit: Unit, { householdKey, label }: RollLine) =>
  unit === 'household' ? householdKey : `${householdKey}\t${label.replace(/\s/g, '')}`

/**
 * Reads a pasted roll (name, household, age or band, telephone, residence, who speaks for the household, grid, building),
 * all or nothing: every wrong line is named, and whoever the round's rule does not let vote is one of them. A first line of
 * headings is passed over.
 */
export function readRoll(
  pasted: string,
  unit: Unit,
  rule: Eligibility = usual,
  grids: readonly RollGrid[] = [],
): { lines: RollLine[]; faults: RollFault[] } {
  const lines: RollLine[] = []
  const faults: RollFault[] = []
  const seen = new Set<string>()
  const rows = pasted
    .split(/\r?\n/)
    .map((words, i) => ({ words, line: i + 1 }))
    .filter(({ words }) => words.trim())
    .map(({ words, line }) => ({ cells: cellsOf(words), line }))
    .filter(({ cells }, i) => i > 0 || !isHeading(cells))
  const over = rows[mostRollLines]
  if (over) faults.push({ line: over.line, key: 'too_many' })
  for (const { cells, line } of rows.slice(0, mostRollLines)) {
    const read = readLine(cells, rule, grids)
    if (typeof read === 'string') {
      faults.push({ line, key: read })
      continue
    }
    const who = voterIn(unit, read)
    if (seen.has(who)) faults.push({ line, key: unit === 'household' ? 'household_twice' : 'twice' })
    seen.add(who)
    lines.push(read)
  }
  return { lines, faults }
}

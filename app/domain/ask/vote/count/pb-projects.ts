import type { Project } from './election.ts'
import { decimalOf } from './pb-cells.ts'
import { fault, type PbFault } from './pb-lines.ts'
import { type Settings, shown } from './pb-meta.ts'

/** A project as the file words it. */
export type PbProject = { id: string; cost: string; name: string; line: number }

const reading = (words: string, line: number, what: string) => {
  const read = decimalOf(words)
  return typeof read === 'string'
    ? { wrong: fault(read === 'huge' ? 'pb-huge' : 'pb-number', line, { what, words: shown(words) }) }
    : { read }
}

/** One row of PROJECTS; null when it is in order. */
export function takeProject(found: Map<string, PbProject>, row: PbProject): PbFault | null {
  const { id, line } = row
  if (id === '' || id.includes(',')) return fault('pb-project-id', line, { id: shown(id) })
  if (found.has(id)) return fault('pb-project-twice', line, { id: shown(id) })
  const { wrong } = reading(row.cost, line, 'cost')
  if (wrong) return wrong
  found.set(id, row)
  return null
}

/** All amounts in whole units of the finest decimal that occurs among them. */
export function amountsOf(
  settings: Settings,
  found: Map<string, PbProject>,
): { budget: number; scale: number; projects: Project[] } | PbFault {
  const { read: budget, wrong } = reading(settings.budget.words, settings.budget.line, 'budget')
  if (!budget) return wrong
  const rows = [...found.values()].map((row) => ({ row, cost: reading(row.cost, row.line, 'cost').read! }))
  const digits = Math.max(budget.part.length, ...new Set(rows.map(({ cost }) => cost.part.length)))
  const units = ({ whole, part }: typeof budget) => Number(whole + part.padEnd(digits, '0'))
  const huge = (line: number, what: string, words: string) => fault('pb-huge', line, { what, words })
  if (!Number.isSafeInteger(units(budget)))
    return huge(settings.budget.line, 'budget', shown(settings.budget.words))
  const over = rows.find(({ cost }) => !Number.isSafeInteger(units(cost)))
  if (over) return huge(over.row.line, 'cost', shown(over.row.cost))
  const projects = rows.map(({ row, cost }) => ({ id: row.id, cost: units(cost), name: row.name }))
  return { budget: units(budget), scale: 10 ** digits, projects }
}

import { type CellFault, cellsOf } from './pb-cells.ts'
import { fault, type PbFault } from './pb-lines.ts'
import { shown } from './pb-meta.ts'
import { takeProject } from './pb-projects.ts'
import { enter, type Reading, type Section, sections } from './pb-sections.ts'
import { takeVote } from './pb-votes.ts'

const needed: Record<Section, readonly string[]> = {
  meta: ['key', 'value'],
  projects: ['project_id', 'cost'],
  votes: ['voter_id', 'vote'],
}

function takeHeader(now: Reading, cells: string[], line: number): PbFault | null {
  const columns = cells.map((cell) => cell.trim().toLowerCase())
  const wants = [
    ...needed[now.section!],
    ...(now.section === 'votes' && now.settings!.kind === 'points' ? ['points'] : []),
  ]
  const missing = wants.find((column) => !columns.includes(column))
  if (missing)
    return fault('pb-column-missing', line, { section: now.section!.toUpperCase(), column: missing })
  const twice = wants.find((column) => columns.indexOf(column) !== columns.lastIndexOf(column))
  if (twice) return fault('pb-column-twice', line, { column: twice })
  const at = (name: string) => columns.indexOf(name)
  now.columns = {
    count: columns.length,
    id: at('project_id'),
    cost: at('cost'),
    name: at('name'),
    voter: at('voter_id'),
    vote: at('vote'),
    points: at('points'),
  }
  return null
}

function takeRow(now: Reading, cells: string[], line: number): PbFault | null {
  const columns = now.columns!
  if (now.section === 'meta') {
    const key = cells[0]!.trim().toLowerCase()
    if (cells.length < 2) return fault('pb-cells', line, { n: 1, columns: 2 })
    if (now.meta.has(key)) return fault('pb-key-twice', line, { key: shown(key) })
    now.meta.set(key, { value: cells.slice(1).join(';').trim(), line })
    return null
  }
  const more = cells.length > columns.count && cells.slice(columns.count).some((cell) => cell.trim() !== '')
  if (cells.length < columns.count || more)
    return fault('pb-cells', line, { n: cells.length, columns: columns.count })
  if (now.section === 'projects') {
    const [id, cost, name] = [columns.id, columns.cost, columns.name].map((at) => cells[at] ?? '')
    return takeProject(now.rows, { id: id!.trim(), cost: cost!, name: name!, line })
  }
  const row = {
    voter: (cells[columns.voter] ?? '').trim(),
    vote: cells[columns.vote] ?? '',
    points: cells[columns.points] ?? '',
    line,
  }
  return takeVote(now.ballots!, now.places, now.settings!, row)
}

/** Most records are ballots, and begin with a number. */
const mayBeTitle = /^\s*[mpv]/i

/** META, PROJECTS or VOTES alone on a line, in any case; spreadsheets leave “;” behind them. */
function titleOf(words: string): Section | undefined {
  if (words.length > 40 || !mayBeTitle.test(words)) return undefined
  const title = words
    .replace(/[;\s]+$/, '')
    .trimStart()
    .toLowerCase()
  return sections.find((section) => section === title)
}

/** One record: a section's title, its header, or a row of it; null when it is in order. */
export function takeRecord(now: Reading, words: string, line: number): PbFault | null {
  const section = titleOf(words)
  if (section) return enter(now, section, line)
  if (now.section === null) return fault('pb-before-meta', line)
  const cells: string[] | CellFault = cellsOf(words)
  if (cells === 'quote-open') {
    now.open = { words, line, lines: 1 }
    return null
  }
  if (cells === 'quote-trailing') return fault('pb-quote-trailing', line)
  return now.columns === null ? takeHeader(now, cells, line) : takeRow(now, cells, line)
}

import type { Election } from './election.ts'
import { type CellFault, cellsOf } from './pb-cells.ts'
import { fault, lineCutter, type PbFault, type PbLimits, pbLimits } from './pb-lines.ts'
import { shown } from './pb-meta.ts'
import { takeProject } from './pb-projects.ts'
import { close, enter, type Reading, type Section, sections } from './pb-sections.ts'
import { takeVote } from './pb-votes.ts'

/** A file in order: the election, and META as it stands. */
export type PbFile = { ok: true; election: Election; meta: ReadonlyMap<string, string> }
export type PbRead = PbFile | { ok: false; fault: PbFault }

/** A record whose quotes do not close within so many lines has bad quotes. */
const mostLinesOfRecord = 200

const needed: Record<Section, readonly string[]> = {
  meta: ['key', 'value'],
  projects: ['project_id', 'cost'],
  votes: ['voter_id', 'vote'],
}

function takeHeader(now: Reading, cells: string[], line: number): PbFault | null {
  const columns = cells.map((cell) => cell.trim().toLowerCase())
  const wants = [...needed[now.section!], ...(now.section === 'votes' && now.settings!.kind === 'points' ? ['points'] : [])]
  const missing = wants.find((column) => !columns.includes(column))
  if (missing) return fault('pb-column-missing', line, { section: now.section!.toUpperCase(), column: missing })
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
  const cell = (at: number) => cells[at] ?? ''
  if (now.section === 'projects') {
    const [id, cost, name] = [cell(columns.id).trim(), cell(columns.cost), cell(columns.name)]
    return takeProject(now.rows, { id, cost, name, line })
  }
  const row = { voter: cell(columns.voter).trim(), vote: cell(columns.vote), points: cell(columns.points), line }
  return takeVote(now.ballots!, now.places, now.settings!, row)
}

/** META, PROJECTS or VOTES alone on a line, in any case; spreadsheets leave “;” behind them. */
function titleOf(words: string): Section | undefined {
  if (words.length > 40) return undefined
  const title = words.replace(/[;\s]+$/, '').trimStart().toLowerCase()
  return sections.find((section) => section === title)
}

function takeRecord(now: Reading, words: string, line: number): PbFault | null {
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

/** Goes on with a record whose quotes are open; a line without a quote cannot close it. */
function continueOpen(now: Reading, words: string, limits: PbLimits): PbFault | null {
  const { line, lines, words: before } = now.open!
  const record = `${before}\n${words}`
  if (lines >= mostLinesOfRecord || record.length > limits.recordBytes) return fault('pb-quote-open', line)
  now.open = { words: record, line, lines: lines + 1 }
  if (!words.includes('"')) return null
  const cells = cellsOf(record)
  if (cells === 'quote-open') return null
  now.open = null
  return takeRecord(now, record, line)
}

function finish(now: Reading, line: number): PbRead {
  const refused = (found: PbFault): PbRead => ({ ok: false, fault: found })
  if (now.open) return refused(fault('pb-quote-open', now.open.line))
  const missing = sections[now.section === null ? 0 : sections.indexOf(now.section) + 1]
  if (missing) return refused(fault('pb-section-missing', line, { section: missing.toUpperCase() }))
  const [settings, amounts, ballots] = [now.settings!, now.amounts!, now.ballots!] as const
  if (now.columns === null)
    return refused(fault('pb-column-missing', line, { section: 'VOTES', column: 'voter_id' }))
  if (ballots.voters.size !== settings.votes)
    return refused(fault('pb-count-votes', line, { said: settings.votes, found: ballots.voters.size }))
  const { kind, threshold } = settings
  const voters = ballots.voters.size
  const election = { kind, ...amounts, voters, groups: ballots.box.grouped(), threshold, topPoints: ballots.top }
  return { ok: true, election, meta: new Map([...now.meta].map(([key, { value }]) => [key, value])) }
}

const nothingYet = (): Reading => ({
  section: null,
  columns: null,
  meta: new Map(),
  settings: null,
  rows: new Map(),
  amounts: null,
  places: new Map(),
  ballots: null,
  open: null,
})

/**
 * Reads a Pabulib file piece by piece, keeping its ballots grouped and never more than one record of its text;
 * `push` answers false once the file is refused, so that no more need be read.
 */
export function pbReader(limits: PbLimits = pbLimits): {
  push: (chunk: Uint8Array) => boolean
  end: () => PbRead
} {
  const now = nothingYet()
  let wrong: PbFault | null = null
  const cutter = lineCutter((words, line) => {
    if (now.open) return continueOpen(now, words, limits)
    return words.trim() === '' ? null : takeRecord(now, words, line)
  }, limits)
  return {
    push: (chunk) => {
      wrong ??= cutter.push(chunk)
      return wrong === null
    },
    end: () => {
      wrong ??= cutter.end()
      return wrong ? { ok: false, fault: wrong } : finish(now, cutter.lines())
    },
  }
}

/** Reads a whole file at once. */
export function parsePb(bytes: Uint8Array | string, limits: PbLimits = pbLimits): PbRead {
  const reader = pbReader(limits)
  reader.push(typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes)
  return reader.end()
}

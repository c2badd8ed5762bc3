import type { Election } from './election.ts'
import { cellsOf } from './pb-cells.ts'
import { fault, lineCutter, type PbFault, type PbLimits, pbLimits } from './pb-lines.ts'
import { takeRecord } from './pb-records.ts'
import { type Reading, sections } from './pb-sections.ts'

/** A file in order: the election, and META as it stands. */
export type PbFile = { ok: true; election: Election; meta: ReadonlyMap<string, string> }
export type PbRead = PbFile | { ok: false; fault: PbFault }

/** A record whose quotes do not close within so many lines has bad quotes. */
const mostLinesOfRecord = 200

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
  const election = {
    kind,
    ...amounts,
    voters,
    groups: ballots.box.grouped(),
    threshold,
    topPoints: ballots.top,
  }
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
      return wrong ? { ok: false, fault: wrong } : finish(now, Math.max(1, cutter.lines()))
    },
  }
}

/** Reads a whole file at once. */
export function parsePb(bytes: Uint8Array | string, limits: PbLimits = pbLimits): PbRead {
  const reader = pbReader(limits)
  reader.push(typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes)
  return reader.end()
}

import { fault, type PbFault } from './pb-lines.ts'
import { type Meta, type Settings, settingsOf } from './pb-meta.ts'
import { amountsOf, type PbProject } from './pb-projects.ts'
import { type Ballots, emptyBallots } from './pb-votes.ts'

export type Section = 'meta' | 'projects' | 'votes'
export const sections: readonly Section[] = ['meta', 'projects', 'votes']
/** Where the cells a count needs stand in a row; −1 where there is none. */
export type Columns = {
  count: number
  id: number
  cost: number
  name: number
  voter: number
  vote: number
  points: number
}
type Amounts = Exclude<ReturnType<typeof amountsOf>, PbFault>
/** What has been read so far. */
export type Reading = {
  section: Section | null
  columns: Columns | null
  meta: Meta
  settings: Settings | null
  rows: Map<string, PbProject>
  amounts: Amounts | null
  places: Map<string, number>
  ballots: Ballots | null
  /** A record whose quotes are still open. */
  open: { words: string; line: number; lines: number } | null
}
const isFault = (found: object): found is PbFault => 'key' in found

/** Ends what the last section began, before the next one or the end of the file. */
export function close(now: Reading, line: number): PbFault | null {
  if (now.section === 'meta') {
    const settings = settingsOf(now.meta, line)
    if (isFault(settings)) return settings
    now.settings = settings
  }
  if (now.section === 'projects') {
    const { settings, rows } = now
    if (rows.size !== settings!.projects)
      return fault('pb-count-projects', line, { said: settings!.projects, found: rows.size })
    const amounts = amountsOf(settings!, rows)
    if (isFault(amounts)) return amounts
    now.amounts = amounts
    now.places = new Map([...rows.keys()].map((id, place) => [id, place]))
    now.ballots = emptyBallots(rows.size, settings!)
  }
  return null
}

/** A section's title: the one that is due, or the file is refused. */
export function enter(now: Reading, section: Section, line: number): PbFault | null {
  const due = sections[now.section === null ? 0 : sections.indexOf(now.section) + 1]
  if (section !== due)
    return due !== undefined && sections.indexOf(section) > sections.indexOf(due)
      ? fault('pb-section-missing', line, { section: due.toUpperCase() })
      : fault('pb-section-twice', line, { section: section.toUpperCase() })
  const wrong = close(now, line)
  now.section = section
  now.columns = null
  return wrong
}

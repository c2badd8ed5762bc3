import { type BallotBox, ballotBox, mostPoints } from './ballot-box.ts'
import { fault, type PbFault } from './pb-lines.ts'
import { type Settings, shown } from './pb-meta.ts'

/** The ballots of a file as they are read. */
export type Ballots = { box: BallotBox; voters: Set<string>; lastBallot: Float64Array; top: number }

export const emptyBallots = (projects: number, { maxLength }: Settings): Ballots => ({
  box: ballotBox(),
  voters: new Set(),
  lastBallot: new Float64Array(projects),
  top: Math.min(maxLength ?? projects, projects),
})

function pointsOf(cell: string, choices: number, line: number): number[] | PbFault {
  const parts = cell.trim() === '' ? [] : cell.split(',')
  if (parts.length !== choices) return fault('pb-points-count', line, { n: parts.length, choices })
  const points = parts.map((part) => (/^\s*\d{1,7}(\.0+)?\s*$/.test(part) ? Number(part) : Number.NaN))
  const wrong = points.findIndex((p) => !(p <= mostPoints))
  return wrong < 0 ? points : fault('pb-points', line, { words: shown(parts[wrong]!), most: mostPoints })
}

/** Reads the ids of a ballot as numbers of the list; each known, none twice. */
function choicesOf(
  cell: string,
  places: ReadonlyMap<string, number>,
  { lastBallot, voters }: Ballots,
  line: number,
): number[] | PbFault {
  const choices: number[] = []
  if (cell.trim() === '') return choices
  for (const words of cell.split(',')) {
    const place = places.get(words) ?? places.get(words.trim())
    if (place === undefined) return fault('pb-project-unknown', line, { id: shown(words.trim()) })
    if (lastBallot[place] === voters.size) return fault('pb-choice-twice', line, { id: shown(words.trim()) })
    lastBallot[place] = voters.size
    choices.push(place)
  }
  return choices
}

/** One row of VOTES into the box; null when it is in order. */
export function takeVote(
  ballots: Ballots,
  places: ReadonlyMap<string, number>,
  settings: Settings,
  row: { voter: string; vote: string; points: string; line: number },
): PbFault | null {
  const { line, voter } = row
  if (voter === '') return fault('pb-voter-id', line)
  const before = ballots.voters.size
  if (ballots.voters.add(voter).size === before) return fault('pb-voter-twice', line, { id: shown(voter) })
  const choices = choicesOf(row.vote, places, ballots, line)
  if (!Array.isArray(choices)) return choices
  if (settings.one && choices.length > 1) return fault('pb-more-than-one', line)
  if (settings.kind === 'approval') ballots.box.add(choices)
  if (settings.kind === 'ordinal') {
    if (choices.length > ballots.top) return fault('pb-too-many-choices', line, { most: ballots.top })
    ballots.box.add(
      choices,
      choices.map((_, nth) => ballots.top - nth),
    )
  }
  if (settings.kind === 'points') {
    const points = pointsOf(row.points, choices.length, line)
    if (!Array.isArray(points)) return points
    ballots.box.add(choices, points)
  }
  return null
}

import type { Election } from './election.ts'
import { cellWords, decimalWords } from './pb-cells.ts'

/** What a file tells beside the election itself; dates as dd.mm.yyyy. */
export type PbAbout = {
  description: string
  country: string
  unit: string
  instance: string
  rule: string
  dateBegin: string
  dateEnd: string
  currency?: string
  language?: string
  maxLength?: number
  comment?: string
  /** Ids of the funded projects; null before the count. */
  selected: readonly string[] | null
}

const types = { approval: 'approval', ordinal: 'ordinal', points: 'cumulative' } as const

const inOneLine = (words: string) => words.replaceAll(/\s+/g, ' ').trim()
const row = (cells: readonly (string | number)[]) =>
  cells.map((cell) => cellWords(inOneLine(String(cell)))).join(';')

function metaRows(election: Election, about: PbAbout) {
  const money = (units: number) => decimalWords(units, election.scale)
  const rows: [string, string | number | undefined][] = [
    ['description', about.description],
    ['country', about.country],
    ['unit', about.unit],
    ['instance', about.instance],
    ['num_projects', election.projects.length],
    ['num_votes', election.voters],
    ['budget', money(election.budget)],
    ['vote_type', types[election.kind]],
    ['rule', about.rule],
    ['date_begin', about.dateBegin],
    ['date_end', about.dateEnd],
    ['max_length', election.kind === 'ordinal' ? election.topPoints : about.maxLength],
    ['min_project_score_threshold', election.threshold || undefined],
    ['language', about.language],
    ['currency', about.currency],
    ['comment', about.comment && `#1: ${about.comment}`],
  ]
  return rows
    .filter(([, value]) => value !== undefined && value !== '')
    .map((pair) => row(pair as [string, string]))
}

function projectRows({ projects, scale }: Election, selected: PbAbout['selected']) {
  const won = new Set(selected)
  const head = ['project_id', 'cost', 'name', ...(selected ? ['selected'] : [])]
  const rows = projects.map(({ id, cost, name }) => [
    id,
    decimalWords(cost, scale),
    name ?? '',
    ...(selected ? [won.has(id) ? 1 : 0] : []),
  ])
  return [head.join(';'), ...rows.map(row)]
}

/** One row for each voter of a group: ids, and points where ballots carry them. */
function votesOf({ groups, projects, kind }: Election, g: number) {
  const choices = []
  for (let i = groups.start[g]!; i < groups.start[g + 1]!; i++)
    choices.push({ id: projects[groups.choice[i]!]!.id, weight: groups.weight[i]! })
  if (kind === 'ordinal') choices.sort((a, b) => b.weight - a.weight)
  const ids = choices.map(({ id }) => id).join(',')
  return kind === 'points' ? [ids, choices.map(({ weight }) => weight).join(',')] : [ids]
}

/**
 * An election as a Pabulib file. Ballots come out sorted and numbered anew, so that their order and numbers say
 * nothing of when or by whom they were cast; age, sex and place are not in it.
 */
export function writePb(election: Election, about: PbAbout): string {
  const ballots: string[][] = []
  let named = 0
  for (let g = 0; g < election.groups.size; g++) {
    const cells = votesOf(election, g)
    for (let n = 0; n < election.groups.count[g]!; n++) ballots.push(cells)
    named += election.groups.count[g]!
  }
  for (; named < election.voters; named++) ballots.push(election.kind === 'points' ? ['', ''] : [''])
  const key = (cells: string[]) => cells.join(';')
  ballots.sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0))
  const head = election.kind === 'points' ? 'voter_id;vote;points' : 'voter_id;vote'
  const lines = ['META', 'key;value', ...metaRows(election, about)]
  lines.push('PROJECTS', ...projectRows(election, about.selected))
  const votes = ballots.map((cells, nth) => row([nth + 1, ...cells]))
  return `${[...lines, 'VOTES', head].concat(votes).join('\n')}\n`
}

import type { SurveyQuestion, SurveyTally } from '#db/schema/ask.ts'
import { answerChannels } from '#db/vocabulary.ts'
import type { Bar, Grid } from './bars.ts'
import type { Survey } from './find-survey.ts'
import type { Cell } from './suppress.ts'
import { suppressTable } from './suppress-table.ts'
import { breakdownsOf } from './tally.ts'

/** Whether one person may mark several options; where he may mark one only, the counts add up to how many answered. */
export const marksSeveral = ({ kind, max }: SurveyQuestion) => kind === 'multiple' && max !== 1

/** One question by one group: `channel`, `grid`, or the id of the question that tells the groups apart. */
export type Breakdown = {
  by: string
  rows: Array<{ label: string; answered: Cell; cells: Cell[] }>
}
type Whole = { channels: Bar[]; grids: Bar[]; questions: Array<{ id: string; bars: Bar[] }> }
type Grouping = { by: string; keys: readonly string[]; labels: readonly string[]; sizes: readonly Bar[] }

const hiddenIn = (some: readonly Bar[]) =>
  new Set(some.flatMap(({ count }, at) => (count === null ? [at] : [])))

/** The groups a question is shown by; a pair of questions is shown one way round only. */
function groupings(
  survey: Pick<Survey, 'questions'>,
  at: number,
  grids: readonly Grid[],
  whole: Whole,
): Grouping[] {
  const question = survey.questions[at]!
  const all = breakdownsOf(survey.questions)
  const mine = all.findIndex(({ id }) => id === question.id)
  const others = all.filter((_, i) => mine < 0 || i < mine)
  const ofGrids = {
    by: 'grid',
    keys: [...grids.map(({ id }) => id), ''],
    labels: [...grids.map(({ name }) => name), ''],
  }
  return [
    { by: 'channel', keys: answerChannels, labels: answerChannels, sizes: whole.channels },
    ...(whole.grids.length > 0 ? [{ ...ofGrids, sizes: whole.grids }] : []),
    ...others.map(({ id }) => {
      const sizes = whole.questions.find((q) => q.id === id)?.bars ?? []
      const labels = sizes.map(({ label }) => label)
      return { by: id, keys: labels, labels, sizes }
    }),
  ]
}

type Groups = Array<{ answered: number; marks: Record<string, number> }>
const countsOf = (groups: Groups, labels: readonly string[]) =>
  groups.map(({ marks }) => labels.map((label) => (Object.hasOwn(marks, label) ? marks[label]! : 0)))

/** Several choices a person: each option against those who did not choose it, a table of its own. */
function choices(groups: Groups, found: readonly Bar[], least: number, must: ReadonlySet<number>) {
  const counts = countsOf(
    groups,
    found.map(({ label }) => label),
  )
  const tables = found.map(({ count }, c) => {
    if (count === null) return null
    const split = groups.map(({ answered }, r) => [counts[r]![c]!, answered - counts[r]![c]!])
    return suppressTable(split, least, must, new Set())
  })
  const sizes = tables.find((table) => table !== null)?.groups
  if (!sizes) return null
  return { groups: sizes, cells: groups.map((_, r) => tables.map((table) => table?.cells[r]?.[0] ?? null)) }
}

function shownBy(
  question: SurveyQuestion,
  found: readonly Bar[],
  tally: SurveyTally,
  least: number,
  g: Grouping,
) {
  const by = tally.questions[question.id]?.by[g.by] ?? {}
  const of = (key: string) => (Object.hasOwn(by, key) ? by[key]! : { answered: 0, marks: {} })
  const there = g.keys.flatMap((key, at) => (of(key).answered > 0 ? [{ at, group: of(key) }] : []))
  if (there.length < 2) return null
  const hidden = hiddenIn(g.sizes)
  const must = new Set(there.flatMap(({ at }, row) => (hidden.has(at) ? [row] : [])))
  const groups = there.map(({ group }) => group)
  const labels = found.map(({ label }) => label)
  const shown = marksSeveral(question)
    ? choices(groups, found, least, must)
    : suppressTable(countsOf(groups, labels), least, must, hiddenIn(found))
  if (!shown) return null
  const rows = there.map(({ at }, r) => ({
    label: g.labels[at]!,
    answered: shown.groups[r]!,
    cells: shown.cells[r]!,
  }))
  return rows.every(({ cells }) => cells.every((cell) => cell === null)) ? null : { by: g.by, rows }
}

/** One question's answers by channel, by grid and by each question that tells groups apart, with nothing in them that can be solved for. */
export function breakDown(
  survey: Pick<Survey, 'questions' | 'minCell'>,
  at: number,
  tally: SurveyTally,
  grids: readonly Grid[],
  whole: Whole,
): Breakdown[] {
  const question = survey.questions[at]!
  const found = whole.questions[at]?.bars ?? []
  if (found.length < 2 || found.every(({ count }) => count === null)) return []
  return groupings(survey, at, grids, whole).flatMap((g) => {
    const shown = shownBy(question, found, tally, survey.minCell, g)
    return shown ? [shown] : []
  })
}

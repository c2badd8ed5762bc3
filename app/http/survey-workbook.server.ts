import { isKey, type Key, translator } from '#app/i18n/index.ts'
import type { Sheet } from '#app/ports/sheet.ts'
import type { readReport } from '#domain/ask/survey/read-report.ts'
import type { takeAnswers } from '#domain/ask/survey/take-answers.ts'

type Reported = Awaited<ReturnType<typeof readReport>>
type Report = NonNullable<Reported['report']>
type Taken = Awaited<ReturnType<typeof takeAnswers>>
const t = translator('zh-CN')
const word = (key: string, plain: string) => (isKey(key) ? t(key as Key) : plain)
const cell = (count: number | null) => count ?? t('report.hidden')
const share = (part: number | null) => (part === null ? null : Math.round(part * 1000) / 1000)

const overview = (survey: Reported['survey'], report: Report): Sheet => ({
  name: t('report.sheet.overview'),
  rows: [
    [survey.name, survey.refNo],
    [t('report.sample'), report.sample],
    [t('report.households'), report.households],
    [t('report.coverage'), share(report.coverage)],
    ...(report.roll
      ? [[t('report.roll'), report.roll.households, share(report.roll.coverage), report.roll.refNo]]
      : []),
    ...report.channels.map(({ label, count }) => [word(`channel.${label}`, label), cell(count)]),
    ...report.grids.map((g) => [
      g.label || t('report.grid.none'),
      cell(g.count),
      g.households,
      share(g.coverage),
      g.onRoll,
      share(g.rollCoverage),
    ]),
  ],
})
const questions = ({ questions: all }: Report): Sheet => ({
  name: t('report.sheet.questions'),
  rows: [
    [t('report.question'), t('report.option'), t('report.count'), t('report.share'), t('report.place')],
    ...all.flatMap(({ text, bars, mean, places, answered, words }) => [
      [text, t('report.base'), cell(answered), mean, null],
      ...bars.map((bar, at) => [text, bar.label, cell(bar.count), share(bar.share), places[at] ?? null]),
      ...words.map((said) => [text, said, null, null, null]),
    ]),
  ],
})
const groups = ({ questions: all }: Report): Sheet => ({
  name: t('report.sheet.groups'),
  rows: all.flatMap(({ text, bars, by }) =>
    by.flatMap((table) => [
      [text, t('report.group'), t('report.base'), ...bars.map(({ label }) => label)],
      ...table.rows.map((row) => [
        text,
        word(`channel.${row.label}`, row.label) || t('report.grid.none'),
        cell(row.answered),
        ...row.cells.map(cell),
      ]),
    ]),
  ),
})

/** What leaves the community: the report with everything hidden that its page hides. */
export const reportSheets = (survey: Reported['survey'], report: Report): Sheet[] => [
  overview(survey, report),
  questions(report),
  groups(report),
]

/** Every answer a row, for the committee that asked. */
export const answerSheets = ({ survey, rows }: Taken): Sheet[] => [
  {
    name: t('report.sheet.answers'),
    rows: [
      [
        t('report.channels'),
        t('ask.grid'),
        t('survey.relation'),
        ...survey.questions.map(({ text }) => text),
      ],
      ...rows.map(({ channel, grid, relation, answers }) => [
        word(`channel.${channel}`, channel),
        grid,
        relation ? word(`relation.${relation}`, relation) : null,
        ...survey.questions.map(({ id }) => {
          const said = answers[id]
          return said === undefined ? null : Array.isArray(said) ? said.join(' ') : said
        }),
      ]),
    ],
  },
]

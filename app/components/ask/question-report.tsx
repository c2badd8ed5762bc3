import type { Key } from '#app/i18n/index.ts'
import { useT } from '#app/i18n/use-t.ts'
import type { QuestionReport, SurveyReport } from '#domain/ask/survey/survey-report.ts'
import { Details } from '../card.tsx'
import { useFormat } from '../format.ts'
import { Section } from '../page.tsx'
import { Table } from '../table.tsx'
import { BarChart } from './bar-chart.tsx'

type Found = { question: QuestionReport; at: number }
const useCell = () => {
  const t = useT()
  const f = useFormat()
  return (count: number | null) => (count === null ? t('report.hidden') : f.number(count))
}

const Figures = ({ question }: { question: QuestionReport }) => {
  const t = useT()
  const f = useFormat()
  const cell = useCell()
  const ranked = question.kind === 'rank'
  return (
    <Table
      caption={question.text}
      captionHidden
      columns={[
        { head: t('report.option') },
        { head: t(ranked ? 'report.first' : 'report.share') },
        ...(ranked ? [{ head: t('report.place') }] : []),
        { head: t('report.count'), money: true },
      ]}
      rows={question.bars.map(({ label, count, share }, at) => ({
        key: label,
        cells: [
          label,
          share === null ? t('report.hidden') : f.percent(share),
          ...(ranked
            ? [question.places[at] === null ? t('report.hidden') : f.number(question.places[at] ?? 0)]
            : []),
          cell(count),
        ],
      }))}
    />
  )
}

/** One question by one group: rows are groups, columns its options, nothing in it that can be solved for. */
const ByGroup = ({
  table,
  of,
  text,
}: {
  table: QuestionReport['by'][number]
  of: QuestionReport
  text: string
}) => {
  const t = useT()
  const cell = useCell()
  const named = (label: string) =>
    table.by === 'channel' ? t(`channel.${label}` as Key) : label || t('report.grid.none')
  return (
    <Table
      caption={text}
      columns={[
        { head: t('report.group') },
        { head: t('report.base') },
        ...of.bars.map(({ label }) => ({ head: label })),
      ]}
      rows={table.rows.map(({ label, answered, cells }) => ({
        key: label,
        cells: [named(label), cell(answered), ...cells.map(cell)],
      }))}
    />
  )
}

const Groups = ({ question, report }: { question: QuestionReport; report: SurveyReport }) => {
  const t = useT()
  if (question.by.length === 0) return null
  const title = (by: string) =>
    by === 'channel' || by === 'grid'
      ? t(`report.by.${by}`)
      : t('report.by.question', { text: report.questions.find(({ id }) => id === by)?.text ?? '' })
  return (
    <Details summary={t('report.by.more')}>
      {question.by.map((table) => (
        <ByGroup key={table.by} table={table} of={question} text={title(table.by)} />
      ))}
    </Details>
  )
}

/** What one question found: a drawing for the eye, the figures beside it, and nothing small enough to point at anyone. */
export const Found = ({ question, at, report }: Found & { report: SurveyReport }) => {
  const t = useT()
  const f = useFormat()
  const { bars, mean, answered, words } = question
  const shown = bars.some(({ count }) => count !== null)
  const said = [
    answered === null ? t('report.few') : t('report.answered', { n: answered }),
    mean === null ? '' : t('report.mean', { mean: f.number(mean) }),
  ].filter(Boolean)
  const drawn = bars.map((bar) => ({
    ...bar,
    said: bar.share === null ? t('report.hidden') : f.percent(bar.share),
  }))
  return (
    <Section title={t('survey.question', { at: at + 1, text: question.text })} aside={said.join(' ')}>
      {question.kind === 'short_text' && words.length === 0 ? (
        <p className="quiet small">{t('report.words')}</p>
      ) : null}
      {words.length > 0 ? (
        <Details summary={`${t('survey.words.published')} (${words.length})`}>
          <p className="small quiet">{t('survey.words.published.say')}</p>
          <ul className="grid gap-4">
            {[...new Set(words)].map((one) => (
              <li key={one}>{one}</li>
            ))}
          </ul>
        </Details>
      ) : null}
      {bars.length > 0 && !shown ? <p className="quiet small">{t('report.all-few')}</p> : null}
      {shown ? (
        <div className="grid gap-4 md:grid-cols-2">
          <BarChart text={question.text} bars={drawn} />
          <div className={question.kind === 'rank' ? undefined : 'figures'}>
            <Figures question={question} />
          </div>
        </div>
      ) : null}
      <Groups question={question} report={report} />
    </Section>
  )
}

import { useLoaderData } from '@remix-run/react'
import { Details, Empty } from '#app/components/card.tsx'
import { ExcelLink } from '#app/components/excel-link.tsx'
import { useFormat } from '#app/components/format.ts'
import { Page, Section } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { Table } from '#app/components/table.tsx'
import { publicLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { readWaves } from '#domain/ask/survey/read-waves.ts'

export { publicHeaders as headers } from '#app/http/public-headers.ts'
export const handle = titled('report.waves')
export const loader = publicLoader((ctx, { id = '' }) => readWaves(ctx, id))

type Question = Awaited<ReturnType<typeof readWaves>>['questions'][number]

/** The answer that moved most between the earliest wave that shows it and the latest. */
const Moved = ({ rows }: Pick<Question, 'rows'>) => {
  const t = useT()
  const f = useFormat()
  const ends = rows.flatMap(({ label, shares }) => {
    const shown = shares.filter((share) => share !== null)
    return shown.length > 1 ? [{ label, from: shown[0]!, to: shown.at(-1)! }] : []
  })
  const [most] = ends.sort((a, b) => Math.abs(b.to - b.from) - Math.abs(a.to - a.from))
  if (!most) return <p className="quiet">{t('report.waves.few')}</p>
  const { label, from, to } = most
  if (f.percent(from) === f.percent(to)) return <p>{t('report.waves.still')}</p>
  return <p>{t('report.waves.moved', { label, from: f.percent(from), to: f.percent(to) })}</p>
}

/** Every answer of one question, wave by wave. */
const WaveTable = ({ question: { text, rows, means }, heads }: { question: Question; heads: string[] }) => {
  const t = useT()
  const f = useFormat()
  const said = (share: number | null) => (share === null ? t('report.hidden') : f.percent(share))
  const mean = (n: number | null) => (n === null ? t('report.hidden') : f.number(n))
  const sum = { key: 'mean', sum: true, cells: [t('report.mean', { mean: '' }), ...means.map(mean)] }
  return (
    <Table
      caption={text}
      captionHidden
      columns={[{ head: t('report.option') }, ...heads.map((head) => ({ head }))]}
      rows={[
        ...rows.map(({ label, shares }) => ({ key: label, cells: [label, ...shares.map(said)] })),
        ...(means.some((n) => n !== null) ? [sum] : []),
      ]}
    />
  )
}

export default function Waves() {
  const t = useT()
  const f = useFormat()
  const { survey, waves, questions } = useLoaderData<typeof loader>()
  const heads = waves.map(({ opensAt }) => f.day(opensAt))
  return (
    <Page
      back={{ to: `/surveys/${survey.id}`, label: survey.name }}
      eyebrow={survey.communityName}
      title={t('report.waves')}
      lead={t('report.waves.lead', { n: waves.length })}
    >
      <Table
        caption={t('report.when')}
        columns={[{ head: t('survey.name') }, { head: t('report.when') }, { head: t('report.sample') }]}
        rows={waves.map(({ id, name, opensAt, sample }) => ({
          key: id,
          cells: [
            <a key="to" href={`/surveys/${id}`}>
              {name}
            </a>,
            f.day(opensAt),
            t('report.sample.n', { n: sample }),
          ],
        }))}
      />
      {questions.length === 0 ? <Empty>{t('report.waves.none')}</Empty> : null}
      {questions.map((question) => (
        <Section key={question.id} title={t('survey.question', { at: question.at + 1, text: question.text })}>
          <Moved rows={question.rows} />
          <Details summary={t('report.waves.all')}>
            <WaveTable question={question} heads={heads} />
          </Details>
        </Section>
      ))}
      <ExcelLink to={`/surveys/${survey.id}/waves.xlsx`} />
    </Page>
  )
}

import { useLoaderData } from '@remix-run/react'
import { Empty } from '#app/components/card.tsx'
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

export default function Waves() {
  const t = useT()
  const f = useFormat()
  const { survey, waves, questions } = useLoaderData<typeof loader>()
  const heads = waves.map(({ opensAt }) => f.day(opensAt))
  const said = (share: number | null) => (share === null ? t('report.hidden') : f.percent(share))
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
      {questions.map(({ id, text, at, rows, means }) => (
        <Section key={id} title={t('survey.question', { at: at + 1, text })}>
          <Table
            caption={text}
            captionHidden
            columns={[{ head: t('report.option') }, ...heads.map((head) => ({ head }))]}
            rows={[
              ...rows.map(({ label, shares }) => ({ key: label, cells: [label, ...shares.map(said)] })),
              ...(means.some((mean) => mean !== null)
                ? [
                    {
                      key: 'mean',
                      sum: true,
                      cells: [
                        t('report.mean', { mean: '' }),
                        ...means.map((mean) => (mean === null ? t('report.hidden') : f.number(mean))),
                      ],
                    },
                  ]
                : []),
            ]}
          />
        </Section>
      ))}
    </Page>
  )
}

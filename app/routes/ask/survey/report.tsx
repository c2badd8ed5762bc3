import { useLoaderData } from '@remix-run/react'
import { BuildingTable, GridTable } from '#app/components/ask/grid-table.tsx'
import { Found } from '#app/components/ask/question-report.tsx'
import { Acts, ButtonLink } from '#app/components/button.tsx'
import { Details, Empty } from '#app/components/card.tsx'
import { Facts } from '#app/components/check-answers.tsx'
import { useFormat } from '#app/components/format.ts'
import { Page } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { publicLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { readReport } from '#domain/ask/survey/read-report.ts'

export { publicHeaders as headers } from '#app/http/public-headers.ts'
export const handle = titled<{ survey: { name: string } }>((_t, data) => data.survey.name)

export const loader = publicLoader((ctx, { id = '' }) => readReport(ctx, id))

export default function Report() {
  const t = useT()
  const f = useFormat()
  const { survey, report, stands, waves, buildings } = useLoaderData<typeof loader>()
  const dates = t('report.dates', {
    from: f.day(survey.opensAt),
    to: f.day(new Date(survey.closesAt.getTime() - 1)),
  })
  if (!report)
    return (
      <Page narrow eyebrow={`${survey.communityName} ${survey.refNo}`} title={survey.name} lead={dates}>
        <Empty
          action={
            stands === 'open' ? { to: `/survey/${survey.shortCode}`, label: t('survey.go') } : undefined
          }
        >
          {t(stands === 'open' ? 'report.none.open' : 'report.none')}
        </Empty>
      </Page>
    )
  const channels = report.channels
    .filter((c) => c.count)
    .map((c) => `${t(`channel.${c.label}` as 'channel.online')} ${c.count}`)
    .join(t('ask.comma'))
  const covers =
    report.coverage === null
      ? t('report.unknown')
      : t('report.coverage.of', { share: f.percent(report.coverage), n: report.households })
  return (
    <Page
      eyebrow={`${survey.communityName} ${survey.refNo}`}
      title={survey.name}
      lead={t('report.lead', { n: report.sample, least: report.minCell })}
    >
      <Facts
        facts={[
          { term: t('report.when'), text: dates },
          { term: t('report.sample'), text: t('report.sample.n', { n: report.sample }) },
          { term: t('report.coverage'), text: covers },
          ...(report.roll?.coverage
            ? [
                {
                  term: t('report.roll'),
                  text: t('report.roll.of', {
                    share: f.percent(report.roll.coverage),
                    n: report.roll.households,
                    ref: report.roll.refNo,
                  }),
                },
              ]
            : []),
          {
            term: t('report.channels'),
            text: channels || t('report.all-few'),
          },
          {
            term: t('report.template'),
            text: t('report.template.of', { title: survey.templateTitle, n: survey.templateVersion }),
          },
        ]}
      />
      <Details summary={t('report.hidden.why')}>
        <p>{t('report.hidden.because', { least: report.minCell })}</p>
      </Details>
      <Acts>
        {waves > 1 ? (
          <ButtonLink look="second" to={`/surveys/${survey.id}/waves`}>
            {t('report.waves')}
          </ButtonLink>
        ) : null}
        <ButtonLink look="second" to={`/surveys/${survey.id}/file.xlsx`}>
          {t('report.file')}
        </ButtonLink>
      </Acts>
      <GridTable grids={report.grids} />
      <BuildingTable buildings={buildings} least={report.minCell} />
      {report.questions.map((question, at) => (
        <Found key={question.id} question={question} at={at} report={report} />
      ))}
    </Page>
  )
}

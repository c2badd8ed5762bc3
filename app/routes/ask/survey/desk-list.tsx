import { useLoaderData } from '@remix-run/react'
import { Acts, ButtonLink } from '#app/components/button.tsx'
import { Empty } from '#app/components/card.tsx'
import { ExcelLink } from '#app/components/excel-link.tsx'
import { useFormat } from '#app/components/format.ts'
import { Matters } from '#app/components/matters.tsx'
import { Page } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { readSurveys } from '#domain/ask/survey/read-desk.ts'

export const handle = titled('surveys.title')
export const loader = pageLoader((ctx) => readSurveys(ctx))

export default function Surveys() {
  const t = useT()
  const f = useFormat()
  const { community, surveys, drafts } = useLoaderData<typeof loader>()
  return (
    <Page back={{ to: '/desk' }} eyebrow={community} title={t('surveys.title')} lead={t('surveys.lead')}>
      {drafts ? (
        <Acts>
          <ButtonLink to="/desk/surveys/new">{t('survey.new.title')}</ButtonLink>
          <ButtonLink look="second" to="/desk/templates">
            {t('template.title')}
          </ButtonLink>
        </Acts>
      ) : null}
      {surveys.length === 0 ? (
        <Empty>{t('surveys.none')}</Empty>
      ) : (
        <Matters
          matters={surveys.map((s) => ({
            key: s.id,
            kind: t(`survey.stands.${s.stands}`),
            title: s.name,
            to: `/desk/surveys/${s.id}`,
            left: t('survey.answers', { n: s.answers }),
            until: t('survey.until', { date: f.short(new Date(s.closesAt.getTime() - 1)) }),
            say: s.refNo,
          }))}
        />
      )}
      <ExcelLink to="/desk/surveys.xlsx" />
    </Page>
  )
}

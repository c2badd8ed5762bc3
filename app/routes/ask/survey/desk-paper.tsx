import { useLoaderData } from '@remix-run/react'
import { PaperQuestion } from '#app/components/ask/survey-question.tsx'
import { useFormat } from '#app/components/format.ts'
import { Page } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { readSurvey } from '#domain/ask/survey/read-desk.ts'

export const handle = titled('survey.paper')
export const loader = pageLoader((ctx, { id = '' }) => readSurvey(ctx, id))

export default function Paper() {
  const t = useT()
  const f = useFormat()
  const { survey } = useLoaderData<typeof loader>()
  return (
    <Page
      narrow
      back={{ to: `/desk/surveys/${survey.id}` }}
      eyebrow={`${survey.communityName} ${survey.refNo}`}
      title={survey.name}
      lead={t('survey.paper.lead', {
        date: f.date(new Date(survey.closesAt.getTime() - 1)),
        code: survey.shortCode,
      })}
    >
      <p>{t('survey.anonymous')}</p>
      {survey.questions.map((question, at) => (
        <PaperQuestion key={question.id} question={question} at={at} />
      ))}
    </Page>
  )
}

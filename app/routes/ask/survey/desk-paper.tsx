import { useLoaderData } from '@remix-run/react'
import { PaperQuestion } from '#app/components/ask/survey-question.tsx'
import { useFormat } from '#app/components/format.ts'
import { Official } from '#app/components/open/official.tsx'
import { Page } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { issueAction, paperAt } from '#app/http/official-paper.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { readSurvey } from '#domain/ask/survey/read-desk.ts'

export const handle = titled('survey.paper')
export const loader = pageLoader(async (ctx, { id = '' }, url) => ({
  ...(await readSurvey(ctx, id)),
  paper: await paperAt(ctx, 'survey', id, url),
}))
export const action = issueAction('survey', 'id', ({ id }) => `/desk/surveys/${id}/paper`)

export default function Paper() {
  const t = useT()
  const f = useFormat()
  const { survey, paper } = useLoaderData<typeof loader>()
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
      <Official paper={paper}>
        <p>{t('survey.anonymous')}</p>
        {survey.questions.map((question, at) => (
          <PaperQuestion key={question.id} question={question} at={at} />
        ))}
      </Official>
    </Page>
  )
}

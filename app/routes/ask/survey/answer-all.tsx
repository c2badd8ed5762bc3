import { useLoaderData } from '@remix-run/react'
import { SurveyNotice, SurveyTerms } from '#app/components/ask/survey-notice.tsx'
import { SurveyField } from '#app/components/ask/survey-question.tsx'
import { Note } from '#app/components/card.tsx'
import { Form } from '#app/components/form.tsx'
import { useFormat } from '#app/components/format.ts'
import { Page } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { formAction } from '#app/http/form-action.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { answerSurvey } from '#domain/ask/survey/answer-survey.ts'
import { findSurveyByCode } from '#domain/ask/survey/find-survey.ts'
import { answerSurveyForm } from '#domain/ask/survey/forms.ts'
import { gridsOfCommunity } from '#domain/where/bodies-of-community.ts'

export const handle = titled<{ survey: { name: string } }>((_t, data) => data.survey.name)

export const loader = pageLoader(async ({ db }, { code = '' }) => {
  const survey = await findSurveyByCode(db, code)
  return { survey, grids: await gridsOfCommunity(db, survey.communityId) }
})

export const action = formAction({
  form: answerSurveyForm,
  run: (ctx, { agreed: _agreed, ...input }, { code = '' }) => answerSurvey(ctx, { code, ...input }),
  goTo: ({ code }) => `/survey/${code}/thanks`,
})

export default function AnswerAll() {
  const t = useT()
  const f = useFormat()
  const { survey, grids } = useLoaderData<typeof loader>()
  const date = f.date(new Date(survey.closesAt.getTime() - 1))
  return (
    <Page
      narrow
      back={{ to: `/survey/${survey.shortCode}` }}
      eyebrow={survey.communityName}
      title={survey.name}
      lead={t('survey.open.lead', { n: survey.questions.length, date })}
    >
      <Note>{t('survey.anonymous')}</Note>
      <SurveyNotice survey={survey} />
      <Form submit={t('survey.submit')}>
        {survey.questions.map((question, at) => (
          <SurveyField key={question.id} question={question} at={at} />
        ))}
        <SurveyTerms survey={survey} grids={grids} />
      </Form>
    </Page>
  )
}

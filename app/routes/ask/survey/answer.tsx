import { useLoaderData } from '@remix-run/react'
import { SurveyField } from '#app/components/ask/survey-question.tsx'
import { Empty, Note } from '#app/components/card.tsx'
import { Form } from '#app/components/form.tsx'
import { useFormat } from '#app/components/format.ts'
import { Page } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { formAction } from '#app/http/form-action.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { answerSurvey } from '#domain/ask/survey/answer-survey.ts'
import { findSurveyByCode, standing } from '#domain/ask/survey/find-survey.ts'
import { answerSurveyForm } from '#domain/ask/survey/forms.ts'

export const handle = titled<{ survey: { name: string } }>((_t, data) => data.survey.name)

export const loader = pageLoader(async ({ db, clock }, { code = '' }) => {
  const survey = await findSurveyByCode(db, code)
  return { survey, stands: standing(survey, clock.now()) }
})

export const action = formAction({
  form: answerSurveyForm,
  run: (ctx, { answers }, { code = '' }) => answerSurvey(ctx, { code, answers }),
  goTo: ({ code }) => `/survey/${code}/thanks`,
})

export default function Answer() {
  const t = useT()
  const f = useFormat()
  const { survey, stands } = useLoaderData<typeof loader>()
  const open = stands === 'open'
  const last = new Date(survey.closesAt.getTime() - 1)
  const lead = open
    ? t('survey.open.lead', { n: survey.questions.length, date: f.date(last) })
    : stands === 'not_open'
      ? t('survey.soon.lead', { date: f.date(survey.opensAt) })
      : t('survey.over.lead', { date: f.date(last) })
  return (
    <Page narrow eyebrow={survey.communityName} title={survey.name} lead={lead}>
      {open ? (
        <>
          <Note>{t('survey.anonymous')}</Note>
          <Form submit={t('survey.submit')}>
            {survey.questions.map((question, at) => (
              <SurveyField key={question.id} question={question} at={at} />
            ))}
          </Form>
        </>
      ) : (
        <Empty
          action={
            stands === 'reported'
              ? { to: `/surveys/${survey.id}`, label: t('survey.see-report') }
              : { to: '/ask/new', label: t('ask.go') }
          }
        >
          {t('survey.closed.say')}
        </Empty>
      )}
    </Page>
  )
}

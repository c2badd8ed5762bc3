import { useLoaderData } from '@remix-run/react'
import { SurveyWork } from '#app/components/ask/survey-work.tsx'
import { Acts, ButtonLink } from '#app/components/button.tsx'
import { Details, FormDetails, Note } from '#app/components/card.tsx'
import { Facts } from '#app/components/check-answers.tsx'
import { Form } from '#app/components/form.tsx'
import { useFormat } from '#app/components/format.ts'
import { Page } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { formActions, oneForm } from '#app/http/form-action.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { closeSurvey } from '#domain/ask/survey/close-survey.ts'
import { surveyMoveForm } from '#domain/ask/survey/forms.ts'
import { publishSurvey } from '#domain/ask/survey/publish-survey.ts'
import { readSurvey } from '#domain/ask/survey/read-desk.ts'
import { reportSurvey } from '#domain/ask/survey/report-survey.ts'
import type { Context } from '#domain/context.ts'

export const handle = titled<{ survey: { name: string } }>((_t, data) => data.survey.name)
export const loader = pageLoader((ctx, { id = '' }) => readSurvey(ctx, id))

const moving = (run: (ctx: Context, input: { surveyId: string }) => Promise<{ id: string }>) =>
  oneForm({
    form: surveyMoveForm,
    run: (ctx, _input, { id = '' }) => run(ctx, { surveyId: id }),
    goTo: ({ id }) => `/desk/surveys/${id}`,
  })
export const action = formActions({
  publish: moving(publishSurvey),
  close: moving(closeSurvey),
  report: moving(reportSurvey),
})

export default function Survey() {
  const t = useT()
  const f = useFormat()
  const { survey, stands, answers, runs, enters, unsettled } = useLoaderData<typeof loader>()
  const here = `/desk/surveys/${survey.id}`
  const takes = survey.state === 'published' || survey.state === 'closed'
  const [says, does] = [
    `survey.now.${stands}`,
    stands === 'over' || stands === 'closed' ? 'report' : stands === 'draft' ? 'publish' : null,
  ] as const
  return (
    <Page
      back={{ to: '/desk/surveys', label: t('surveys.title') }}
      eyebrow={survey.refNo}
      title={survey.name}
      lead={t(says)}
    >
      <Facts
        facts={[
          { term: t('survey.answers.term'), text: t('survey.answers', { n: answers }) },
          { term: t('survey.opens'), text: f.date(survey.opensAt) },
          { term: t('survey.closes'), text: f.date(new Date(survey.closesAt.getTime() - 1)) },
          { term: t('survey.code'), text: <a href={`/survey/${survey.shortCode}`}>{survey.shortCode}</a> },
          {
            term: t('survey.template'),
            text: t('report.template.of', { title: survey.templateTitle, n: survey.templateVersion }),
          },
        ]}
      />
      {runs && does ? <Form name={does} submit={t(`survey.${does}`)} /> : null}
      <Acts>
        {enters && takes ? (
          <ButtonLink look="second" to={`${here}/enter`}>
            {t('survey.enter.title')}
          </ButtonLink>
        ) : null}
        <ButtonLink look="second" to={`${here}/paper`}>
          {t('survey.paper')}
        </ButtonLink>
        {stands === 'draft' ? null : (
          <ButtonLink look="second" to={`${here}/poster`}>
            {t('survey.poster')}
          </ButtonLink>
        )}
        {stands === 'reported' ? (
          <ButtonLink to={`/surveys/${survey.id}`}>{t('survey.see-report')}</ButtonLink>
        ) : null}
      </Acts>
      {runs ? <SurveyWork here={here} stands={stands} unsettled={unsettled} /> : null}
      {stands === 'draft' ? <Note kind="wait">{t('survey.fixed')}</Note> : null}
      <Details summary={t('survey.questions', { n: survey.questions.length })}>
        <ol className="steps">
          {survey.questions.map((q) => (
            <li key={q.id}>{q.text}</li>
          ))}
        </ol>
      </Details>
      {runs && survey.state === 'published' && stands !== 'over' ? (
        <FormDetails form="close" summary={t('survey.close.early')}>
          <p>{t('survey.close.say')}</p>
          <Form name="close" look="danger" submit={t('survey.close')} />
        </FormDetails>
      ) : null}
    </Page>
  )
}

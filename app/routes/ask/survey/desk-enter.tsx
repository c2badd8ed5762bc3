import { useLoaderData } from '@remix-run/react'
import { CodeField } from '#app/components/ask/survey-question.tsx'
import { Note } from '#app/components/card.tsx'
import { Field } from '#app/components/field.tsx'
import { Form } from '#app/components/form.tsx'
import { Page } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { formAction } from '#app/http/form-action.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { enterAnswer } from '#domain/ask/survey/enter-answer.ts'
import { enterAnswerForm } from '#domain/ask/survey/forms.ts'
import { readSurvey } from '#domain/ask/survey/read-desk.ts'

export const handle = titled('survey.enter.title')
export const loader = pageLoader(async (ctx, { id = '' }, url) => ({
  ...(await readSurvey(ctx, id)),
  channel: url.searchParams.get('channel'),
  grid: url.searchParams.get('grid'),
  entered: Number(url.searchParams.get('n')) || null,
}))
export const action = formAction({
  form: enterAnswerForm,
  run: (ctx, input, { id = '' }) =>
    enterAnswer(ctx, { ...input, surveyId: id }).then((done) => ({
      ...done,
      channel: input.channel,
      grid: input.gridId ?? '',
    })),
  goTo: ({ surveyId, entered, channel, grid }) =>
    `/desk/surveys/${surveyId}/enter?channel=${channel}&grid=${grid}&n=${entered}#codes.Q1`,
})

export default function Enter() {
  const t = useT()
  const { survey, grids, channel, grid, entered } = useLoaderData<typeof loader>()
  return (
    <Page
      narrow
      back={{ to: `/desk/surveys/${survey.id}`, label: survey.name }}
      title={t('survey.enter.title')}
      lead={t('survey.enter.lead')}
    >
      {entered ? <Note kind="done">{t('survey.entered', { n: entered })}</Note> : null}
      <Form submit={t('survey.enter.submit')}>
        <Field
          name="channel"
          kind="select"
          label={t('survey.channel')}
          fallback={channel ?? 'door'}
          options={(['door', 'proxy', 'desk'] as const).map((c) => ({ value: c, label: t(`channel.${c}`) }))}
        />
        <Field
          name="gridId"
          kind="select"
          label={t('ask.grid')}
          fallback={grid}
          optional
          options={grids.map((g) => ({ value: g.id, label: g.name }))}
        />
        {survey.questions.map((question, at) => (
          <CodeField key={question.id} question={question} at={at} />
        ))}
      </Form>
    </Page>
  )
}

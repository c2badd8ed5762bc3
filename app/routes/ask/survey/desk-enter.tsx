import { useLoaderData } from '@remix-run/react'
import { useRelations } from '#app/components/ask/survey-notice.tsx'
import { CodeField } from '#app/components/ask/survey-question.tsx'
import { Note } from '#app/components/card.tsx'
import { Field } from '#app/components/field.tsx'
import { Form } from '#app/components/form.tsx'
import { Page, Section } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { formAction } from '#app/http/form-action.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { enterAnswer } from '#domain/ask/survey/enter-answer.ts'
import { enterAnswerForm } from '#domain/ask/survey/forms.ts'
import { readSurvey } from '#domain/ask/survey/read-desk.ts'

const said = ['first', 'agreed', 'differs'] as const

export const handle = titled('survey.enter.title')
export const loader = pageLoader(async (ctx, { id = '' }, url) => ({
  ...(await readSurvey(ctx, id)),
  channel: url.searchParams.get('channel'),
  grid: url.searchParams.get('grid'),
  relation: url.searchParams.get('relation'),
  entered: Number(url.searchParams.get('n')) || null,
  came: said.find((word) => word === url.searchParams.get('came')) ?? null,
}))
export const action = formAction({
  form: enterAnswerForm,
  run: async (ctx, input, { id = '' }) => {
    const { channel, gridId: grid = '', relation = '' } = input
    return { ...(await enterAnswer(ctx, { ...input, surveyId: id })), channel, grid, relation }
  },
  goTo: ({ surveyId, entered: n, came = '', channel, grid, relation }) =>
    `/desk/surveys/${surveyId}/enter?${new URLSearchParams({ channel, grid, relation, n: String(n), came })}#first`,
})

export default function Enter() {
  const t = useT()
  const { survey, grids, channel, grid, relation, entered, came, sheets } = useLoaderData<typeof loader>()
  const numbered = sheets > 0 || survey.twoEntries || survey.answerLimit === 'slip'
  const words = came
    ? t(`survey.entered.${came}`, { n: entered ?? 0 })
    : t('survey.entered', { n: entered ?? 0 })
  return (
    <Page
      narrow
      back={{ to: `/desk/surveys/${survey.id}`, label: survey.name }}
      title={t('survey.enter.title')}
      lead={t('survey.enter.keys')}
    >
      {entered || came ? <Note kind={came === 'differs' ? 'late' : 'done'}>{words}</Note> : null}
      <div id="first" />
      <Form submit={t('survey.enter.submit')}>
        {numbered ? (
          <Field
            name="sheetNo"
            kind="number"
            label={t('survey.enter.sheet')}
            optional={!survey.twoEntries && survey.answerLimit === 'open'}
          />
        ) : null}
        {survey.questions.map((question, at) => (
          <CodeField key={question.id} question={question} at={at} />
        ))}
        <Section title={t('survey.enter.sitting')}>
          <Field
            name="channel"
            kind="select"
            label={t('survey.channel')}
            fallback={channel ?? 'door'}
            options={(['door', 'proxy', 'desk'] as const).map((c) => ({
              value: c,
              label: t(`channel.${c}`),
            }))}
          />
          <Field
            name="relation"
            kind="select"
            label={t('survey.relation')}
            hint={t('survey.relation.hint')}
            fallback={relation}
            optional
            options={useRelations()}
          />
          <Field
            name="gridId"
            kind="select"
            label={t('ask.grid')}
            fallback={grid}
            optional
            options={grids.map((g) => ({ value: g.id, label: g.name }))}
          />
        </Section>
      </Form>
    </Page>
  )
}

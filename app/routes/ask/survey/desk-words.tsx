import { useLoaderData } from '@remix-run/react'
import { Card, Empty } from '#app/components/card.tsx'
import { ExcelLink } from '#app/components/excel-link.tsx'
import { Field } from '#app/components/field.tsx'
import { Form } from '#app/components/form.tsx'
import { Page, Section } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { formAction } from '#app/http/form-action.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { showWordsForm } from '#domain/ask/survey/forms.ts'
import { readWords, showWords } from '#domain/ask/survey/words.ts'

export const handle = titled('survey.words.title')
export const loader = pageLoader((ctx, { id = '' }) => readWords(ctx, id))
export const action = formAction({
  form: showWordsForm,
  run: (ctx, input, { id = '' }) => showWords(ctx, { ...input, surveyId: id }),
  goTo: ({ surveyId }) => `/desk/surveys/${surveyId}/words`,
})

export default function Words() {
  const t = useT()
  const { survey, questions } = useLoaderData<typeof loader>()
  return (
    <Page
      narrow
      back={{ to: `/desk/surveys/${survey.id}`, label: survey.name }}
      title={t('survey.words.title')}
      lead={t('survey.words.lead')}
    >
      {questions.every(({ left }) => left === 0) ? <Empty>{t('survey.words.none')}</Empty> : null}
      {questions
        .filter(({ left }) => left > 0)
        .map(({ question, at, left, rows }) => (
          <Section
            key={question.id}
            title={t('survey.question', { at: at + 1, text: question.text })}
            aside={t('survey.words.left', { n: left })}
          >
            {rows.map(({ answerId, words }) => (
              <Card key={answerId}>
                <p>{words}</p>
                <Form
                  name={answerId}
                  look="second"
                  submit={t('survey.words.submit')}
                  hidden={{ answerId, questionId: question.id }}
                >
                  <Field
                    name="shown"
                    kind="long"
                    rows={2}
                    label={t('survey.words.shown')}
                    fallback={words}
                    optional
                  />
                </Form>
              </Card>
            ))}
          </Section>
        ))}
      <ExcelLink to={`/desk/surveys/${survey.id}/words.xlsx`} />
    </Page>
  )
}

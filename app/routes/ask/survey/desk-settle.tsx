import { useLoaderData } from '@remix-run/react'
import { CodeField } from '#app/components/ask/survey-question.tsx'
import { Facts } from '#app/components/check-answers.tsx'
import { Form } from '#app/components/form.tsx'
import { Page } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { formAction } from '#app/http/form-action.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { settleEntryForm } from '#domain/ask/survey/forms.ts'
import { readMismatch, settleEntry } from '#domain/ask/survey/settle-entry.ts'

export const handle = titled('survey.settle.title')
export const loader = pageLoader((ctx, { id = '', no = '' }) => readMismatch(ctx, id, Number(no) || 0))
export const action = formAction({
  form: settleEntryForm,
  run: (ctx, { codes }, { id = '', no = '' }) =>
    settleEntry(ctx, { surveyId: id, no: Number(no) || 0, codes }),
  goTo: ({ surveyId }) => `/desk/surveys/${surveyId}`,
})

export default function Settle() {
  const t = useT()
  const { survey, no, rows } = useLoaderData<typeof loader>()
  const said = (answer: string | string[] | number | null) =>
    answer === null ? t('survey.settle.blank') : [answer].flat().join(t('ask.comma'))
  return (
    <Page
      narrow
      back={{ to: `/desk/surveys/${survey.id}`, label: survey.name }}
      title={t('survey.settle.title')}
      lead={t('survey.settle.lead', { no })}
    >
      <Form submit={t('survey.settle.submit')}>
        {rows.map(({ question, at, first, second }) => (
          <div key={question.id} className="card mt-4">
            <Facts
              facts={[
                { term: t('survey.settle.first'), text: said(first) },
                { term: t('survey.settle.second'), text: said(second) },
              ]}
            />
            <CodeField question={question} at={at} />
          </div>
        ))}
      </Form>
    </Page>
  )
}

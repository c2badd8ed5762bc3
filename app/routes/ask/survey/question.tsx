import { useLoaderData } from '@remix-run/react'
import { SurveyField } from '#app/components/ask/survey-question.tsx'
import { Form } from '#app/components/form.tsx'
import { Page } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { formAction } from '#app/http/form-action.server.ts'
import { pageLoader, refused } from '#app/http/page-loader.server.ts'
import { sheetCookie, sheetIn } from '#app/http/survey-cookie.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { readSheetOnPhone } from '#domain/ask/survey/begin-answer.ts'
import { saveAnswerForm } from '#domain/ask/survey/forms.ts'
import { saveAnswer } from '#domain/ask/survey/save-answer.ts'
import { Refusal } from '#domain/refusal.ts'

export const handle = titled<{ survey: { name: string } }>((_t, data) => data.survey.name)

export const loader = pageLoader(async (ctx, { code = '', at = '' }, _url, request) => {
  const { survey, typed } = await readSheetOnPhone(ctx, code, sheetIn(request))
  const question = survey.questions[Number(at) - 1]
  if (!question || !typed) throw refused(new Refusal('missing', 'survey-draft'))
  return { survey, question, at: Number(at), typed: typed[question.id] }
})

export const action = formAction({
  form: saveAnswerForm,
  run: (ctx, { answer }, { code = '', at = '' }, request) =>
    saveAnswer(ctx, { code, token: sheetIn(request), at: Number(at), answer }),
  goTo: ({ code, next }) => `/survey/${code}/${next ?? 'thanks'}`,
  headers: ({ code, next }, request) => (next === null ? sheetCookie(request, code, null) : {}),
})

export default function Question() {
  const t = useT()
  const { survey, question, at, typed } = useLoaderData<typeof loader>()
  const of = survey.questions.length
  const here = `/survey/${survey.shortCode}`
  return (
    <Page
      narrow
      back={{ to: at > 1 ? `${here}/${at - 1}` : here, label: t('survey.before') }}
      eyebrow={survey.name}
      title={t('survey.step', { at, of })}
    >
      <Form submit={t(at === of ? 'survey.submit' : 'survey.next')}>
        <SurveyField question={question} at={at - 1} name="answer" typed={typed} />
      </Form>
    </Page>
  )
}

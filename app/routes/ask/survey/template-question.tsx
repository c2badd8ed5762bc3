import { useLoaderData } from '@remix-run/react'
import { Choices, Tick } from '#app/components/choices.tsx'
import { Field } from '#app/components/field.tsx'
import { Form } from '#app/components/form.tsx'
import { Page } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { formAction } from '#app/http/form-action.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { questionKinds } from '#db/vocabulary.ts'
import { writeQuestionForm } from '#domain/ask/survey/forms.ts'
import { readQuestion } from '#domain/ask/survey/template.ts'
import { writeQuestion } from '#domain/ask/survey/write-question.ts'

const idOf = (question: string | undefined) => (question === 'new' ? null : (question ?? ''))

export const handle = titled('question.edit')
export const loader = pageLoader((ctx, { id = '', question }) => readQuestion(ctx, id, idOf(question)))
export const action = formAction({
  form: writeQuestionForm,
  run: (ctx, input, { id = '', question }) =>
    writeQuestion(ctx, { ...input, templateId: id, questionId: idOf(question) }),
  goTo: ({ id }) => `/desk/templates/${id}`,
})

export default function TemplateQuestion() {
  const t = useT()
  const { template, question } = useLoaderData<typeof loader>()
  return (
    <Page
      narrow
      back={{ to: `/desk/templates/${template.id}`, label: template.title }}
      title={t(question ? 'question.edit' : 'question.add')}
    >
      <Form submit={t('question.save')}>
        <Field
          name="text"
          label={t('question.text')}
          hint={t('question.text.hint')}
          fallback={question?.text}
        />
        <Choices
          name="kind"
          legend={t('question.kind')}
          fallback={question?.kind ?? 'single'}
          options={questionKinds.map((value) => ({ value, label: t(`question.kind.${value}`) }))}
        />
        <Field
          name="options"
          kind="long"
          rows={8}
          label={t('question.options')}
          hint={t('question.options.hint')}
          fallback={question?.options?.join('\n')}
          optional
        />
        <Field
          name="max"
          kind="number"
          label={t('question.max')}
          hint={t('question.max.hint')}
          fallback={question?.max}
          optional
        />
        <Tick name="needed" fallback={question?.needed}>
          {t('question.needed')}
        </Tick>
        <Tick name="breakdown" fallback={question?.breakdown}>
          {t('question.breakdown')}
        </Tick>
      </Form>
    </Page>
  )
}

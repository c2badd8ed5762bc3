import { useLoaderData } from '@remix-run/react'
import { Choices } from '#app/components/choices.tsx'
import { Form } from '#app/components/form.tsx'
import { Page } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { formAction } from '#app/http/form-action.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useLang, useT } from '#app/i18n/use-t.ts'
import { assessCare } from '#domain/deliver/care/assess-care.ts'
import { assessPage } from '#domain/deliver/care/care-page.ts'
import { assessForm } from '#domain/deliver/care/forms.ts'

export const handle = titled('care.assess')
export const loader = pageLoader((ctx, { careId }) => assessPage(ctx, careId!))
export const action = formAction({
  form: assessForm,
  run: (ctx, { answers }, { careId }) => assessCare(ctx, { careId: careId!, answers }),
  goTo: ({ id }) => `/care/${id}`,
})

export default function Assess() {
  const t = useT()
  const zh = useLang() !== 'en'
  const { id, person, questions, source } = useLoaderData<typeof loader>()
  return (
    <Page
      narrow
      back={{ to: `/care/${id}` }}
      title={t('care.assess')}
      lead={t('care.assess.lead', { name: person })}
    >
      <Form submit={t('care.assess.do')}>
        {questions.map((question) => (
          <Choices
            key={question.code}
            name={`answers.${question.code}`}
            legend={zh ? question.zh : question.en}
            options={question.options.map((option) => ({
              value: option.value,
              label: zh ? option.zh : option.en,
            }))}
          />
        ))}
      </Form>
      <p className="quiet small">{t('care.assess.source', { source })}</p>
    </Page>
  )
}

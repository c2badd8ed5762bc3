import { useLoaderData } from '@remix-run/react'
import { Choices } from '#app/components/choices.tsx'
import { Field } from '#app/components/field.tsx'
import { Form } from '#app/components/form.tsx'
import { Page } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { formAction } from '#app/http/form-action.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { draftSurvey } from '#domain/ask/survey/draft-survey.ts'
import { templatesInUse } from '#domain/ask/survey/find-survey.ts'
import { draftSurveyForm } from '#domain/ask/survey/forms.ts'
import { readSurveys } from '#domain/ask/survey/read-desk.ts'

export const handle = titled('survey.new.title')
export const loader = pageLoader(async (ctx) => {
  const { community } = await readSurveys(ctx)
  return { community, templates: await templatesInUse(ctx.db) }
})
export const action = formAction({
  form: draftSurveyForm,
  run: draftSurvey,
  goTo: ({ id }) => `/desk/surveys/${id}`,
})

export default function NewSurvey() {
  const t = useT()
  const { community, templates } = useLoaderData<typeof loader>()
  return (
    <Page
      narrow
      back={{ to: '/desk/surveys' }}
      eyebrow={community}
      title={t('survey.new.title')}
      lead={t('survey.new.lead')}
    >
      <Form submit={t('survey.new.submit')}>
        <Choices
          name="templateId"
          legend={t('survey.template')}
          fallback={templates[0]?.id}
          options={templates.map((it) => ({
            value: it.id,
            label: it.title,
            note: t('survey.template.note', { version: it.version, n: it.questions.length }),
          }))}
        />
        <Field name="name" label={t('survey.name')} hint={t('survey.name.hint')} />
        <Field name="opens" kind="date" label={t('survey.opens')} />
        <Field name="closes" kind="date" label={t('survey.closes')} hint={t('survey.closes.hint')} />
      </Form>
    </Page>
  )
}

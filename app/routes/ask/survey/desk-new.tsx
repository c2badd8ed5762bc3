import { useLoaderData } from '@remix-run/react'
import { Choices, Tick } from '#app/components/choices.tsx'
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
  const { community, committeeId, surveys } = await readSurveys(ctx)
  const templates = await templatesInUse(ctx.db, committeeId)
  return { community, templates: templates.filter(({ questions }) => questions.length > 0), surveys }
})
export const action = formAction({
  form: draftSurveyForm,
  run: draftSurvey,
  goTo: ({ id }) => `/desk/surveys/${id}`,
})

export default function NewSurvey() {
  const t = useT()
  const { community, templates, surveys } = useLoaderData<typeof loader>()
  const before = surveys.filter(({ state }) => state !== 'draft')
  return (
    <Page
      narrow
      back={{ to: '/desk/surveys' }}
      eyebrow={community}
      title={t('survey.new.title')}
      lead={t('survey.new.lead')}
    >
      <Form submit={t('survey.new.submit')} aside={<a href="/desk/templates">{t('template.title')}</a>}>
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
        {before.length > 0 ? (
          <Field
            name="waveOf"
            kind="select"
            label={t('survey.wave')}
            hint={t('survey.wave.hint')}
            optional
            options={before.map(({ id, name }) => ({ value: id, label: name }))}
          />
        ) : null}
        <Field
          name="minAge"
          kind="number"
          label={t('survey.age')}
          hint={t('survey.age.hint')}
          fallback={14}
        />
        <Choices
          name="answerLimit"
          legend={t('survey.limit')}
          many
          options={[{ value: 'slip', label: t('survey.limit'), note: t('survey.limit.say') }]}
        />
        <Tick name="twoEntries">
          {t('survey.twice')}
          <small>{t('survey.twice.say')}</small>
        </Tick>
      </Form>
    </Page>
  )
}

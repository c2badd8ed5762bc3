import { useLoaderData } from '@remix-run/react'
import { ExcelLink } from '#app/components/excel-link.tsx'
import { Field } from '#app/components/field.tsx'
import { Form } from '#app/components/form.tsx'
import { Matters } from '#app/components/matters.tsx'
import { Page, Section } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { formAction } from '#app/http/form-action.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { makeTemplateForm } from '#domain/ask/survey/forms.ts'
import { makeTemplate } from '#domain/ask/survey/make-template.ts'
import { readTemplates } from '#domain/ask/survey/template.ts'

export const handle = titled('template.title')
export const loader = pageLoader((ctx) => readTemplates(ctx))
export const action = formAction({
  form: makeTemplateForm,
  run: makeTemplate,
  goTo: ({ id }) => `/desk/templates/${id}`,
})

export default function Templates() {
  const t = useT()
  const { templates, makes } = useLoaderData<typeof loader>()
  return (
    <Page
      back={{ to: '/desk/surveys', label: t('surveys.title') }}
      title={t('template.title')}
      lead={t('template.lead')}
    >
      <Matters
        matters={templates.map((it) => ({
          key: it.id,
          kind: t(it.fixed ? 'template.fixed' : 'template.open'),
          title: it.title,
          to: `/desk/templates/${it.id}`,
          say: [
            t('template.version', { code: it.code, version: it.version }),
            t('template.counts', { n: it.questions.length, least: it.minCell }),
          ].join(' · '),
        }))}
      />
      <ExcelLink to="/desk/templates.xlsx" />
      {makes ? (
        <Section title={t('template.new')}>
          <Form submit={t('template.make')}>
            <Field name="title" label={t('template.name')} />
            <Field
              name="from"
              kind="select"
              label={t('template.from')}
              hint={t('template.from.empty')}
              optional
              options={templates.map((it) => ({
                value: it.id,
                label: `${it.title} ${t('template.version', { code: it.code, version: it.version })}`,
              }))}
            />
          </Form>
        </Section>
      ) : null}
    </Page>
  )
}

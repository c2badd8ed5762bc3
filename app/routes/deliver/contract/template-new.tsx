import { useLoaderData } from '@remix-run/react'
import { Details, Note } from '#app/components/card.tsx'
import { Choices } from '#app/components/choices.tsx'
import { useRouteNames } from '#app/components/deliver/template-clauses.tsx'
import { Field } from '#app/components/field.tsx'
import { Form } from '#app/components/form.tsx'
import { Page, Section } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { formAction } from '#app/http/form-action.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { reviseTemplateForm } from '#domain/deliver/contract/template/forms.ts'
import { reviseTemplate } from '#domain/deliver/contract/template/revise-template.ts'
import { templateDraft } from '#domain/deliver/contract/template/template-page.ts'

export const handle = titled('contract-template.revise')
export const loader = pageLoader((ctx) => templateDraft(ctx))
export const action = formAction({
  form: reviseTemplateForm,
  run: reviseTemplate,
  goTo: ({ id }) => `/contract-templates/${id}`,
})

const blanks = ['new-1', 'new-2'].map((id) => ({ id, heading: '', words: '', routes: [] as string[] }))

/** A next version of the template, written from the newest; two clauses more than there are. */
export default function ReviseTemplate() {
  const t = useT()
  const page = useLoaderData<typeof loader>()
  const names = useRouteNames(page.routes)
  const options = page.routes.map(({ code }) => ({ value: code, label: names([code]) }))
  return (
    <Page
      back={{ to: '/contract-templates', label: t('contract-template.title') }}
      title={t('contract-template.revise')}
      lead={t('contract-template.revise.lead', { n: page.version })}
    >
      <Note>
        {t('contract-template.marks')}
        <ul className="small quiet">
          {page.placeholders.map((mark) => (
            <li key={mark}>
              <code>{`{{${mark}}}`}</code> {t(`contract-template.mark.${mark}`)}
            </li>
          ))}
        </ul>
      </Note>
      <Form submit={t('contract-template.submit')}>
        {[...page.clauses.map((c) => ({ ...c, id: c.heading })), ...blanks].map((clause, at) => (
          <Section key={clause.id} title={clause.heading || t('contract-template.more')}>
            <Field
              name={`clauses[${at}].heading`}
              label={t('contract-template.heading')}
              fallback={clause.heading}
              optional={!clause.heading}
            />
            <Field
              name={`clauses[${at}].words`}
              kind="long"
              label={t('contract-template.words')}
              fallback={clause.words}
              optional={!clause.heading}
            />
            <Details summary={t('contract-template.routes', { n: clause.routes.length })}>
              <Choices
                many
                name={`clauses[${at}].routes`}
                legend={t('contract-template.routes.legend')}
                options={options}
                fallback={clause.routes}
              />
            </Details>
          </Section>
        ))}
        <Section title={t('contract-template.about')}>
          <Field name="basis" label={t('contract-template.basis')} fallback={page.basis} />
          <Field name="from" kind="date" label={t('contract-template.from')} fallback={page.today} />
          <Field
            name="ground"
            kind="long"
            rows={3}
            label={t('contract-template.ground')}
            hint={t('contract-template.ground.hint')}
          />
        </Section>
      </Form>
    </Page>
  )
}

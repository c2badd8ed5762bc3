import { useLoaderData } from '@remix-run/react'
import { Note } from '#app/components/card.tsx'
import { Choices } from '#app/components/choices.tsx'
import { Field } from '#app/components/field.tsx'
import { Form } from '#app/components/form.tsx'
import { Page } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { formAction } from '#app/http/form-action.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { subcontractForm } from '#domain/deliver/contract/subcontract/forms.ts'
import { requestSubcontract } from '#domain/deliver/contract/subcontract/request-subcontract.ts'
import { subcontractDraft } from '#domain/deliver/contract/subcontract/subcontract-page.ts'

export const handle = titled('subcontract.request')
export const loader = pageLoader((ctx, { contractId }) => subcontractDraft(ctx, contractId!))
export const action = formAction({
  form: subcontractForm,
  run: (ctx, typed, { contractId }) => requestSubcontract(ctx, { ...typed, contractId: contractId! }),
  goTo: ({ id, contractId }) => `/work/${contractId}/subcontracts/${id}`,
})

export default function RequestSubcontract() {
  const t = useT()
  const page = useLoaderData<typeof loader>()
  const core = page.core.join(t('list.comma'))
  return (
    <Page
      narrow
      back={{ to: `/work/${page.id}`, label: page.title }}
      title={t('subcontract.request')}
      lead={t('subcontract.request.lead')}
    >
      <Note>
        {t('subcontract.core', { core })}
        {page.given > 0 ? <span className="block">{t('subcontract.given', { n: page.given })}</span> : null}
      </Note>
      {page.open.length > 0 && page.running ? (
        <Form submit={t('subcontract.submit')}>
          <Field name="body" label={t('subcontract.body')} hint={t('subcontract.body.hint')} />
          <Field
            name="part"
            kind="long"
            rows={3}
            label={t('subcontract.part')}
            hint={t('subcontract.part.hint')}
          />
          <Choices
            many
            name="indicators"
            legend={t('subcontract.work')}
            options={page.open.map(({ code, name }) => ({ value: code, label: name }))}
          />
          <Field
            name="percent"
            kind="number"
            short
            label={t('subcontract.percent')}
            hint={t('subcontract.percent.hint')}
          />
          <Field name="reason" kind="long" rows={3} label={t('subcontract.reason')} />
        </Form>
      ) : (
        <Note kind="wait">
          {t(page.running ? 'subcontract.nothing-open' : 'refusal.contract-not-running')}
        </Note>
      )}
    </Page>
  )
}

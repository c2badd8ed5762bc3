import { useLoaderData } from '@remix-run/react'
import { Choices } from '#app/components/choices.tsx'
import { TransferSignals } from '#app/components/deliver/subcontract-list.tsx'
import { Field } from '#app/components/field.tsx'
import { Form } from '#app/components/form.tsx'
import { Page } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { formAction } from '#app/http/form-action.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { findingKinds } from '#db/vocabulary.ts'
import { raisePage } from '#domain/deliver/supervision/finding-page.ts'
import { raiseFindingForm } from '#domain/deliver/supervision/forms.ts'
import { raiseFinding } from '#domain/deliver/supervision/raise-finding.ts'

export const handle = titled('finding.raise.title')
export const loader = pageLoader((ctx, { contractId }) => raisePage(ctx, contractId!))
export const action = formAction({
  form: raiseFindingForm,
  run: (ctx, words, { contractId }) => raiseFinding(ctx, { ...words, contractId: contractId! }),
  goTo: ({ id }) => `/desk/findings/${id}`,
})

export default function RaiseFinding() {
  const t = useT()
  const page = useLoaderData<typeof loader>()
  return (
    <Page
      narrow
      back={{ to: `/work/${page.id}`, label: page.title }}
      title={t('finding.raise.title')}
      lead={t('finding.raise.lead')}
    >
      <TransferSignals signals={page.signals} />
      <Form submit={t('finding.raise.submit')}>
        <Choices
          name="kind"
          legend={t('finding.kind')}
          fallback="ordinary"
          options={findingKinds.map((value) => ({
            value,
            label: t(`finding.kind.${value}`),
            note: value === 'transfer' ? t('finding.kind.transfer.note') : undefined,
          }))}
        />
        <Field name="words" kind="long" rows={5} label={t('finding.words')} hint={t('finding.words.hint')} />
      </Form>
    </Page>
  )
}

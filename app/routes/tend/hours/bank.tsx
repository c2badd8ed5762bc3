import { useLoaderData } from '@remix-run/react'
import { Note } from '#app/components/card.tsx'
import { Field } from '#app/components/field.tsx'
import { Form } from '#app/components/form.tsx'
import { Page } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { formAction } from '#app/http/form-action.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { appointBank } from '#domain/tend/hours/bank.ts'
import { appointBankForm } from '#domain/tend/hours/forms.ts'
import { appointPage } from '#domain/tend/hours/hours-page.ts'

export const handle = titled('hours.appoint')
export const loader = pageLoader((ctx) => appointPage(ctx))
export const action = formAction({
  form: appointBankForm,
  run: (ctx, input) => appointBank(ctx, input),
  goTo: () => '/hours',
})

/** 确定承办单位: one registered organisation keeps the bank. */
export default function AppointBank() {
  const t = useT()
  const { bank, fit } = useLoaderData<typeof loader>()
  return (
    <Page
      narrow
      back={{ to: '/hours', label: t('hours.title') }}
      title={t('hours.appoint')}
      lead={t('hours.appoint.lead')}
    >
      {bank ? <Note>{t('hours.appoint.now', { bank })}</Note> : null}
      <Form submit={t('hours.appoint.do')}>
        <Field
          name="partyId"
          kind="select"
          label={t('hours.keeper')}
          options={fit.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <Field name="ground" kind="long" rows={2} label={t('hours.appoint.ground')} />
      </Form>
    </Page>
  )
}

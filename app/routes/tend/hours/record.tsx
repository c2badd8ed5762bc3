import { useLoaderData } from '@remix-run/react'
import { Field } from '#app/components/field.tsx'
import { Form } from '#app/components/form.tsx'
import { Page } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { ServiceFields } from '#app/components/tend/hour-fields.tsx'
import { formAction } from '#app/http/form-action.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { recordForm } from '#domain/tend/hours/forms.ts'
import { recordPage } from '#domain/tend/hours/my-hours.ts'
import { recordService } from '#domain/tend/hours/record-service.ts'

export const handle = titled('hours.record')
export const loader = pageLoader((ctx) => recordPage(ctx))
export const action = formAction({
  form: recordForm,
  run: (ctx, input) => recordService(ctx, input),
  goTo: ({ id }) => `/hours/services/${id}`,
})

/** 记录服务: what one did for a body, which then confirms it. */
export default function RecordHours() {
  const t = useT()
  const { hosts, today, most } = useLoaderData<typeof loader>()
  return (
    <Page
      narrow
      back={{ to: '/hours/me', label: t('hours.mine') }}
      title={t('hours.record')}
      lead={t('hours.record.lead', { n: most / 60 })}
    >
      <Form submit={t('hours.record.do')}>
        <Field
          name="hostId"
          kind="select"
          label={t('hours.record.host')}
          hint={t('hours.record.host.hint')}
          options={hosts.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <ServiceFields today={today} />
      </Form>
    </Page>
  )
}

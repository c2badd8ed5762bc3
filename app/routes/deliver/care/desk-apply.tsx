import { useLoaderData } from '@remix-run/react'
import { ApplyFields } from '#app/components/care/apply-fields.tsx'
import { CareCriteria } from '#app/components/care/criteria.tsx'
import { Field } from '#app/components/field.tsx'
import { Form } from '#app/components/form.tsx'
import { Page } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { formAction } from '#app/http/form-action.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { applyByPhone, applyForOthersPage } from '#domain/deliver/care/apply-by-phone.ts'
import { applyByPhoneForm } from '#domain/deliver/care/forms.ts'

export const handle = titled('care.desk.apply')
export const loader = pageLoader((ctx) => applyForOthersPage(ctx))
export const action = formAction({
  form: applyByPhoneForm,
  run: (ctx, input) => applyByPhone(ctx, input),
  goTo: ({ id }) => `/care/${id}`,
})

/** 代为申请, at the committee or the station. */
export default function DeskApply() {
  const t = useT()
  const { frameworks, criteria } = useLoaderData<typeof loader>()
  return (
    <Page
      narrow
      back={{ to: '/desk/care', label: t('care.list') }}
      title={t('care.desk.apply')}
      lead={t('care.desk.apply.lead')}
    >
      <CareCriteria criteria={criteria} />
      <Form submit={t('care.apply.do')}>
        <Field name="phone" kind="phone" label={t('care.desk.phone')} />
        <ApplyFields frameworks={frameworks} />
      </Form>
    </Page>
  )
}

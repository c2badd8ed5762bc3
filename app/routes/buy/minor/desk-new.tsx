import { useLoaderData } from '@remix-run/react'
import { Field } from '#app/components/field.tsx'
import { Form } from '#app/components/form.tsx'
import { useFormat } from '#app/components/format.ts'
import { Page } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { formAction } from '#app/http/form-action.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { draftWork } from '#domain/buy/minor/call-quotes.ts'
import { minorForm } from '#domain/buy/minor/forms.ts'
import { newWork } from '#domain/buy/minor/work-page.ts'

export const handle = titled('minor.new')
const planIn = (url: URL) => url.searchParams.get('plan') ?? ''
export const loader = pageLoader((ctx, _params, url) => newWork(ctx, planIn(url)))
export const action = formAction({
  form: minorForm,
  run: (ctx, input, _params, request) => draftWork(ctx, { ...input, planId: planIn(new URL(request.url)) }),
  goTo: ({ id }) => `/desk/minor-works/${id}`,
})

export default function NewMinorWork() {
  const t = useT()
  const f = useFormat()
  const { plan } = useLoaderData<typeof loader>()
  return (
    <Page
      narrow
      back={{ to: `/desk/plans/${plan.id}`, label: plan.title }}
      eyebrow={`${t('minor.ceiling')} ${f.money(plan.amount)}`}
      title={t('minor.new')}
      lead={t('minor.new.lead')}
    >
      <Form submit={t('minor.save')}>
        <Field name="title" label={t('minor.name')} fallback={plan.title} />
        <Field name="place" label={t('minor.place')} />
        <Field name="list" kind="long" label={t('minor.list')} hint={t('minor.list.hint')} />
        <Field name="quotesUntil" kind="datetime" label={t('minor.until')} hint={t('minor.until.hint')} />
      </Form>
    </Page>
  )
}

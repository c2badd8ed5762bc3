import { useLoaderData } from '@remix-run/react'
import { FrameworkFields } from '#app/components/buy/framework-fields.tsx'
import { Form } from '#app/components/form.tsx'
import { useFormat } from '#app/components/format.ts'
import { Page } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { formAction } from '#app/http/form-action.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { frameworkForm } from '#domain/buy/framework/forms.ts'
import { newFramework } from '#domain/buy/framework/framework-page.ts'
import { draftFramework } from '#domain/buy/framework/write-framework.ts'

export const handle = titled('framework.new')
const planIn = (url: URL) => url.searchParams.get('plan') ?? ''
export const loader = pageLoader((ctx, _params, url) => newFramework(ctx, planIn(url)))
export const action = formAction({
  form: frameworkForm,
  run: (ctx, input, _params, request) =>
    draftFramework(ctx, { ...input, planId: planIn(new URL(request.url)) }),
  goTo: ({ id }) => `/desk/frameworks/${id}`,
})

export default function NewFramework() {
  const t = useT()
  const f = useFormat()
  const { plan } = useLoaderData<typeof loader>()
  return (
    <Page
      narrow
      back={{ to: `/desk/plans/${plan.id}`, label: plan.title }}
      title={t('framework.new')}
      lead={`${t('plan.amount')} ${f.money(plan.amount)}`}
    >
      <Form submit={t('framework.save')}>
        <FrameworkFields title={plan.title} />
      </Form>
    </Page>
  )
}

import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Field } from '#app/components/field.tsx'
import { Form } from '#app/components/form.tsx'
import { useFormat } from '#app/components/format.ts'
import { Page } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { worldOf } from '#app/context.server.ts'
import { formAction } from '#app/http/form-action.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { Refusal } from '#domain/refusal.ts'
import { moveClock, moveClockForm } from '#domain/who/move-clock.ts'

export const handle = titled('clock.title')
const isDemo = (args: LoaderFunctionArgs | ActionFunctionArgs) => worldOf(args.context).demo !== 'off'

export const loader = (args: LoaderFunctionArgs) =>
  pageLoader(async ({ clock }) => {
    if (!isDemo(args)) throw new Refusal('missing', 'page')
    return { now: clock.now() }
  })(args)

export const action = (args: ActionFunctionArgs) =>
  formAction({
    form: moveClockForm,
    run: (ctx, input) => moveClock(ctx, { ...input, demo: isDemo(args) }),
    goTo: () => '/clock',
  })(args)

export default function ShownClock() {
  const t = useT()
  const f = useFormat()
  const { now } = useLoaderData<typeof loader>()
  return (
    <Page narrow title={t('clock.title')} lead={t('clock.lead')}>
      <p>
        {t('clock.now')} <strong>{f.dateTime(now)}</strong>
      </p>
      <Form submit={t('clock.submit')}>
        <Field name="to" kind="datetime" label={t('clock.to')} short />
      </Form>
    </Page>
  )
}

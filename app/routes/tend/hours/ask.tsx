import { useLoaderData } from '@remix-run/react'
import { Empty } from '#app/components/card.tsx'
import { Form } from '#app/components/form.tsx'
import { Page } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { ServiceFields } from '#app/components/tend/hour-fields.tsx'
import { useMinutes } from '#app/components/tend/minutes.ts'
import { formAction } from '#app/http/form-action.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { askService } from '#domain/tend/hours/ask-service.ts'
import { askForm } from '#domain/tend/hours/forms.ts'
import { askPage } from '#domain/tend/hours/my-hours.ts'

export const handle = titled('hours.ask')
export const loader = pageLoader((ctx) => askPage(ctx))
export const action = formAction({
  form: askForm,
  run: (ctx, input) => askService(ctx, input),
  goTo: ({ id }) => `/hours/services/${id}`,
})

/** 约服务: help from a neighbour, for hours one has. */
export default function AskForHelp() {
  const t = useT()
  const amount = useMinutes()
  const { minutes, today } = useLoaderData<typeof loader>()
  return (
    <Page
      narrow
      back={{ to: '/hours/me', label: t('hours.mine') }}
      title={t('hours.ask')}
      lead={minutes === null ? undefined : t('hours.ask.lead', { amount: amount(minutes) })}
    >
      {minutes === null ? (
        <Empty action={{ to: '/hours/me', label: t('hours.mine') }}>{t('hours.ask.no-account')}</Empty>
      ) : (
        <Form submit={t('hours.ask.do')}>
          <ServiceFields today={today} planned />
        </Form>
      )}
    </Page>
  )
}

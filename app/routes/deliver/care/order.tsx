import { useLoaderData } from '@remix-run/react'
import { Empty } from '#app/components/card.tsx'
import { useAmount } from '#app/components/care/amount.tsx'
import { Choices } from '#app/components/choices.tsx'
import { Field } from '#app/components/field.tsx'
import { Form } from '#app/components/form.tsx'
import { useFormat } from '#app/components/format.ts'
import { Page } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { formAction } from '#app/http/form-action.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { orderPage } from '#domain/deliver/care/care-page.ts'
import { visitForm } from '#domain/deliver/care/forms.ts'
import { orderVisit } from '#domain/deliver/care/order-visit.ts'

export const handle = titled('visit.order.title')
export const loader = pageLoader((ctx, { careId }) => orderPage(ctx, careId!))
export const action = formAction({
  form: visitForm,
  run: (ctx, input, { careId }) => orderVisit(ctx, { ...input, careId: careId! }),
  goTo: ({ id }) => `/care/visits/${id}`,
})

const hours = Array.from({ length: 15 }, (_, at) => `${String(at + 6).padStart(2, '0')}:00`)

/** 约人上门: what, by whom, on which day and at what time; one page a daughter can use for her mother. */
export default function OrderVisit() {
  const t = useT()
  const f = useFormat()
  const amount = useAmount()
  const { id, person, unit, items, providers, account, today } = useLoaderData<typeof loader>()
  const nothing = items.length === 0 || providers.length === 0
  return (
    <Page
      narrow
      back={{ to: `/care/${id}`, label: t('care.card', { name: person }) }}
      title={t('visit.order.title')}
      lead={t('visit.order.lead', { name: person, left: amount(unit, account.available) })}
    >
      {nothing ? <Empty>{t('visit.order.nothing')}</Empty> : null}
      {nothing ? null : (
        <Form submit={t('visit.order.do')}>
          <Choices
            name="itemId"
            legend={t('order.what')}
            options={items.map(({ id: value, name, unit: one, price, minutes, quality }) => ({
              value,
              label: name,
              note:
                unit === 'fen'
                  ? t('visit.order.price', { unit: one, price: f.money(price), quality })
                  : t('visit.order.minutes', { unit: one, n: minutes ?? 0, quality }),
            }))}
          />
          <Field name="quantity" kind="number" short label={t('order.quantity')} fallback={1} />
          <Choices
            name="providerId"
            legend={t('order.who')}
            options={providers.map(({ id: value, name, grade }) => ({
              value,
              label: name,
              note: grade ? t('visit.order.grade', { grade }) : undefined,
            }))}
          />
          <Field name="wishedOn" kind="date" label={t('order.when')} fallback={today} />
          <Field
            name="hour"
            kind="select"
            label={t('visit.order.hour')}
            fallback="09:00"
            options={hours.map((value) => ({ value, label: value }))}
          />
        </Form>
      )}
    </Page>
  )
}

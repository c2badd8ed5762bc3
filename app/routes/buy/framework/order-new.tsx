import { useLoaderData } from '@remix-run/react'
import { Note } from '#app/components/card.tsx'
import { Choices } from '#app/components/choices.tsx'
import { Field } from '#app/components/field.tsx'
import { Form } from '#app/components/form.tsx'
import { useFormat } from '#app/components/format.ts'
import { Page } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { formAction } from '#app/http/form-action.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { orderForm } from '#domain/buy/framework/forms.ts'
import { orderChoices } from '#domain/buy/framework/framework-page.ts'
import { placeOrder } from '#domain/buy/framework/place-order.ts'

export const handle = titled('order.new')
export const loader = pageLoader((ctx, { frameworkId }) => orderChoices(ctx, frameworkId!))
export const action = formAction({
  form: orderForm,
  run: (ctx, input, { frameworkId }) => placeOrder(ctx, { ...input, frameworkId: frameworkId! }),
  goTo: ({ id }) => `/orders/${id}`,
})

/** 下单: for whom, what, by whom, when; one page a daughter can use for her mother. */
export default function NewOrder() {
  const t = useT()
  const f = useFormat()
  const { framework, buyer, items, providers, family, own, today } = useLoaderData<typeof loader>()
  const kin = family.map(({ personId, name, relation }) => ({
    value: personId,
    label: t('order.whom.kin', { name, relation }),
  }))
  return (
    <Page
      narrow
      back={{ to: `/frameworks/${framework.id}`, label: framework.title }}
      title={t('order.new')}
      lead={t('order.new.lead', { buyer })}
    >
      {kin.length === 0 ? <Note>{t('order.whom.none')}</Note> : null}
      <Form submit={t('order.do')}>
        <Choices
          name="personId"
          legend={t('order.whom')}
          fallback={kin[0]?.value ?? own}
          options={[...kin, { value: own, label: t('order.whom.self') }]}
        />
        <Choices
          name="itemId"
          legend={t('order.what')}
          options={items.map(({ id, name, unit, price, quality }) => ({
            value: id,
            label: name,
            note: t('order.what.note', { price: f.money(price), unit, quality }),
          }))}
        />
        <Choices
          name="providerId"
          legend={t('order.who')}
          options={providers.map(({ id, name, done }) => ({
            value: id,
            label: name,
            note: t('order.who.note', { n: done.n }),
          }))}
        />
        <Field name="quantity" kind="number" short label={t('order.quantity')} fallback={1} />
        <Field name="wishedOn" kind="date" label={t('order.when')} fallback={today} />
        <Field
          name="words"
          kind="long"
          rows={2}
          optional
          label={t('order.words')}
          hint={t('order.words.hint')}
        />
      </Form>
    </Page>
  )
}

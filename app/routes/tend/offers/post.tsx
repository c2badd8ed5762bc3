import { useLoaderData } from '@remix-run/react'
import { Choices } from '#app/components/choices.tsx'
import { Field } from '#app/components/field.tsx'
import { Form } from '#app/components/form.tsx'
import { Page } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { formAction } from '#app/http/form-action.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { offerKinds } from '#db/vocabulary.ts'
import { offerForm } from '#domain/tend/offers/forms.ts'
import { postPage } from '#domain/tend/offers/offer-pages.ts'
import { postOffer } from '#domain/tend/offers/post-offer.ts'

export const handle = titled('offers.post')
export const loader = pageLoader((ctx) => postPage(ctx))
export const action = formAction({
  form: offerForm,
  run: (ctx, input) => postOffer(ctx, input),
  goTo: ({ id }) => `/offers/${id}`,
})

/** 发布优惠或认捐实物, for one service. */
export default function PostOffer() {
  const t = useT()
  const { lines, today } = useLoaderData<typeof loader>()
  return (
    <Page
      narrow
      back={{ to: '/offers', label: t('offers.title') }}
      title={t('offers.post')}
      lead={t('offers.post.lead')}
    >
      <Form submit={t('offers.post.do')}>
        <Choices
          name="kind"
          legend={t('offer.kind')}
          options={offerKinds.map((value) => ({ value, label: t(`offer.kind.${value}`) }))}
        />
        <Field
          name="line"
          kind="select"
          label={t('offer.line')}
          options={lines.map(({ line, title }) => ({ value: line, label: title }))}
        />
        <Field name="title" label={t('offer.title')} />
        <Field name="words" kind="long" rows={3} label={t('offer.words')} hint={t('offer.words.hint')} />
        <Field name="quantity" kind="number" short label={t('offer.quantity')} />
        <Field name="unitValue" kind="money" label={t('offer.unit-value')} />
        <Field name="valueGround" label={t('offer.value-ground')} hint={t('offer.value-ground.hint')} />
        <Field name="from" kind="date" label={t('offer.from')} fallback={today} />
        <Field name="to" kind="date" label={t('offer.to')} />
      </Form>
    </Page>
  )
}

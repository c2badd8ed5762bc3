import { useLoaderData } from '@remix-run/react'
import { Field } from '#app/components/field.tsx'
import { Form } from '#app/components/form.tsx'
import { Page, Section } from '#app/components/page.tsx'
import { OrderSaid } from '#app/components/rate/order-rating.tsx'
import { titled } from '#app/components/shell/title.ts'
import { formActions, formsOf } from '#app/http/form-action.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { answerRectificationForm } from '#domain/rate/rating/forms.ts'
import { oneOrderRating } from '#domain/rate/rating/orders/order-rating-page.ts'
import { answerOrderFix } from '#domain/rate/rating/orders/take-order-fix.ts'

export const handle = titled('order.rated.one')
export const loader = pageLoader((ctx, { orderRatingId }) => oneOrderRating(ctx, orderRatingId!))

const on = formsOf(
  ({ orderRatingId = '' }) => ({ orderRatingId }),
  (_done, { orderRatingId }) => `/desk/orders/ratings/${orderRatingId}`,
)
export const action = formActions({ answer: on(answerRectificationForm, answerOrderFix) })

/** One rating of an order, and its 整改. */
export default function OrderRated() {
  const t = useT()
  const { level, words, item, title, month, own, fix, answers } = useLoaderData<typeof loader>()
  return (
    <Page
      narrow
      back={own ? { to: '/desk/orders/ratings', label: t('order.rated.provider.title') } : { to: '/desk' }}
      eyebrow={title}
      title={t('order.rated.one')}
      lead={t('order.rated.of', { item, month })}
    >
      <OrderSaid said={{ level, words }} fix={fix} />
      {answers ? (
        <Section title={t('rectification.answer.title')}>
          <Form name="answer" submit={t('rectification.answer.submit')}>
            <Field
              name="answer"
              kind="long"
              label={t('rectification.answer.words')}
              hint={t('order.rated.answer.hint')}
            />
          </Form>
        </Section>
      ) : null}
    </Page>
  )
}

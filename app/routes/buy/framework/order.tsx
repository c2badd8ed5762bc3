import { useLoaderData } from '@remix-run/react'
import { ButtonLink } from '#app/components/button.tsx'
import { OrderActs } from '#app/components/buy/order-acts.tsx'
import { Card, Note } from '#app/components/card.tsx'
import { Facts } from '#app/components/check-answers.tsx'
import { Countdown } from '#app/components/countdown.tsx'
import { useFormat } from '#app/components/format.ts'
import { Money } from '#app/components/money.tsx'
import { Page } from '#app/components/page.tsx'
import { OrderRating } from '#app/components/rate/order-rating.tsx'
import { titled } from '#app/components/shell/title.ts'
import { Tag } from '#app/components/tag.tsx'
import { formActions, formsOf, oneForm } from '#app/http/form-action.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import {
  acceptOrder,
  cancelOrder,
  confirmOrder,
  finishOrder,
  redoOrder,
  refuseOrder,
} from '#domain/buy/framework/carry-order.ts'
import { finishForm, plainForm, reasonForm } from '#domain/buy/framework/forms.ts'
import { orderPage } from '#domain/buy/framework/order-page.ts'
import type { Context } from '#domain/context.ts'
import { judgeRectificationForm } from '#domain/rate/rating/forms.ts'
import { familyRating } from '#domain/rate/rating/orders/order-rating-page.ts'
import { orderRatingForm, rateOrder } from '#domain/rate/rating/orders/rate-order.ts'
import { judgeOrderFix } from '#domain/rate/rating/orders/take-order-fix.ts'

export const handle = titled<{ order: { refNo: string } }>((t, { order }) =>
  t('order.title', { no: order.refNo }),
)
export const loader = pageLoader(async (ctx, { orderId }) => ({
  ...(await orderPage(ctx, orderId!)),
  rating: await familyRating(ctx, orderId!),
}))
const goTo = ({ id }: { id: string }) => `/orders/${id}`
type Plain = (ctx: Context, of: { orderId: string }) => Promise<{ id: string }>
type Reasoned = (ctx: Context, of: { orderId: string; reason: string }) => Promise<{ id: string }>
const plain = (act: Plain) =>
  oneForm({ form: plainForm, run: (ctx, _input, p) => act(ctx, { orderId: p.orderId! }), goTo })
const reasoned = (act: Reasoned) =>
  oneForm({ form: reasonForm, run: (ctx, input, p) => act(ctx, { ...input, orderId: p.orderId! }), goTo })
const ofOrder = formsOf(({ orderId = '' }) => ({ orderId }), goTo)
export const action = formActions({
  rate: ofOrder(orderRatingForm, rateOrder),
  judge: ofOrder(judgeRectificationForm, judgeOrderFix),
  accept: plain(acceptOrder),
  confirm: plain(confirmOrder),
  refuse: reasoned(refuseOrder),
  redo: reasoned(redoOrder),
  cancel: reasoned(cancelOrder),
  finish: ofOrder(finishForm, finishOrder),
})

const kinds = {
  placed: 'wait',
  accepted: 'live',
  done: 'wait',
  confirmed: 'done',
  refused: 'late',
  cancelled: 'plain',
} as const

export default function Order() {
  const t = useT()
  const f = useFormat()
  const shown = useLoaderData<typeof loader>()
  const { order, item, supplier, person, words, clock } = shown
  return (
    <Page
      narrow
      back={{ to: '/orders', label: t('frameworks.mine') }}
      title={t('order.title', { no: order.refNo })}
      lead={<Tag kind={kinds[order.state]}>{t(`order.state.${order.state}`)}</Tag>}
    >
      {order.reason ? <Note kind="wait">{t('order.reason', { reason: order.reason })}</Note> : null}
      {clock ? (
        <Card board>
          <p>{t(order.state === 'placed' ? 'order.waits.placed' : 'order.waits.done')}</p>
          <Countdown clock={clock} />
        </Card>
      ) : null}
      <Facts
        facts={[
          { term: t('order.for'), text: person },
          { term: t('order.service'), text: `${item.name}（${item.quality}）` },
          { term: t('order.count'), text: `${order.quantity} ${item.unit}` },
          { term: t('order.amount'), text: <Money fen={order.amount} /> },
          { term: t('order.by'), text: supplier },
          { term: t('order.wished'), text: f.day(order.wishedOn) },
          ...(order.doneOn ? [{ term: t('order.done-on'), text: f.day(order.doneOn) }] : []),
          ...(words ? [{ term: t('order.note'), text: words }] : []),
        ]}
      />
      {shown.visit ? <ButtonLink to={shown.visit}>{t('order.visit')}</ButtonLink> : null}
      <OrderActs {...shown} />
      <OrderRating rating={shown.rating} />
    </Page>
  )
}

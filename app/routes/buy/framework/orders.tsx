import { useLoaderData } from '@remix-run/react'
import { ButtonLink } from '#app/components/button.tsx'
import { OrderList } from '#app/components/buy/order-list.tsx'
import { Page } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { myOrders } from '#domain/buy/framework/order-page.ts'

export const handle = titled('orders.mine')
export const loader = pageLoader((ctx) => myOrders(ctx))

export default function MyOrders() {
  const t = useT()
  const { orders } = useLoaderData<typeof loader>()
  return (
    <Page narrow title={t('orders.mine')} back={{ to: '/frameworks', label: t('frameworks.title') }}>
      <ButtonLink to="/frameworks">{t('frameworks.order')}</ButtonLink>
      <OrderList orders={orders} />
    </Page>
  )
}

import { useLoaderData } from '@remix-run/react'
import { OrderList } from '#app/components/buy/order-list.tsx'
import { Page } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { providerOrders } from '#domain/buy/framework/order-page.ts'

export const handle = titled('orders.of-provider')
export const loader = pageLoader((ctx) => providerOrders(ctx))

export default function ProviderOrders() {
  const t = useT()
  const { orders } = useLoaderData<typeof loader>()
  return (
    <Page title={t('orders.of-provider')} back={{ to: '/desk' }}>
      <OrderList orders={orders} />
    </Page>
  )
}

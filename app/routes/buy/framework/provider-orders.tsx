import { useLoaderData } from '@remix-run/react'
import { OrderList } from '#app/components/buy/order-list.tsx'
import { Links } from '#app/components/entry.tsx'
import { Page } from '#app/components/page.tsx'
import { Pagination } from '#app/components/pagination.tsx'
import { titled } from '#app/components/shell/title.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { providerOrders } from '#domain/buy/framework/order-page.ts'

export const handle = titled('orders.of-provider')
export const loader = pageLoader((ctx, _, url) =>
  providerOrders(ctx, Number(url.searchParams.get('page')) || 1),
)

export default function ProviderOrders() {
  const t = useT()
  const { orders, page, pages } = useLoaderData<typeof loader>()
  return (
    <Page title={t('orders.of-provider')} back={{ to: '/desk' }}>
      <Links links={[{ to: '/desk/orders/ratings', label: t('order.rated.provider.title') }]} />
      <OrderList byPerson orders={orders} />
      <Pagination page={page} pages={pages} to={(n) => `/desk/orders?page=${n}`} />
    </Page>
  )
}

import { useLoaderData } from '@remix-run/react'
import { Empty } from '#app/components/card.tsx'
import { Matters } from '#app/components/matters.tsx'
import { Page } from '#app/components/page.tsx'
import { Pagination } from '#app/components/pagination.tsx'
import { levelKey } from '#app/components/rate/rate-form.tsx'
import { titled } from '#app/components/shell/title.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { providerRatings } from '#domain/rate/rating/orders/order-rating-page.ts'

export const handle = titled('order.rated.provider.title')
export const loader = pageLoader((ctx, _, url) =>
  providerRatings(ctx, Number(url.searchParams.get('page')) || 1),
)

/** 订单评价: what residents said of the orders this body carried out. */
export default function OrdersRated() {
  const t = useT()
  const { rated, n, page, pages } = useLoaderData<typeof loader>()
  return (
    <Page
      back={{ to: '/desk/orders', label: t('orders.of-provider') }}
      title={t('order.rated.provider.title')}
      lead={t('order.rated.provider.lead', { n })}
    >
      {rated.length === 0 ? <Empty>{t('order.rated.provider.none')}</Empty> : null}
      <Matters
        matters={rated.map((r) => ({
          key: r.id,
          kind: r.item,
          title: t(levelKey(r.level)),
          to: `/desk/orders/ratings/${r.id}`,
          left: r.fix ? t(`rectification.state.${r.fix}`) : undefined,
          soon: r.fix !== null && r.fix !== 'accepted_by_rater',
          until: r.month,
          say: r.words ?? undefined,
        }))}
      />
      <Pagination page={page} pages={pages} to={(to) => `/desk/orders/ratings?page=${to}`} />
    </Page>
  )
}

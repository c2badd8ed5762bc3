import { useT } from '#app/i18n/use-t.ts'
import type { myOrders } from '#domain/buy/framework/order-page.ts'
import { Empty } from '../card.tsx'
import { useFormat } from '../format.ts'
import { Matters } from '../matters.tsx'

type Orders = Awaited<ReturnType<typeof myOrders>>['orders']

/** Orders as rows: what, for whom, by whom, and where it stands; a provider's own begin with the person. */
export const OrderList = ({ orders, byPerson }: { orders: Orders; byPerson?: boolean }) => {
  const t = useT()
  const f = useFormat()
  if (orders.length === 0) return <Empty>{t('orders.none')}</Empty>
  return (
    <Matters
      matters={orders.map((o) => ({
        key: o.id,
        kind: byPerson ? o.person : o.supplier,
        title: t('orders.say', { item: o.item, n: o.quantity, unit: o.unit, on: f.shortDate(o.wishedOn) }),
        to: o.to,
        left: t(`order.state.${o.state}`),
        until: byPerson ? undefined : o.person,
        say: o.refNo,
      }))}
    />
  )
}

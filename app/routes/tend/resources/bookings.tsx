import { useLoaderData } from '@remix-run/react'
import { Page } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { BookingList } from '#app/components/tend/booking-list.tsx'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { myBookings } from '#domain/tend/resources/resource-pages.ts'

export const handle = titled('bookings.mine')
export const loader = pageLoader((ctx) => myBookings(ctx))

/** 我的预约. */
export default function MyBookings() {
  const t = useT()
  const { bookings } = useLoaderData<typeof loader>()
  return (
    <Page narrow back={{ to: '/resources', label: t('resources.title') }} title={t('bookings.mine')}>
      <BookingList bookings={bookings} />
    </Page>
  )
}

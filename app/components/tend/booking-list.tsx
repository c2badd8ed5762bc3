import { useT } from '#app/i18n/use-t.ts'
import type { bookingStates } from '#db/vocabulary.ts'
import { Empty } from '../card.tsx'
import { Matters } from '../matters.tsx'
import { useSlots } from './slot-words.ts'

type Booking = {
  id: string
  refNo: string
  name: string
  first: string
  last: string
  state: (typeof bookingStates)[number]
  overdue: boolean
}

/** Bookings as rows: what, when, and where each stands. */
export const BookingList = ({ bookings }: { bookings: readonly Booking[] }) => {
  const t = useT()
  const slots = useSlots()
  if (bookings.length === 0) return <Empty>{t('booking.none')}</Empty>
  return (
    <Matters
      matters={bookings.map((b) => ({
        key: b.id,
        kind: b.refNo,
        title: b.name,
        to: `/bookings/${b.id}`,
        left: t(b.overdue ? 'booking.overdue' : `booking.state.${b.state}`),
        soon: b.overdue,
        say: slots(b.first, b.last),
      }))}
    />
  )
}

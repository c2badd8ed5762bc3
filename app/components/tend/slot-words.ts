import { useT } from '#app/i18n/use-t.ts'
import { useFormat } from '../format.ts'

/** When a booking is for: hours of one day, or days. */
export function useSlots() {
  const t = useT()
  const f = useFormat()
  return (first: string, last: string) => {
    const [from = '', opens] = first.split('T')
    const [to = '', closes] = last.split('T')
    if (opens && closes)
      return t('booking.hours', { on: f.day(from), from: Number(opens), to: Number(closes) + 1 })
    return from === to ? f.day(from) : t('booking.days', { from: f.day(from), to: f.day(to) })
  }
}

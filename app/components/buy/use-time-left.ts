import { useT } from '#app/i18n/use-t.ts'

const hour = 3_600_000

/** What is left until an instant, in days and hours, in hours and minutes on the last day. */
export const useTimeLeft = () => {
  const t = useT()
  return (until: Date, now: Date) => {
    const left = Math.max(0, until.getTime() - now.getTime())
    const hours = Math.floor(left / hour)
    return hours >= 24
      ? t('tender.left.days', { days: Math.floor(hours / 24), hours: hours % 24 })
      : t('tender.left.hours', { hours, minutes: Math.floor((left % hour) / 60_000) })
  }
}
/** The last working hours of a deadline are shown as a warning. */
export const isSoon = (until: Date, now: Date) => until.getTime() - now.getTime() < 48 * hour

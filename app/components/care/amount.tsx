import { useT } from '#app/i18n/use-t.ts'
import { useFormat } from '../format.ts'

/** Hours or vouchers as people say them. */
export function useAmount() {
  const t = useT()
  const f = useFormat()
  return (unit: 'minutes' | 'fen' | null, n: number) => {
    if (unit === 'fen') return f.money(n)
    const [hours, minutes] = [Math.floor(n / 60), n % 60]
    return minutes > 0 ? t('care.amount.minutes', { hours, minutes }) : t('care.amount.hours', { hours })
  }
}

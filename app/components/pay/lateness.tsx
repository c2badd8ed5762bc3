import { useT } from '#app/i18n/use-t.ts'
import type { Lateness as Late } from '#domain/deliver/payment/payment-clock.ts'
import { useFormat } from '../format.ts'

/** How late a payment is, and the interest that has grown on it. */
export const Lateness = ({ late }: { late: Late }) => {
  const t = useT()
  const f = useFormat()
  return (
    <>
      {t(late.paid ? 'payment.late.was' : 'payment.late.is', {
        n: late.days,
        interest: f.money(late.interest),
      })}
      <span className="quiet small block">
        {t('rules.unit.bp_d', { n: late.rate })} · {late.source}
      </span>
    </>
  )
}

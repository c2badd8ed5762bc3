import { useT } from '#app/i18n/use-t.ts'
import type { ShownPayment } from '#domain/deliver/payment/payment-page.ts'
import { DeskDue } from '../deliver/desk-due.tsx'
import { useFormat } from '../format.ts'
import { Rows } from '../rows.tsx'
import { PaymentTag } from './payment-tag.tsx'

/** Payments as rows: what for, how much, how far, by when. */
export const PaymentRows = ({ payments }: { payments: readonly ShownPayment[] }) => {
  const t = useT()
  const f = useFormat()
  return (
    <Rows
      rows={payments.map((p) => ({
        key: p.id,
        title: `${p.part} ${f.money(p.amount)}`,
        to: p.link,
        of: (
          <>
            {t('payments.of', { title: p.title, part: p.refNo, supplier: p.supplier })}{' '}
            <PaymentTag state={p.state} />
          </>
        ),
        due: p.paidAt || p.state === 'declined' ? undefined : <DeskDue due={p.due} />,
        why:
          p.late && !p.paidAt
            ? t('payment.late.is', { n: p.late.days, interest: f.money(p.late.interest) })
            : p.paidAt
              ? t('payments.paid', { date: f.day(p.paidAt), no: p.voucherNo ?? '' })
              : t(`payment.stands.${p.state}`),
      }))}
    />
  )
}

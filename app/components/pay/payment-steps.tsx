import { useT } from '#app/i18n/use-t.ts'
import { useFormat } from '../format.ts'
import { Table } from '../table.tsx'
import { Timeline } from '../timeline.tsx'

type Step = {
  step: 'request' | 'check' | 'approve' | 'submit' | 'confirm'
  at: Date | null
  by: string | null
}

/** Who did which step, and what is still to come. */
export const PaymentSteps = ({ steps, online = false }: { steps: readonly Step[]; online?: boolean }) => {
  const t = useT()
  const f = useFormat()
  return (
    <Timeline
      moments={steps.map(({ step, at, by }) => ({
        key: step,
        when: at ? f.dateTime(at) : t('payment.step.ahead'),
        title: online && step === 'submit' ? t('payment.step.online') : t(`payment.step.${step}`),
        text: at ? by : undefined,
        ahead: !at,
      }))}
    />
  )
}

type Issued = {
  year: number
  no: string
  dated: string
  kind: 'direct' | 'authorised' | null
  payerTail?: string | null
  scan?: { id: string; hash: string } | null
  returnedAt: Date | null
  returnReason: string | null
}

/** Every voucher that was issued, also those the bank sent back. */
export const Vouchers = ({
  vouchers,
  paid,
  paymentId,
}: {
  vouchers: readonly Issued[]
  paid: boolean
  /** Whose scans may be opened from here. */
  paymentId?: string
}) => {
  const t = useT()
  const f = useFormat()
  const outcome = (v: Issued) =>
    v.returnedAt
      ? t('payment.voucher.returned', { date: f.day(v.returnedAt), reason: v.returnReason ?? '' })
      : t(paid ? 'payment.voucher.paid' : 'payment.voucher.live')
  return (
    <Table
      caption={t('payment.vouchers')}
      captionHidden
      columns={[
        { head: t('payment.voucher.no') },
        { head: t('payment.voucher.dated') },
        { head: t('payment.voucher.state') },
      ]}
      rows={vouchers.map((v) => ({
        key: `${v.year}${v.no}`,
        cells: [
          <span key="n" className="num">
            {v.no}
            {v.kind ? <span className="quiet small block">{t(`voucher.kind.${v.kind}`)}</span> : null}
            {v.payerTail ? (
              <span className="quiet small block">{t('voucher.payer', { tail: v.payerTail })}</span>
            ) : null}
            {v.scan && paymentId ? (
              <a className="small block" href={`/desk/payments/${paymentId}/vouchers/${v.scan.id}`}>
                {t('voucher.scan')}
              </a>
            ) : null}
          </span>,
          f.day(v.dated),
          outcome(v),
        ],
      }))}
    />
  )
}

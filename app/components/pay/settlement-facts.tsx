import { useT } from '#app/i18n/use-t.ts'
import type { SettlementPage } from '#domain/deliver/settlement/settlement-page.ts'
import { useFormat } from '../format.ts'
import { Money } from '../money.tsx'
import { Section } from '../page.tsx'
import { Tag } from '../tag.tsx'
import { Lateness } from './lateness.tsx'

/** What a claim is of, for whom, and by when it is paid. */
export const useClaimFacts = ({ claim, invoice }: SettlementPage) => {
  const t = useT()
  const f = useFormat()
  return [
    { term: t('settlement.month'), text: claim.month },
    { term: t('settlement.supplier'), text: claim.supplier },
    { term: t('settlement.payee'), text: claim.payee },
    { term: t('payment.account'), text: claim.accountTail },
    { term: t('settlement.orders'), text: f.number(claim.orders) },
    { term: t('settlement.people'), text: f.number(claim.people) },
    { term: t('settlement.hours'), text: t('settlement.hours.say', { n: f.number(claim.minutes / 60) }) },
    { term: t('settlement.amount'), text: <Money fen={claim.amount} /> },
    {
      term: t('settlement.invoice'),
      text: invoice ? (
        <>
          {claim.invoiceNo}{' '}
          <a href={`/desk/settlements/${claim.id}/papers/invoice`}>{t('settlement.invoice.read')}</a>
        </>
      ) : (
        claim.invoiceNo
      ),
    },
    ...(claim.dueAt && claim.state !== 'paid'
      ? [{ term: t('settlement.due'), text: f.date(claim.dueAt.getTime() - 1) }]
      : []),
    ...(claim.late ? [{ term: t('payment.late'), text: <Lateness late={claim.late} /> }] : []),
    ...(claim.receiptNo ? [{ term: t('settlement.receipt'), text: claim.receiptNo }] : []),
  ]
}

/** Every voucher issued for it, the one that lives last. */
export const SettlementVouchers = ({ page: { claim, vouchers } }: { page: SettlementPage }) => {
  const t = useT()
  const f = useFormat()
  return (
    <Section title={t('settlement.vouchers')}>
      <ul>
        {vouchers.map((v) => (
          <li key={v.id}>
            {f.date(v.dated)} {v.no}{' '}
            {v.returnedAt ? <Tag kind="late">{v.returnReason ?? t('settlement.state.bounced')}</Tag> : null}{' '}
            {v.scan ? (
              <a href={`/desk/settlements/${claim.id}/papers/${v.id}`}>{t('settlement.scan')}</a>
            ) : null}
          </li>
        ))}
      </ul>
    </Section>
  )
}

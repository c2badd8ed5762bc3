import { useT } from '#app/i18n/use-t.ts'
import type { PaymentPage } from '#domain/deliver/payment/payment-page.ts'
import { Facts } from '../check-answers.tsx'
import { DeskDue } from '../deliver/desk-due.tsx'
import { useFormat } from '../format.ts'
import { Lateness } from './lateness.tsx'

/** The invoice's file: opened by who checks and pays, with its fingerprint. */
const Invoice = ({ page: { id, invoice } }: { page: PaymentPage }) => {
  const t = useT()
  const f = useFormat()
  if (!invoice) return null
  const size = f.number(Math.ceil(invoice.size / 1024))
  return (
    <>
      <a href={`/desk/payments/${id}/invoice`}>
        {t('payment.invoice.open', { kind: invoice.kind.toUpperCase(), n: size })}
      </a>
      <span className="hash small quiet block">{invoice.hash.slice(0, 16)}</span>
    </>
  )
}

/** What is paid, to whom, by when. */
export const PaymentFacts = ({ page }: { page: PaymentPage }) => {
  const t = useT()
  const f = useFormat()
  return (
    <Facts
      facts={[
        { term: t('payment.ref'), text: <span className="num">{page.refNo}</span> },
        {
          term: t('payment.contract'),
          text: (
            <a href={`/contracts/${page.contract.id}`}>{`${page.contract.title} ${page.contract.refNo}`}</a>
          ),
        },
        { term: t('payment.amount'), text: <b className="num">{f.money(page.amount)}</b> },
        { term: t('payment.in-words'), text: page.inWords },
        ...(page.part.withheld ? [{ term: t('payment.withheld'), text: f.money(page.part.withheld) }] : []),
        { term: t('payment.payee'), text: page.payeeName },
        { term: t('payment.account'), text: <span className="num">{page.accountTail}</span> },
        { term: t('payment.invoice'), text: <span className="num">{page.invoiceNo}</span> },
        ...(page.invoice ? [{ term: t('payment.invoice.file'), text: <Invoice page={page} /> }] : []),
        { term: t('payment.requested'), text: f.dateTime(page.requestedAt) },
        ...(page.paidAt || page.state === 'declined'
          ? []
          : [{ term: t('payment.due'), text: <DeskDue due={page.due} /> }]),
        ...(page.late ? [{ term: t('payment.late'), text: <Lateness late={page.late} /> }] : []),
        ...(page.receiptNo
          ? [{ term: t('payment.receipt'), text: <span className="num">{page.receiptNo}</span> }]
          : []),
        ...(page.reason ? [{ term: t('payment.reason'), text: page.reason }] : []),
      ]}
    />
  )
}

/** What the payment rests on: its gate, and money's law of the contract in figures. */
export const PaymentEvidence = ({ page }: { page: PaymentPage }) => {
  const t = useT()
  const f = useFormat()
  const gate = t(`payment.gate.${page.part.gate}`)
  const { gates, live, paid } = page.money
  return (
    <Facts
      facts={[
        {
          term: t('payment.gate'),
          text: page.part.acceptedAt
            ? t('payment.gate.passed', { gate, date: f.day(page.part.acceptedAt) })
            : t('payment.gate.open', { gate }),
        },
        {
          term: t('payment.law.term'),
          text: (
            <>
              {t('payment.law', {
                gates: f.money(gates),
                live: f.money(live),
                paid: f.money(paid),
                price: f.money(page.contract.price),
              })}
              <span className="quiet small block">{t('payment.law.holds')}</span>
            </>
          ),
        },
      ]}
    />
  )
}

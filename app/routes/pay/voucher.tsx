import { useLoaderData } from '@remix-run/react'
import { Note } from '#app/components/card.tsx'
import { Facts } from '#app/components/check-answers.tsx'
import { DeskDue } from '#app/components/deliver/desk-due.tsx'
import { Links } from '#app/components/entry.tsx'
import { useFormat } from '#app/components/format.ts'
import { Page, Section } from '#app/components/page.tsx'
import { Lateness } from '#app/components/pay/lateness.tsx'
import { PaymentSteps, Vouchers } from '#app/components/pay/payment-steps.tsx'
import { PaymentTag } from '#app/components/pay/payment-tag.tsx'
import { Sealed } from '#app/components/seal.tsx'
import { titled } from '#app/components/shell/title.ts'
import { publicLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { dateOf } from '#domain/dates.ts'
import { type PublicPayment, publicPayment } from '#domain/deliver/payment/public-payment.ts'

export { publicHeaders as headers } from '#app/http/public-headers.ts'
export const handle = titled<PublicPayment>((t, { part }) => t('voucher.title', { part: part.title }))
export const loader = publicLoader(({ db, clock }, { paymentId }) =>
  publicPayment(db, paymentId!, dateOf(clock.now())),
)

export default function Voucher() {
  const t = useT()
  const f = useFormat()
  const p = useLoaderData<typeof loader>()
  const paid = p.state === 'paid'
  const paper = p.online ? p.receiptNo : p.vouchers.at(-1)?.no
  const gate = t(`payment.gate.${p.part.gate}`)
  const values = { buyer: p.buyer, payee: p.payeeName, amount: f.money(p.amount) }
  const sent = p.online && p.state === 'submitted'
  const stands = sent ? t('payment.stands.online') : t(`payment.stands.${p.state}`)
  const words = t('seal.paid')
  const step = (name: 'request' | 'check' | 'approve' | 'submit' | 'confirm', at: Date | null) => ({
    step: name,
    at,
    by: null,
  })
  return (
    <Page
      back={{ to: `/open/ledger?plan=${p.plan.id}`, label: t('ledger.of', { name: p.plan.title }) }}
      eyebrow={p.refNo}
      title={t('voucher.title', { part: p.part.title })}
      lead={paid ? t('voucher.lead.paid', values) : t('voucher.lead.open', { ...values, stands })}
    >
      {paid && paper ? (
        <Sealed
          words={[words.slice(0, 2), words.slice(2)]}
          number={paper}
          date={p.paidAt ? f.day(p.paidAt) : undefined}
        />
      ) : (
        <PaymentTag state={p.state} />
      )}
      {p.rests ? <Note kind="wait">{t('payment.rests', { until: f.dateTime(p.rests) })}</Note> : null}
      <Section title={t('voucher.why')}>
        <Facts
          facts={[
            {
              term: t('payment.contract'),
              text: <a href={`/contracts/${p.contract.id}`}>{p.contract.refNo}</a>,
            },
            { term: t('payment.part'), text: p.part.title },
            {
              term: t('payment.gate'),
              text: p.part.acceptedAt
                ? t('payment.gate.passed', { gate, date: f.day(p.part.acceptedAt) })
                : t('payment.gate.open', { gate }),
            },
            { term: t('finance.supplier'), text: <a href={`/orgs/${p.supplierId}`}>{p.supplier}</a> },
            { term: t('payment.payee'), text: p.payeeName },
            ...(paid || p.state === 'declined'
              ? []
              : [{ term: t('payment.due'), text: <DeskDue due={p.due} /> }]),
            ...(p.late ? [{ term: t('payment.late'), text: <Lateness late={p.late} /> }] : []),
            ...(p.reason ? [{ term: t('payment.reason'), text: p.reason }] : []),
            ...(p.receiptNo ? [{ term: t('payment.receipt'), text: p.receiptNo }] : []),
          ]}
        />
      </Section>
      <Section title={t('voucher.how')}>
        {p.vouchers.length > 0 ? <Vouchers vouchers={p.vouchers} paid={paid} /> : null}
        <PaymentSteps
          online={p.online}
          steps={[
            step('request', p.requestedAt),
            step('check', p.checkedAt),
            step('approve', p.approvedAt),
            step('submit', p.submittedAt),
            step('confirm', p.paidAt),
          ]}
        />
      </Section>
      <Section title={t('voucher.whence')}>
        <Links
          links={[
            { to: `/projects/${p.plan.id}`, label: p.plan.title },
            ...p.needs.map((n) => ({ to: `/needs/${n.id}`, label: t('voucher.need', { no: n.refNo }) })),
          ]}
        />
      </Section>
    </Page>
  )
}

import { useLoaderData } from '@remix-run/react'
import { Note } from '#app/components/card.tsx'
import { Links } from '#app/components/entry.tsx'
import { useFormat } from '#app/components/format.ts'
import { Page, Section } from '#app/components/page.tsx'
import { OnlinePayment } from '#app/components/pay/online-payment.tsx'
import { PaymentActs } from '#app/components/pay/payment-acts.tsx'
import { PaymentEvidence, PaymentFacts } from '#app/components/pay/payment-facts.tsx'
import { PaymentSteps, Vouchers } from '#app/components/pay/payment-steps.tsx'
import { PaymentTag } from '#app/components/pay/payment-tag.tsx'
import { titled } from '#app/components/shell/title.ts'
import { formActions, formsOf } from '#app/http/form-action.server.ts'
import { thenAsk } from '#app/http/gift-actions.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { bytesOf } from '#app/http/sent-file.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { approvePayment } from '#domain/deliver/payment/approve-payment.ts'
import { bouncePayment } from '#domain/deliver/payment/bounce-payment.ts'
import { checkPayment } from '#domain/deliver/payment/check-payment.ts'
import { confirmPayment } from '#domain/deliver/payment/confirm-payment.ts'
import { correctPayment } from '#domain/deliver/payment/correct-payment.ts'
import { declinePayment } from '#domain/deliver/payment/decline-payment.ts'
import * as forms from '#domain/deliver/payment/forms.ts'
import { payOnline } from '#domain/deliver/payment/online/pay-online.ts'
import { type PaymentPage, paymentPage } from '#domain/deliver/payment/payment-page.ts'
import { submitPayment } from '#domain/deliver/payment/submit-payment.ts'

export const handle = titled<PaymentPage>((t, { part }) => t('payment.title', { part: part.title }))
export const loader = pageLoader((ctx, { paymentId }) => paymentPage(ctx, paymentId!))

const on = formsOf(
  ({ paymentId = '' }) => ({ paymentId }),
  (_done, { paymentId }) => `/desk/payments/${paymentId}`,
)
const submit = on(forms.voucherForm, async (ctx, { scanFile, ...voucher }) =>
  submitPayment(ctx, { ...voucher, scan: await bytesOf(scanFile) }),
)
const correct = on(forms.correctPaymentForm, async (ctx, { invoiceFile, ...said }) =>
  correctPayment(ctx, { ...said, invoice: invoiceFile && (await bytesOf(invoiceFile)) }),
)
const acts = formActions({
  check: on(forms.checkPaymentForm, checkPayment),
  approve: on(forms.approvePaymentForm, approvePayment),
  submit,
  confirm: on(forms.confirmPaymentForm, confirmPayment),
  bounce: on(forms.bouncePaymentForm, bouncePayment),
  correct,
  decline: on(forms.declinePaymentForm, declinePayment),
  online: on(forms.payOnlineForm, payOnline),
})
export const action = thenAsk(acts)

export default function Payment() {
  const t = useT()
  const f = useFormat()
  const page = useLoaderData<typeof loader>()
  const lead = t('payment.lead', { buyer: page.buyer, payee: page.payeeName, amount: f.money(page.amount) })
  return (
    <Page
      back={{ to: '/desk/payments', label: t('payments.title') }}
      eyebrow={page.contract.title}
      title={t('payment.title', { part: page.part.title })}
      lead={lead}
    >
      <p>
        <PaymentTag state={page.state} />{' '}
        {page.online.used && page.state === 'submitted'
          ? t('payment.stands.online')
          : t(`payment.stands.${page.state}`)}
      </p>
      <OnlinePayment online={page.online} state={page.state} />
      {page.rests ? <Note kind="wait">{t('payment.rests', { until: f.dateTime(page.rests) })}</Note> : null}
      <PaymentFacts page={page} />
      <Section title={t('payment.evidence')}>
        <PaymentEvidence page={page} />
      </Section>
      {page.vouchers.length > 0 ? (
        <Section title={t('payment.vouchers')}>
          <Vouchers vouchers={page.vouchers} paid={page.state === 'paid'} paymentId={page.id} />
        </Section>
      ) : null}
      <PaymentActs page={page} />
      <Section title={t('payment.steps')}>
        <PaymentSteps steps={page.steps} online={page.online.used} />
      </Section>
      <Links
        links={[
          { to: `/desk/payments/${page.id}/print`, label: t('payment.print') },
          { to: `/open/ledger/${page.id}`, label: t('payment.public') },
          { to: `/projects/${page.contract.planId}`, label: t('ledger.project') },
        ]}
      />
    </Page>
  )
}

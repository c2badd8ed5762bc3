import { useLoaderData } from '@remix-run/react'
import { Note } from '#app/components/card.tsx'
import { Field } from '#app/components/field.tsx'
import { Form } from '#app/components/form.tsx'
import { useFormat } from '#app/components/format.ts'
import { Page, Section } from '#app/components/page.tsx'
import { OnlinePayment } from '#app/components/pay/online-payment.tsx'
import { PaymentActs } from '#app/components/pay/payment-acts.tsx'
import { PaymentFacts } from '#app/components/pay/payment-facts.tsx'
import { PaymentSteps, Vouchers } from '#app/components/pay/payment-steps.tsx'
import { PaymentTag } from '#app/components/pay/payment-tag.tsx'
import { titled } from '#app/components/shell/title.ts'
import { formActions, formsOf } from '#app/http/form-action.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { bytesOf } from '#app/http/sent-file.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { correctPart } from '#domain/deliver/payment/correct-part.ts'
import { correctPaymentForm, requestPaymentForm } from '#domain/deliver/payment/forms.ts'
import { partPage } from '#domain/deliver/payment/payment-page.ts'
import { requestPayment } from '#domain/deliver/payment/request-payment.ts'

type Part = Awaited<ReturnType<typeof partPage>>
export const handle = titled<Part>((t, { part }) => t('payment.title', { part: part.title }))
export const loader = pageLoader((ctx, { contractId, milestoneId }) =>
  partPage(ctx, contractId!, milestoneId!),
)

const on = formsOf(
  ({ contractId = '', milestoneId = '' }) => ({ contractId, milestoneId }),
  (_done, { contractId, milestoneId }) => `/work/${contractId}/payment/${milestoneId}`,
)
export const action = formActions({
  request: on(requestPaymentForm, async (ctx, { invoiceFile, contractId: _, ...typed }) =>
    requestPayment(ctx, { ...typed, invoice: await bytesOf(invoiceFile) }),
  ),
  correct: on(correctPaymentForm, async (ctx, { invoiceFile, ...typed }) =>
    correctPart(ctx, { ...typed, invoice: invoiceFile && (await bytesOf(invoiceFile)) }),
  ),
})

export default function PartMoney() {
  const t = useT()
  const f = useFormat()
  const { part, contract, payment, declined, ...page } = useLoaderData<typeof loader>()
  const gate = t(`payment.gate.${part.gate}`)
  const lead = payment
    ? t(`payment.stands.${payment.state}`)
    : page.mayAsk
      ? t('payment.request.lead', { part: part.title, amount: f.money(part.payable) })
      : t('payment.not-yet', { gate })
  return (
    <Page
      narrow
      back={{ to: `/work/${contract.id}`, label: contract.title }}
      eyebrow={contract.refNo}
      title={payment ? t('payment.title', { part: part.title }) : t('payment.request.title')}
      lead={lead}
    >
      {declined.map((d) => (
        <Note key={d.refNo} kind="late">
          {t('payment.declined.before', { no: d.refNo, reason: d.reason ?? '' })}
        </Note>
      ))}
      {page.mayAsk ? (
        <Form name="request" files submit={t('payment.request.submit')}>
          <Field
            name="invoiceNo"
            label={t('payment.request.invoice')}
            hint={t('payment.request.invoice.hint', { buyer: page.buyer })}
          />
          <Field
            name="invoiceFile"
            kind="file"
            accept=".pdf,.ofd,.png,.jpg,.jpeg"
            label={t('payment.request.file')}
            hint={t('payment.request.file.hint')}
          />
          <Field
            name="payeeName"
            label={t('payment.request.payee')}
            hint={t('payment.request.payee.hint', { payee: page.payee })}
            fallback={page.payee}
          />
          <Field
            name="accountTail"
            kind="code"
            autoComplete="off"
            short
            label={t('payment.request.tail')}
            hint={t('payment.request.tail.hint')}
            note={t('payment.request.clock')}
          />
        </Form>
      ) : null}
      {payment ? (
        <>
          <p>
            <PaymentTag state={payment.state} />
          </p>
          <PaymentActs page={payment} />
          <PaymentFacts page={payment} />
          <OnlinePayment online={payment.online} state={payment.state} />
          {payment.vouchers.length > 0 ? (
            <Vouchers vouchers={payment.vouchers} paid={payment.state === 'paid'} />
          ) : null}
          <Section title={t('payment.steps')}>
            <PaymentSteps steps={payment.steps} />
          </Section>
        </>
      ) : null}
    </Page>
  )
}

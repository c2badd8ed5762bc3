import { useT } from '#app/i18n/use-t.ts'
import { voucherKinds } from '#db/vocabulary.ts'
import type { PaymentPage } from '#domain/deliver/payment/payment-page.ts'
import { FormDetails } from '../card.tsx'
import { Choices, Tick } from '../choices.tsx'
import { Field } from '../field.tsx'
import { Form } from '../form.tsx'
import { Section } from '../page.tsx'
import { PayOnline } from './online-payment.tsx'

/** What this person may do with the payment now: one filled button, the way back behind a fold. */
export const PaymentActs = ({ page }: { page: PaymentPage }) => {
  const can = (move: string) => page.acts.includes(move as PaymentPage['acts'][number])
  return (
    <>
      {can('check') ? <Check /> : null}
      {can('approve') ? <Approve /> : null}
      {can('submit') ? <Submit page={page} /> : null}
      {page.online.offered && can('submit') ? <PayOnline /> : null}
      {can('confirm') ? <Confirm /> : null}
      {can('bounce') ? <Bounce /> : null}
      {can('correct') ? <Correct page={page} /> : null}
      {can('decline') ? <Decline /> : null}
    </>
  )
}

export const Check = () => {
  const t = useT()
  return (
    <Section title={t('payment.check.title')}>
      <Form name="check" submit={t('payment.check.submit')}>
        <Tick name="checked">{t('payment.check.say')}</Tick>
      </Form>
    </Section>
  )
}
export const Approve = () => {
  const t = useT()
  return (
    <Section title={t('payment.approve.title')}>
      <Form name="approve" submit={t('payment.approve.submit')}>
        <Tick name="approved">{t('payment.approve.say')}</Tick>
      </Form>
    </Section>
  )
}
export const Submit = ({ page }: { page: Pick<PaymentPage, 'today' | 'year'> }) => {
  const t = useT()
  return (
    <Section title={t('payment.submit.title')}>
      <p className="quiet">{t('payment.submit.say')}</p>
      <Form name="submit" files submit={t('payment.submit.submit')}>
        <Field
          name="sentOn"
          kind="date"
          label={t('payment.submit.sent')}
          hint={t('payment.submit.sent.hint')}
          fallback={page.today}
        />
        <Choices
          name="kind"
          legend={t('payment.submit.kind')}
          options={voucherKinds.map((kind) => ({ value: kind, label: t(`voucher.kind.${kind}`) }))}
          fallback="direct"
        />
        <Field name="year" kind="number" label={t('payment.submit.year')} fallback={page.year} short />
        <Field name="no" label={t('payment.submit.no')} hint={t('payment.submit.no.hint')} />
        <Field name="dated" kind="date" label={t('payment.submit.dated')} fallback={page.today} />
        <Field
          name="amount"
          kind="money"
          label={t('payment.submit.amount')}
          hint={t('payment.submit.amount.hint')}
        />
        <Field name="payerTail" kind="code" autoComplete="off" short label={t('payment.submit.payer')} />
        <Field
          name="payeeTail"
          kind="code"
          autoComplete="off"
          short
          label={t('payment.submit.payee')}
          hint={t('payment.submit.amount.hint')}
        />
        <Field
          name="scanFile"
          kind="file"
          accept=".pdf,.ofd,.png,.jpg,.jpeg"
          label={t('payment.submit.scan')}
          hint={t('payment.submit.scan.hint')}
        />
      </Form>
    </Section>
  )
}
export const Confirm = () => {
  const t = useT()
  return (
    <Section title={t('payment.confirm.title')}>
      <Form name="confirm" submit={t('payment.confirm.submit')}>
        <Field name="receiptNo" label={t('payment.confirm.receipt')} />
      </Form>
    </Section>
  )
}
export const Bounce = () => {
  const t = useT()
  return (
    <FormDetails form="bounce" summary={t('payment.bounce.title')}>
      <Form name="bounce" submit={t('payment.bounce.submit')} look="second">
        <Field name="reason" label={t('payment.bounce.reason')} hint={t('payment.bounce.reason.hint')} />
      </Form>
    </FormDetails>
  )
}
const Correct = ({ page }: { page: PaymentPage }) => {
  const t = useT()
  return (
    <Section title={t('payment.correct.title')}>
      <p>{t('payment.correct.say', { reason: page.reason ?? '' })}</p>
      <Form name="correct" files submit={t('payment.correct.submit')}>
        <Field
          name="accountTail"
          kind="code"
          autoComplete="off"
          label={t('payment.request.tail')}
          fallback={page.accountTail}
          short
        />
        <Field name="invoiceNo" label={t('payment.request.invoice')} fallback={page.invoiceNo} />
        <Field
          name="invoiceFile"
          kind="file"
          accept=".pdf,.ofd,.png,.jpg,.jpeg"
          label={t('payment.request.file')}
          hint={t('payment.correct.file.hint')}
          optional
        />
      </Form>
    </Section>
  )
}
const Decline = () => {
  const t = useT()
  return (
    <FormDetails form="decline" summary={t('payment.decline.title')}>
      <Form name="decline" submit={t('payment.decline.submit')} look="danger">
        <Field
          name="reason"
          kind="long"
          rows={2}
          label={t('payment.decline.reason')}
          hint={t('payment.decline.reason.hint')}
        />
      </Form>
    </FormDetails>
  )
}

import { useT } from '#app/i18n/use-t.ts'
import type { SettlementPage } from '#domain/deliver/settlement/settlement-page.ts'
import { FormDetails } from '../card.tsx'
import { Tick } from '../choices.tsx'
import { Field } from '../field.tsx'
import { Form } from '../form.tsx'
import { Section } from '../page.tsx'
import { Approve, Bounce, Confirm, Submit } from './payment-acts.tsx'

const Check = () => {
  const t = useT()
  return (
    <Section title={t('settlement.check')}>
      <Form name="check" submit={t('settlement.check.do')}>
        <Tick name="checked">{t('settlement.check.say')}</Tick>
      </Form>
    </Section>
  )
}
const Correct = ({ page: { claim } }: { page: SettlementPage }) => {
  const t = useT()
  return (
    <Section title={t('settlement.correct')}>
      <p>{t('settlement.correct.hint', { reason: claim.reason ?? '' })}</p>
      <Form name="correct" submit={t('settlement.correct.do')}>
        <Field
          name="accountTail"
          kind="code"
          autoComplete="off"
          short
          label={t('payment.request.tail')}
          fallback={claim.accountTail}
        />
      </Form>
    </Section>
  )
}
const Return = () => {
  const t = useT()
  return (
    <FormDetails form="return" summary={t('settlement.return')}>
      <Form name="return" look="second" submit={t('settlement.return')}>
        <Field
          name="reason"
          kind="long"
          rows={2}
          label={t('settlement.return.reason')}
          hint={t('settlement.return.hint')}
        />
      </Form>
    </FormDetails>
  )
}

/** What this person may do with a claim now; the forms are those of any payment. */
export const SettlementActs = ({ page }: { page: SettlementPage }) => {
  const can = (move: SettlementPage['acts'][number]) => page.acts.includes(move)
  return (
    <>
      {can('check') ? <Check /> : null}
      {can('approve') ? <Approve /> : null}
      {can('submit') ? <Submit page={page} /> : null}
      {can('confirm') ? <Confirm /> : null}
      {can('bounce') ? <Bounce /> : null}
      {can('correct') ? <Correct page={page} /> : null}
      {can('return') ? <Return /> : null}
    </>
  )
}

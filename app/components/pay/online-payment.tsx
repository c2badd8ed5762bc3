import { useT } from '#app/i18n/use-t.ts'
import type { Online } from '#domain/deliver/payment/online/online-page.ts'
import { ButtonLink } from '../button.tsx'
import { Note } from '../card.tsx'
import { Tick } from '../choices.tsx'
import { Form } from '../form.tsx'
import { useFormat } from '../format.ts'
import { Section } from '../page.tsx'

/** 在线支付: offered beside the voucher, where the place allows it and the money is not fiscal. */
export const PayOnline = () => {
  const t = useT()
  return (
    <Section title={t('payment.online.title')}>
      <p className="quiet">{t('payment.online.say')}</p>
      <Form name="online" look="second" submit={t('payment.online.submit')}>
        <Tick name="online">{t('payment.online.tick')}</Tick>
      </Form>
    </Section>
  )
}

const Waits = ({ online: { payAt, asked, pays } }: { online: Online }) => {
  const t = useT()
  if (asked) return <Note kind="wait">{t('payment.online.asked')}</Note>
  if (!pays) return <Note kind="wait">{t('payment.online.unpaid')}</Note>
  return (
    <Section title={t('payment.online.title')}>
      {payAt ? (
        <p>
          <ButtonLink to={payAt} look="first">
            {t('payment.online.go')}
          </ButtonLink>
        </p>
      ) : null}
      <p className="quiet small">{t('payment.online.back')}</p>
      <Form name="online" look="second" submit={t('payment.online.again')} hidden={{ online: 'yes' }} />
    </Section>
  )
}

/** How far an online payment is, in words; nothing where it never was one. */
export const OnlinePayment = ({ online, state }: { online: Online; state: string }) => {
  const t = useT()
  const f = useFormat()
  const { used, held, gone, disputed, outstanding, fee } = online
  return (
    <>
      {disputed ? <Note kind="late">{t('payment.online.disputed')}</Note> : null}
      {gone ? <Note kind="late">{t('payment.online.gone')}</Note> : null}
      {outstanding > 0 ? (
        <Note kind="late">{t('payment.online.outstanding', { amount: f.money(outstanding) })}</Note>
      ) : null}
      {held ? <Note kind="wait">{t('payment.online.held')}</Note> : null}
      {used && state === 'submitted' && !held ? <Waits online={online} /> : null}
      {fee > 0 ? <p className="quiet small">{t('payment.online.fee', { amount: f.money(fee) })}</p> : null}
    </>
  )
}

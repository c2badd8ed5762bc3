import { useT } from '#app/i18n/use-t.ts'
import { ButtonLink } from '../button.tsx'
import { Note } from '../card.tsx'
import { Field } from '../field.tsx'
import { Form } from '../form.tsx'

type Acts = Record<'accept' | 'decline' | 'withdraw' | 'pay' | 'release' | 'refund', boolean>
type Gift = {
  state: string
  accepted: boolean
  frozen: boolean
  payAt: string | null
  asked: boolean
  refundFailed: boolean
  where: string
  may: Acts
}

const Sign = () => {
  const t = useT()
  return (
    <>
      <Form name="accept" submit={t('gift.accept')} />
      <Form name="decline" look="second" submit={t('gift.decline')}>
        <Field name="reason" label={t('gift.reason')} />
      </Form>
    </>
  )
}
const Pay = ({ payAt, asked }: Pick<Gift, 'payAt' | 'asked'>) => {
  const t = useT()
  return (
    <>
      <p className="quiet small">{t('gift.pay.hint')}</p>
      {payAt ? (
        <p>
          <ButtonLink to={payAt} look="first">
            {t('gift.pay.go')}
          </ButtonLink>
        </p>
      ) : asked ? (
        <Note kind="wait">{t('gift.pay.wait')}</Note>
      ) : (
        <Form name="pay" submit={t('gift.pay')} />
      )}
    </>
  )
}
const Refund = () => {
  const t = useT()
  return (
    <Form name="refund" look="second" submit={t('gift.refund')}>
      <Field name="reason" label={t('gift.reason')} />
    </Form>
  )
}

/** What whoever looks may do about an agreement as it stands. */
export const GiftActs = ({ state, accepted, frozen, where, may, ...rest }: Gift) => {
  const t = useT()
  const movable = !frozen && (state === 'received' || (state === 'released' && where === 'paid'))
  return (
    <>
      {state === 'pledged' && may.accept ? <Sign /> : null}
      {state === 'agreed' && may.pay ? <Pay {...rest} /> : null}
      {(state === 'pledged' || state === 'agreed') && may.withdraw ? (
        <Form name="withdraw" look="second" submit={t('gift.withdraw')} />
      ) : null}
      {state === 'received' && accepted && !frozen && may.release ? (
        <Form name="release" submit={t('gift.release')} />
      ) : null}
      {movable && may.refund ? <Refund /> : null}
      {rest.refundFailed && may.refund ? (
        <>
          <Note kind="late">{t('gift.refund.failed')}</Note>
          <Form name="again" submit={t('gift.refund.again')} />
        </>
      ) : null}
    </>
  )
}

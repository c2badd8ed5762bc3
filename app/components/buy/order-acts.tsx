import { useT } from '#app/i18n/use-t.ts'
import type { orderPage } from '#domain/buy/framework/order-page.ts'
import { FormDetails } from '../card.tsx'
import { Field } from '../field.tsx'
import { Form } from '../form.tsx'

type Shown = Awaited<ReturnType<typeof orderPage>>

const WithReason = ({ how }: { how: 'refuse' | 'redo' | 'cancel' }) => {
  const t = useT()
  return (
    <FormDetails form={how} summary={t(`order.${how}`)}>
      <Form name={how} look="second" submit={t(`order.${how}`)}>
        <Field name="reason" kind="long" rows={2} label={t(`order.${how}.reason`)} />
      </Form>
    </FormDetails>
  )
}

/** What this reader may do with an order now: the good answer first and large, the other one tap away. */
export const OrderActs = ({ acts, today }: Pick<Shown, 'acts' | 'today'>) => {
  const t = useT()
  const can = (how: Shown['acts'][number]) => acts.includes(how)
  return (
    <div className="mt-6 grid gap-4">
      {can('accept') ? <Form name="accept" submit={t('order.accept')} /> : null}
      {can('finish') ? (
        <Form name="finish" submit={t('order.finish')}>
          <Field name="doneOn" kind="date" label={t('order.finish.on')} fallback={today} />
        </Form>
      ) : null}
      {can('confirm') ? (
        <>
          <p className="quiet">{t('order.confirm.hint')}</p>
          <Form name="confirm" submit={t('order.confirm')} />
        </>
      ) : null}
      {can('refuse') ? <WithReason how="refuse" /> : null}
      {can('redo') ? <WithReason how="redo" /> : null}
      {can('cancel') ? <WithReason how="cancel" /> : null}
    </div>
  )
}

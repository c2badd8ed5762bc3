import { useT } from '#app/i18n/use-t.ts'
import type { carePage } from '#domain/deliver/care/care-page.ts'
import { ButtonLink } from '../button.tsx'
import { Card, FormDetails } from '../card.tsx'
import { Field } from '../field.tsx'
import { Form } from '../form.tsx'
import { useAmount } from './amount.tsx'

type Shown = Awaited<ReturnType<typeof carePage>>

const WithReason = ({ how }: { how: 'refuse' | 'end' }) => {
  const t = useT()
  return (
    <FormDetails form={how} summary={t(`care.${how}`)}>
      <Form name={how} look="second" submit={t(`care.${how}`)}>
        <Field name="reason" kind="long" rows={2} label={t(`care.${how}.reason`)} />
      </Form>
    </FormDetails>
  )
}

/** What this reader may do with a person's care now. */
export const CareActs = ({ care, level, acts, today, code }: Shown) => {
  const t = useT()
  const amount = useAmount()
  return (
    <div className="mt-6 grid gap-4">
      {acts.order ? <ButtonLink to={`/care/${care.id}/order`}>{t('care.book')}</ButtonLink> : null}
      {acts.assess ? (
        <ButtonLink to={`/care/${care.id}/assess`} look={acts.grant ? 'second' : 'first'}>
          {t('care.assess')}
        </ButtonLink>
      ) : null}
      {acts.grant && level ? (
        <Form name="grant" submit={t('care.grant')}>
          <p>{t('care.grant.say', { amount: amount(level.unit, level.monthly) })}</p>
          <Field name="from" kind="date" label={t('care.grant.from')} fallback={today} />
        </Form>
      ) : null}
      {acts.refuse ? <WithReason how="refuse" /> : null}
      {code ? (
        <Card title={t('care.code')}>
          <p className="num text-2xl">{code}</p>
          <p className="quiet">{t('care.code.hint')}</p>
          <Form name="code" look="second" submit={t('care.code.renew')} />
        </Card>
      ) : null}
      {acts.end ? <WithReason how="end" /> : null}
    </div>
  )
}

import { useT } from '#app/i18n/use-t.ts'
import type { servicePage } from '#domain/tend/hours/read-service.ts'
import { FormDetails } from '../card.tsx'
import { Field } from '../field.tsx'
import { Form } from '../form.tsx'

type Shown = Awaited<ReturnType<typeof servicePage>>

const WithReason = ({ how }: { how: 'decline' | 'counter' }) => {
  const t = useT()
  return (
    <FormDetails form={how} summary={t(`hours.${how}`)}>
      <Form name={how} look="second" submit={t(`hours.${how}.do`)}>
        <Field name="reason" kind="long" rows={2} label={t(`hours.${how}.reason`)} />
      </Form>
    </FormDetails>
  )
}

/** What this reader may do with a service: the good answer first. */
export const ServiceActs = ({ acts, service }: Pick<Shown, 'acts' | 'service'>) => {
  const t = useT()
  return (
    <div className="mt-6 grid gap-4">
      {acts.confirm ? (
        <>
          <p className="quiet">{t('hours.confirm.hint')}</p>
          <Form name="confirm" submit={t('hours.confirm')} />
        </>
      ) : null}
      {acts.decline ? <WithReason how="decline" /> : null}
      {acts.take ? (
        <>
          <p className="quiet">{t('hours.take.hint')}</p>
          <Form name="take" submit={t('hours.take')} />
        </>
      ) : null}
      {acts.claim ? (
        <Form name="claim" submit={t('hours.claim')}>
          <Field name="servedOn" kind="date" label={t('hours.record.on')} fallback={service.on} />
          <Field
            name="minutes"
            kind="number"
            short
            label={t('hours.minutes')}
            hint={t('hours.claim.most', { n: service.planned ?? 0 })}
            fallback={service.planned}
          />
        </Form>
      ) : null}
      {acts.giveUp ? <Form name="giveUp" look="second" submit={t('hours.give-up')} /> : null}
      {acts.withdraw ? <Form name="withdraw" look="second" submit={t('hours.withdraw')} /> : null}
      {acts.cancel ? <Form name="cancel" look="second" submit={t('hours.cancel')} /> : null}
      {acts.audit ? (
        <Form name="audit" look="second" submit={t('hours.audit.do')}>
          <Field
            name="words"
            kind="long"
            rows={2}
            label={t('hours.audit.words')}
            hint={t('hours.audit.hint')}
          />
        </Form>
      ) : null}
      {acts.counter ? <WithReason how="counter" /> : null}
    </div>
  )
}

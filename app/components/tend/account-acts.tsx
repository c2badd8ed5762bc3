import { useT } from '#app/i18n/use-t.ts'
import { hourCloseCauses } from '#db/vocabulary.ts'
import type { accountPage } from '#domain/tend/hours/hours-desk.ts'
import { FormDetails } from '../card.tsx'
import { Choices } from '../choices.tsx'
import { Field } from '../field.tsx'
import { Form } from '../form.tsx'

type Shown = Awaited<ReturnType<typeof accountPage>>

/** What the organisation that keeps the bank may do with an account: insurance, the pool, closing it by the rule. */
export const AccountActs = ({ acts, account, today }: Pick<Shown, 'acts' | 'account' | 'today'>) => {
  const t = useT()
  return (
    <div className="mt-6 grid gap-4">
      {acts.insure ? (
        <FormDetails form="insure" summary={t('hours.insure')}>
          <Form name="insure" look="second" submit={t('hours.insure.do')}>
            <Field name="until" kind="date" label={t('hours.insure.until')} fallback={today} />
            <Field name="policyNo" short label={t('hours.insure.policy')} />
          </Form>
        </FormDetails>
      ) : null}
      {acts.grant ? (
        <FormDetails form="grant" summary={t('hours.grant')}>
          <Form
            name="grant"
            look="second"
            submit={t('hours.grant.do')}
            hidden={{ personId: account.personId }}
          >
            <Field name="minutes" kind="number" short label={t('hours.minutes')} />
            <Field name="reason" kind="long" rows={2} label={t('hours.grant.reason')} />
          </Form>
        </FormDetails>
      ) : null}
      {acts.close ? (
        <FormDetails form="close" summary={t('hours.close')}>
          <Form name="close" look="danger" submit={t('hours.close.do')}>
            <Choices
              name="cause"
              legend={t('hours.close.cause')}
              options={hourCloseCauses.map((value) => ({
                value,
                label: t(`hours.cause.${value}`),
                note: t(value === 'death' ? 'hours.close.heir' : 'hours.close.pool'),
              }))}
            />
            <Field name="ground" kind="long" rows={2} label={t('hours.close.ground')} />
          </Form>
        </FormDetails>
      ) : null}
    </div>
  )
}

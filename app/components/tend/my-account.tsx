import { useT } from '#app/i18n/use-t.ts'
import type { myHours } from '#domain/tend/hours/my-hours.ts'
import { Acts, ButtonLink } from '../button.tsx'
import { Card, FormDetails, Note } from '../card.tsx'
import { Choices, Tick } from '../choices.tsx'
import { Field } from '../field.tsx'
import { Form } from '../form.tsx'
import { useFormat } from '../format.ts'
import { useMinutes } from './minutes.ts'

type Shown = Awaited<ReturnType<typeof myHours>>
type Open = NonNullable<Shown['account']>

/** What stands in the account, and the two things people come for. */
export const Balance = ({ account }: { account: Open }) => {
  const t = useT()
  const f = useFormat()
  const minutes = useMinutes()
  return (
    <Card board>
      <p>
        {t('hours.balance')} <b className="num">{minutes(account.minutes)}</b>
      </p>
      <p className="quiet small">
        {account.insuredUntil
          ? t('hours.insured.until', { on: f.day(account.insuredUntil) })
          : t('hours.insured.no')}
      </p>
      {account.closed ? (
        <Note kind="late">{t('hours.closed')}</Note>
      ) : (
        <Acts>
          <ButtonLink to="/hours/record">{t('hours.record')}</ButtonLink>
          <ButtonLink to="/hours/ask" look="second">
            {t('hours.ask')}
          </ButtonLink>
        </Acts>
      )}
    </Card>
  )
}

/** 开户, with the promise that hours are neither sold nor cashed. */
export const OpenAccount = ({ bank }: Pick<Shown, 'bank'>) => {
  const t = useT()
  if (!bank) return <Note kind="wait">{t('hours.none-keeps')}</Note>
  return (
    <Form name="open" submit={t('hours.open')}>
      <p>{t('hours.open.lead', { bank })}</p>
      <Tick name="promise">{t('hours.open.promise')}</Tick>
    </Form>
  )
}

/** 转赠家人, 捐入互助池, 指定继承人. */
export const PassOn = ({ family, account }: Pick<Shown, 'family'> & { account: Open }) => {
  const t = useT()
  const options = family.map(({ personId, name }) => ({ value: personId, label: name }))
  const measure = <Field name="minutes" kind="number" short label={t('hours.minutes')} />
  return (
    <div className="grid gap-4">
      <FormDetails form="pool" summary={t('hours.pool')}>
        <Form name="pool" look="second" submit={t('hours.pool.do')}>
          <p className="quiet">{t('hours.pool.hint')}</p>
          {measure}
        </Form>
      </FormDetails>
      <FormDetails form="give" summary={t('hours.give')}>
        {family.length === 0 ? <Note>{t('hours.family.none')}</Note> : null}
        {family.length === 0 ? null : (
          <Form name="give" look="second" submit={t('hours.give.do')}>
            <Choices name="to" legend={t('hours.give.to')} options={options} />
            {measure}
          </Form>
        )}
      </FormDetails>
      <FormDetails form="heir" summary={t('hours.heir')}>
        <p className="quiet">
          {account.heir ? t('hours.heir.is', { name: account.heir }) : t('hours.heir.hint')}
        </p>
        {family.length === 0 ? <Note>{t('hours.family.none')}</Note> : null}
        {family.length === 0 ? null : (
          <Form name="heir" look="second" submit={t('hours.heir.do')}>
            <Choices name="heirId" legend={t('hours.heir.who')} options={options} />
          </Form>
        )}
      </FormDetails>
    </div>
  )
}

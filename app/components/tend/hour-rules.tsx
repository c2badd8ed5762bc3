import { useT } from '#app/i18n/use-t.ts'
import type { hoursPage } from '#domain/tend/hours/hours-page.ts'
import { useMinutes } from './minutes.ts'

type Rules = Awaited<ReturnType<typeof hoursPage>>['rules']

/** The rules of the bank in sentences, each with where it comes from and how binding it is. */
export const HourRules = ({ rules }: { rules: Rules }) => {
  const t = useT()
  const minutes = useMinutes()
  return (
    <ul className="grid gap-3">
      {rules.map(({ code, value, source, mark }) => (
        <li key={code}>
          {t(`hours.rule.${code}`, { amount: code === 'HOURS_RECORD' ? value : minutes(value) })}
          <span className="quiet small block">
            {source} · {t(`due.mark.${mark === 'statute' ? 'law' : (mark as 'local')}`)}
          </span>
        </li>
      ))}
      <li>{t('hours.rule.money')}</li>
      <li>{t('hours.rule.counter')}</li>
    </ul>
  )
}

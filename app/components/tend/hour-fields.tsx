import { useT } from '#app/i18n/use-t.ts'
import { hourTasks, riskyHourTasks } from '#db/vocabulary.ts'
import { Choices } from '../choices.tsx'
import { Field } from '../field.tsx'

/** What was or is to be done, on which day, how long, in a few words. */
export const ServiceFields = ({ today, planned }: { today: string; planned?: boolean }) => {
  const t = useT()
  return (
    <>
      <Choices
        name="task"
        legend={t(planned ? 'hours.ask.task' : 'hours.record.task')}
        options={hourTasks.map((value) => ({
          value,
          label: t(`hours.task.${value}`),
          note: riskyHourTasks.includes(value) ? t('hours.task.risky') : undefined,
        }))}
      />
      <Field
        name="servedOn"
        kind="date"
        label={t(planned ? 'hours.ask.on' : 'hours.record.on')}
        fallback={today}
      />
      <Field name="minutes" kind="number" short label={t('hours.minutes')} hint={t('hours.minutes.hint')} />
      <Field name="words" label={t('hours.words')} hint={t('hours.words.hint')} />
    </>
  )
}

import { useT } from '#app/i18n/use-t.ts'
import type { resourcePage } from '#domain/tend/resources/resource-pages.ts'
import { Field } from '../field.tsx'
import { Form } from '../form.tsx'
import { useFormat } from '../format.ts'

type Shown = Awaited<ReturnType<typeof resourcePage>>

/** Asking for it: an hour of one day, or days. */
export const Asking = ({ resource: r, today, ahead, most }: Shown) => {
  const t = useT()
  const byHour = r.opens !== null && r.closes !== null
  const hours = byHour
    ? Array.from({ length: r.closes! - r.opens! + 1 }, (_, at) => ({
        value: String(r.opens! + at),
        label: `${r.opens! + at}:00`,
      }))
    : []
  return (
    <Form name="ask" submit={t('booking.ask')}>
      <Field
        name="from"
        kind="date"
        label={t(byHour ? 'booking.on' : 'booking.from')}
        hint={t(byHour ? 'booking.ahead' : 'booking.ahead.days', { n: ahead, most })}
        fallback={today}
      />
      {byHour ? (
        <>
          <Field name="opens" kind="select" label={t('booking.opens')} options={hours.slice(0, -1)} />
          <Field name="closes" kind="select" label={t('booking.closes')} options={hours.slice(1)} />
        </>
      ) : (
        <Field name="to" kind="date" label={t('booking.to')} fallback={today} />
      )}
      <Field name="purpose" label={t('booking.purpose')} hint={t('booking.purpose.hint')} />
    </Form>
  )
}

/** What is taken of the coming days, by nobody's name. */
export const Taken = ({ taken }: Pick<Shown, 'taken'>) => {
  const t = useT()
  const f = useFormat()
  if (taken.length === 0) return <p className="quiet">{t('resource.free')}</p>
  return (
    <ul className="grid gap-2">
      {taken.map(({ day, hours }) => (
        <li key={day}>
          {f.day(day)}
          {hours.length > 0 ? ` ${hours.map((h) => `${h}:00–${h + 1}:00`).join(t('list.comma'))}` : ''}
        </li>
      ))}
    </ul>
  )
}

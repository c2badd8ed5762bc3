import { useLoaderData } from '@remix-run/react'
import { ButtonLink } from '#app/components/button.tsx'
import { Note } from '#app/components/card.tsx'
import { Facts } from '#app/components/check-answers.tsx'
import { Field } from '#app/components/field.tsx'
import { Form } from '#app/components/form.tsx'
import { useFormat } from '#app/components/format.ts'
import { Page, Section } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { formActions, oneForm } from '#app/http/form-action.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { askBooking } from '#domain/tend/resources/ask-booking.ts'
import { bookingForm, emptyForm } from '#domain/tend/resources/forms.ts'
import { closeResource } from '#domain/tend/resources/list-resource.ts'
import { resourcePage } from '#domain/tend/resources/resource-pages.ts'

export const handle = titled<{ resource: { name: string } }>((_t, { resource }) => resource.name)
export const loader = pageLoader((ctx, { resourceId }) => resourcePage(ctx, resourceId!))
export const action = formActions({
  ask: oneForm({
    form: bookingForm,
    run: (ctx, input, p) => askBooking(ctx, { ...input, resourceId: p.resourceId! }),
    goTo: ({ id }) => `/bookings/${id}`,
  }),
  close: oneForm({
    form: emptyForm,
    run: (ctx, _, p) => closeResource(ctx, { resourceId: p.resourceId! }),
    goTo: () => '/desk/resources',
  }),
})

type Shown = ReturnType<typeof useLoaderData<typeof loader>>
const Asking = ({ resource: r, today, ahead, most }: Shown) => {
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

const Taken = ({ taken }: Pick<Shown, 'taken'>) => {
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

/** One thing that is lent: what it is, when it is taken, and how to ask for it. */
export default function Resource() {
  const t = useT()
  const shown = useLoaderData<typeof loader>()
  const { resource: r, taken, signedIn, keeps } = shown
  return (
    <Page
      narrow
      back={{ to: '/resources', label: t('resources.title') }}
      eyebrow={t(`resource.kind.${r.kind}`)}
      title={r.name}
      lead={r.words}
    >
      {r.listed ? null : <Note kind="wait">{t('resource.closed')}</Note>}
      <Facts
        facts={[
          { term: t('resource.owner'), text: r.owner },
          { term: t('resource.address'), text: r.address },
          {
            term: t('resource.when'),
            text:
              r.opens === null || r.closes === null
                ? t('resource.by-day')
                : t('resource.by-hour', { from: r.opens, to: r.closes }),
          },
          { term: t('resource.ref'), text: r.refNo },
        ]}
      />
      <Section title={t('resource.taken')}>
        <Taken taken={taken} />
      </Section>
      {r.listed ? (
        <Section title={t('booking.ask.title')}>
          {signedIn ? (
            <Asking {...shown} />
          ) : (
            <ButtonLink to={`/sign-in?to=/resources/${r.id}`}>{t('booking.sign-in')}</ButtonLink>
          )}
        </Section>
      ) : null}
      {keeps ? (
        <Form name="close" look="second" submit={t(r.listed ? 'resource.close' : 'resource.reopen')} />
      ) : null}
    </Page>
  )
}

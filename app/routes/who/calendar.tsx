import { useActionData, useLoaderData } from '@remix-run/react'
import { Field } from '#app/components/field.tsx'
import { Form } from '#app/components/form.tsx'
import { useFormat } from '#app/components/format.ts'
import { Page, Section } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { Table } from '#app/components/table.tsx'
import { Timeline } from '#app/components/timeline.tsx'
import { TriedCalendar, WantingYears } from '#app/components/who/tried-calendar.tsx'
import { formActions, oneForm } from '#app/http/form-action.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { calendarPage, tryCalendar } from '#domain/open/calendar-page.ts'
import { calendarForm, enterCalendar } from '#domain/who/seat/enter-calendar.ts'

export const handle = titled('calendar.title')
export const loader = pageLoader((ctx) => calendarPage(ctx))
export const action = formActions({
  try: oneForm({ form: calendarForm, run: tryCalendar, goTo: () => null, everyTime: true }),
  enter: oneForm({ form: calendarForm, run: enterCalendar, goTo: () => '/desk/calendar' }),
})

type Tried = Awaited<ReturnType<typeof tryCalendar>>

export default function Calendar() {
  const t = useT()
  const f = useFormat()
  const { years, changes, wanting, enters } = useLoaderData<typeof loader>()
  const reply = useActionData<{ shown?: Tried }>()
  return (
    <Page narrow title={t('calendar.title')} lead={t('calendar.lead')}>
      <WantingYears wanting={wanting} />
      {reply?.shown ? <TriedCalendar tried={reply.shown} /> : null}
      <Section title={t('calendar.known')}>
        <Table
          caption={t('calendar.known')}
          captionHidden
          columns={[
            { head: t('calendar.year') },
            { head: t('calendar.holidays') },
            { head: t('calendar.source') },
          ]}
          rows={years.map((y) => ({
            key: String(y.year),
            cells: [y.year, t('calendar.count', { h: y.holidays.length, w: y.workdays.length }), y.source],
          }))}
        />
      </Section>
      {enters ? <TryForm year={wanting.years[0]} /> : null}
      {changes.length > 0 ? (
        <Section title={t('calendar.history')}>
          <Timeline
            moments={changes.map((c) => ({
              key: c.id,
              when: f.dateTime(c.at),
              title: `${c.year} · ${t('calendar.version', { n: c.version })}`,
              text: `${t('calendar.count', { h: c.holidays.length, w: c.workdays.length })} · ${c.source}`,
            }))}
          />
        </Section>
      ) : null}
    </Page>
  )
}

const TryForm = ({ year }: { year: number | undefined }) => {
  const t = useT()
  return (
    <Section title={t('calendar.try.title')} aside={t('calendar.try.aside')}>
      <Form name="try" submit={t('calendar.try')}>
        <Field name="year" kind="number" label={t('calendar.year')} short fallback={year} />
        <Field name="holidays" kind="long" label={t('calendar.paste')} hint={t('calendar.paste.hint')} />
        <Field
          name="workdays"
          kind="long"
          rows={2}
          label={t('calendar.workdays')}
          hint={t('calendar.workdays.hint')}
          optional
        />
        <Field name="source" label={t('calendar.source')} hint={t('calendar.source.hint')} />
      </Form>
    </Section>
  )
}

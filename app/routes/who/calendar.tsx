import { useLoaderData } from '@remix-run/react'
import { Field } from '#app/components/field.tsx'
import { Form } from '#app/components/form.tsx'
import { Page, Section } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { Table } from '#app/components/table.tsx'
import { formAction } from '#app/http/form-action.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { calendarForm, enterCalendar, knownYears } from '#domain/who/seat/enter-calendar.ts'

export const handle = titled('calendar.title')

export const loader = pageLoader((ctx) => knownYears(ctx))
export const action = formAction({ form: calendarForm, run: enterCalendar, goTo: () => '/desk/calendar' })

export default function Calendar() {
  const t = useT()
  const years = useLoaderData<typeof loader>()
  return (
    <Page narrow title={t('calendar.title')} lead={t('calendar.lead')}>
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
      <Section title={t('calendar.enter')}>
        <Form submit={t('calendar.enter')}>
          <Field name="year" kind="number" label={t('calendar.year')} short />
          <Field
            name="holidays"
            kind="long"
            label={t('calendar.holidays')}
            hint={t('calendar.holidays.hint')}
          />
          <Field name="workdays" kind="long" label={t('calendar.workdays')} optional />
          <Field name="source" kind="text" label={t('calendar.source')} hint={t('calendar.source.hint')} />
        </Form>
      </Section>
    </Page>
  )
}

import { useLoaderData } from '@remix-run/react'
import { PracticeFacts } from '#app/components/deliver/practice-facts.tsx'
import { Links } from '#app/components/entry.tsx'
import { Field } from '#app/components/field.tsx'
import { Form } from '#app/components/form.tsx'
import { useFormat } from '#app/components/format.ts'
import { Page, Section } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { Table } from '#app/components/table.tsx'
import { formAction } from '#app/http/form-action.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { cpdForm } from '#domain/deliver/casework/forms.ts'
import { ownPractice, recordCpd } from '#domain/deliver/casework/practice.ts'

export const handle = titled('practice.title')
export const loader = pageLoader((ctx) => ownPractice(ctx))
export const action = formAction({
  form: cpdForm,
  run: (ctx, words) => recordCpd(ctx, words),
  goTo: () => '/practice',
})

export default function Practice() {
  const t = useT()
  const f = useFormat()
  const { practice, records, today } = useLoaderData<typeof loader>()
  return (
    <Page
      back={{ to: '/desk' }}
      eyebrow={practice.name}
      title={t('practice.title')}
      lead={t('practice.lead')}
    >
      <PracticeFacts practice={practice} />
      <Links links={[{ to: '/cases', label: t('cases.title') }]} />
      <Section title={t('practice.cpd.records')}>
        {records.length === 0 ? (
          <p className="quiet">{t('practice.cpd.none')}</p>
        ) : (
          <Table
            caption={t('practice.cpd.records')}
            captionHidden
            columns={[
              { head: t('practice.cpd.what') },
              { head: t('practice.cpd.on') },
              { head: t('practice.cpd.hours') },
              { head: t('practice.cpd.state') },
            ]}
            rows={records.map((r) => ({
              key: r.id,
              cells: [
                r.title,
                f.date(r.heldOn),
                t('practice.cpd.hours.n', { n: r.hours }),
                t(r.confirmedAt ? 'practice.cpd.confirmed' : 'practice.cpd.waits'),
              ],
            }))}
          />
        )}
      </Section>
      <Section title={t('practice.cpd.new')}>
        <p className="quiet">{t('practice.cpd.new.hint')}</p>
        <Form submit={t('practice.cpd.do')}>
          <Field name="heldOn" kind="date" label={t('practice.cpd.on')} fallback={today} />
          <Field name="title" label={t('practice.cpd.what')} />
          <Field name="hours" kind="number" short label={t('practice.cpd.hours')} />
        </Form>
      </Section>
    </Page>
  )
}

import { useLoaderData } from '@remix-run/react'
import { Card, Note } from '#app/components/card.tsx'
import { Choices } from '#app/components/choices.tsx'
import { JointMonths, SilentSides } from '#app/components/deliver/joint-months.tsx'
import { Field } from '#app/components/field.tsx'
import { Form } from '#app/components/form.tsx'
import { useFormat } from '#app/components/format.ts'
import { Page, Section } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { formAction } from '#app/http/form-action.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { jointLogForm } from '#domain/deliver/contract/joint-log/forms.ts'
import { jointLogPage } from '#domain/deliver/contract/joint-log/read-joint-log.ts'
import { writeJointLog } from '#domain/deliver/contract/joint-log/write-joint-log.ts'

export const handle = titled('joint-log.title')
export const loader = pageLoader((ctx, { contractId }) => jointLogPage(ctx, contractId!))
export const action = formAction({
  form: jointLogForm,
  run: (ctx, said, { contractId }) => writeJointLog(ctx, { ...said, contractId: contractId! }),
  goTo: ({ id }) => `/work/${id}/joint-log`,
})

export default function JointLog() {
  const t = useT()
  const f = useFormat()
  const page = useLoaderData<typeof loader>()
  return (
    <Page
      narrow
      back={{ to: page.back, label: page.title }}
      title={t('joint-log.title')}
      lead={t('joint-log.lead')}
    >
      <SilentSides silent={page.silent} n={page.n} />
      {page.sector && page.open.length > 0 ? (
        <Card board title={t('joint-log.write', { side: t(`joint-log.side.${page.sector}`) })}>
          <Form submit={t('joint-log.submit')} hidden={{ sector: page.sector }}>
            <Choices
              name="month"
              legend={t('joint-log.month')}
              options={page.open.map((month) => ({ value: month, label: month }))}
              fallback={page.open.at(-1)}
            />
            <Field
              name="words"
              kind="long"
              rows={5}
              label={t('joint-log.words')}
              hint={t('joint-log.words.hint')}
            />
          </Form>
        </Card>
      ) : null}
      {page.sector && page.open.length === 0 ? <Note>{t('joint-log.all-written')}</Note> : null}
      <Section title={t('joint-log.months')}>
        <JointMonths months={page.months} />
      </Section>
      <Section title={t('joint-log.entries')}>
        {page.entries.length === 0 ? <p className="quiet">{t('joint-log.none')}</p> : null}
        {page.entries.map((entry) => (
          <Card
            key={entry.id}
            title={t('joint-log.entry', { month: entry.month, side: t(`joint-log.side.${entry.sector}`) })}
          >
            <p className="whitespace-pre-line">{entry.words}</p>
            <p className="quiet">
              {entry.by} · {f.day(entry.at)}
            </p>
          </Card>
        ))}
      </Section>
    </Page>
  )
}

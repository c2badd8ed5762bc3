import { useLoaderData } from '@remix-run/react'
import { Choices } from '#app/components/choices.tsx'
import { Field } from '#app/components/field.tsx'
import { Form } from '#app/components/form.tsx'
import { useFormat } from '#app/components/format.ts'
import { Page, Section } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { Timeline } from '#app/components/timeline.tsx'
import { formAction } from '#app/http/form-action.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { flagLookOutcomes } from '#db/vocabulary.ts'
import { alarmLookForm, lookAtAlarm, readAlarm } from '#domain/rate/rating/read-alarms.ts'

export const handle = titled('alarms.title')
export const loader = pageLoader((ctx, { key }) => readAlarm(ctx, key!))
export const action = formAction({
  form: alarmLookForm,
  run: (ctx, input, { key }) => lookAtAlarm(ctx, { ...input, key: key! }),
  goTo: () => '/desk/flags/ratings',
})

/** One signal: its figures, what others found, and room to say what one found. */
export default function OneAlarm() {
  const t = useT()
  const f = useFormat()
  const { kind, about, figures, looks } = useLoaderData<typeof loader>()
  return (
    <Page
      narrow
      back={{ to: '/desk/flags/ratings', label: t('alarms.title') }}
      eyebrow={about.join(' / ')}
      title={t(`alarms.kind.${kind}`)}
      lead={t(`alarms.figures.${kind}`, figures)}
    >
      <p className="quiet">{t('alarms.never')}</p>
      {looks.length > 0 ? (
        <Section title={t('flags.looked')}>
          <Timeline
            moments={looks.map((look) => ({
              key: look.id,
              when: t('flags.by', { name: look.by ?? '', at: f.dateTime(look.at) }),
              title: t(`flags.outcome.${look.outcome}`),
              text: look.words,
            }))}
          />
        </Section>
      ) : null}
      <Section title={t('flags.look.title')}>
        <Form submit={t('flags.look.save')}>
          <Choices
            name="outcome"
            legend={t('flags.look.outcome')}
            options={flagLookOutcomes.map((value) => ({ value, label: t(`flags.outcome.${value}`) }))}
          />
          <Field name="words" kind="long" label={t('flags.look.words')} hint={t('flags.look.words.hint')} />
        </Form>
      </Section>
    </Page>
  )
}

import { useLoaderData } from '@remix-run/react'
import { Choices } from '#app/components/choices.tsx'
import { Field } from '#app/components/field.tsx'
import { FlagFigures } from '#app/components/flags/flag-figures.tsx'
import { Form } from '#app/components/form.tsx'
import { useFormat } from '#app/components/format.ts'
import { Page, Section } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { Timeline } from '#app/components/timeline.tsx'
import { formAction } from '#app/http/form-action.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import type { Key } from '#app/i18n/index.ts'
import { useT } from '#app/i18n/use-t.ts'
import { flagLookOutcomes } from '#db/vocabulary.ts'
import { lookAtFlag, lookForm } from '#domain/open/flags/look-at-flag.ts'
import { readFlag } from '#domain/open/flags/read-desk.ts'

export const handle = titled('flags.title')
export const loader = pageLoader((ctx, { code = '', subject = '' }) => readFlag(ctx, code, subject))
export const action = formAction({
  form: lookForm,
  run: (ctx, input, { code = '', subject = '' }) => lookAtFlag(ctx, { ...input, code, subject }),
  goTo: () => '/desk/flags',
})

/** One signal: its figures, what others found, and room to say what one found. */
export default function OneFlag() {
  const t = useT()
  const f = useFormat()
  const { code, about, figures, looks } = useLoaderData<typeof loader>()
  return (
    <Page
      narrow
      back={{ to: '/desk/flags', label: t('flags.title') }}
      eyebrow={code}
      title={t(`flags.code.${code}` as Key)}
      lead={about}
    >
      <Section title={t('flags.figures')}>
        <p>
          <FlagFigures figures={figures} />
        </p>
        <p className="quiet">{t('flags.method')}</p>
      </Section>
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

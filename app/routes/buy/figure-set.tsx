import { useLoaderData } from '@remix-run/react'
import { useFigureNamed, useFigureSaid } from '#app/components/buy/figure-said.ts'
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
import { figurePage } from '#domain/buy/plan/figures-page.ts'
import { figureForm, setFigure } from '#domain/buy/plan/set-figure.ts'

export const handle = titled('figure.set')
export const loader = pageLoader((ctx, { code }) => figurePage(ctx, code!))
export const action = formAction({
  form: figureForm,
  run: setFigure,
  goTo: ({ code }) => `/desk/figures/${code}`,
})

/** 设定参数: the next version of one figure. */
export default function SetFigure() {
  const t = useT()
  const f = useFormat()
  const named = useFigureNamed()
  const said = useFigureSaid()
  const { last, typed, units, versions, today } = useLoaderData<typeof loader>()
  const options = units.map((unit) => ({ value: unit, label: t(`figure.unit.${unit as 'wd'}`) }))
  return (
    <Page
      narrow
      back={{ to: '/desk/figures', label: t('figure.title') }}
      eyebrow={last.source === named(last) ? last.code : last.source}
      title={named(last)}
      lead={t('rules.edit.aside')}
    >
      <Form
        submit={t('rules.save')}
        hidden={{
          code: last.code,
          version: String(last.version),
          ...(units.length === 1 ? { unit: last.unit } : {}),
        }}
      >
        <Field
          name="value"
          short
          label={t('figure.value')}
          hint={t(`figure.unit.${last.unit as 'wd'}`)}
          fallback={typed}
        />
        {units.length > 1 ? (
          <Choices name="unit" legend={t('figure.unit')} options={options} fallback={last.unit} />
        ) : null}
        <Field
          name="source"
          kind="long"
          rows={2}
          label={t('rules.basis')}
          hint={last.mark === 'statute' ? t('figure.source.law') : undefined}
          fallback={last.mark === 'statute' ? '' : last.source}
        />
        <Field
          name="from"
          kind="date"
          label={t('rules.from')}
          fallback={last.from > today ? last.from : today}
        />
      </Form>
      <Section title={t('rules.history')}>
        <Timeline
          moments={versions.map((v) => ({
            key: v.id,
            when: f.day(v.from),
            title: t('figure.version', { n: v.version, value: said(v) }),
            text: v.source,
          }))}
        />
      </Section>
    </Page>
  )
}

import { type ActionFunctionArgs, data } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Note } from '#app/components/card.tsx'
import { Field } from '#app/components/field.tsx'
import { Form } from '#app/components/form.tsx'
import { Page, Section } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { oneForm } from '#app/http/form-action.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { tell } from '#app/i18n/index.ts'
import { useT } from '#app/i18n/use-t.ts'
import { rollForm } from '#domain/ask/vote/forms.ts'
import { faultsOf, loadRoll } from '#domain/ask/vote/load-roll.ts'
import { readDeskRound } from '#domain/ask/vote/read-round.ts'

export const handle = titled('roll.title')
export const loader = pageLoader((ctx, { roundId = '' }) => readDeskRound(ctx, roundId))

const load = oneForm({
  form: rollForm,
  run: (ctx, { roll }, { roundId = '' }) => loadRoll(ctx, { roundId, roll }),
  goTo: ({ id }) => `/desk/rounds/${id}`,
})
export const action = async (args: ActionFunctionArgs) => {
  const body = await args.request.formData()
  const roll = String(body.get('roll') ?? '')
  const faults = await pageLoader((ctx, { roundId = '' }) => faultsOf(ctx, { roundId, roll }))(args)
  if (faults.length === 0) return load(args, body)
  const error = { roll: faults.slice(0, 50).map(({ line, key }) => tell(`roll.fault.${key}`, { line })) }
  return data({ status: 'error', error, initialValue: { roll, _form: '' } }, { status: 422 })
}

export default function Roll() {
  const t = useT()
  const { round, roll } = useLoaderData<typeof loader>()
  return (
    <Page
      narrow
      back={{ to: `/desk/rounds/${round.id}`, label: round.name }}
      title={t('roll.title')}
      lead={t(`roll.lead.${round.unit}`)}
    >
      {roll > 0 ? <Note kind="wait">{t('roll.replaces', { n: roll })}</Note> : null}
      <Form files submit={t('roll.load')}>
        <Field
          name="roll"
          kind="long"
          rows={12}
          label={t('roll.lines')}
          hint={t('roll.hint')}
          note={t('roll.note')}
        />
      </Form>
      <Section title={t('roll.example')}>
        <p className="hash whitespace-pre-line">{t('roll.example.lines')}</p>
      </Section>
    </Page>
  )
}

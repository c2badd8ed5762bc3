import { useLoaderData } from '@remix-run/react'
import { Note } from '#app/components/card.tsx'
import { Tick } from '#app/components/choices.tsx'
import { Field } from '#app/components/field.tsx'
import { Form } from '#app/components/form.tsx'
import { Page, Section } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { formActions, oneForm } from '#app/http/form-action.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { declareForm, recuseForm } from '#domain/buy/evaluation/forms.ts'
import { readDeclaration } from '#domain/buy/evaluation/read-panel.ts'
import { declareClear, recuse } from '#domain/buy/evaluation/recuse.ts'

export const handle = titled('panel.step.declare')
export const loader = pageLoader((ctx, { tenderId }) => readDeclaration(ctx, tenderId!))
export const action = formActions({
  clear: oneForm({
    form: declareForm,
    run: (ctx, _, { tenderId }) => declareClear(ctx, { tenderId: tenderId! }),
    goTo: ({ id }) => `/panel/${id}`,
  }),
  recuse: oneForm({
    form: recuseForm,
    run: (ctx, input, { tenderId }) => recuse(ctx, { ...input, tenderId: tenderId! }),
    goTo: () => '/panel',
  }),
})

export default function Declare() {
  const t = useT()
  const { call, state, bidders, ties } = useLoaderData<typeof loader>()
  return (
    <Page
      narrow
      back={{ to: `/panel/${call.id}`, label: call.title }}
      title={t('panel.step.declare')}
      lead={t('panel.declare.lead')}
    >
      <Section plain title={t('panel.declare.who', { n: bidders.length })}>
        <ul className="list-disc pl-6">
          {bidders.map((b) => (
            <li key={b.id}>{b.name}</li>
          ))}
        </ul>
      </Section>
      {ties.map((tie) => (
        <Note key={tie.name + tie.relation} kind="late">
          {t('panel.declare.tie', { name: tie.name })}
        </Note>
      ))}
      {state === 'declared_clear' ? <Note kind="done">{t('panel.declare.done')}</Note> : null}
      {state === 'drawn' && call.openedAt ? (
        <>
          <Form name="clear" submit={t('panel.declare.do')}>
            <Tick name="clear">{t('panel.declare.clear')}</Tick>
          </Form>
          <Section plain title={t('panel.declare.or')}>
            <Form name="recuse" look="second" submit={t('panel.recuse.do')}>
              <Field
                name="reason"
                kind="long"
                rows={2}
                label={t('panel.recuse.reason')}
                hint={t('panel.recuse.hint')}
              />
            </Form>
          </Section>
        </>
      ) : null}
    </Page>
  )
}

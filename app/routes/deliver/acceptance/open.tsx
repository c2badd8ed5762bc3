import { useLoaderData } from '@remix-run/react'
import { Facts } from '#app/components/check-answers.tsx'
import { Readings } from '#app/components/deliver/evidence.tsx'
import { Field } from '#app/components/field.tsx'
import { Form } from '#app/components/form.tsx'
import { useFormat } from '#app/components/format.ts'
import { Page, Section } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { formAction } from '#app/http/form-action.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { openForm } from '#domain/deliver/acceptance/forms.ts'
import { openAcceptance } from '#domain/deliver/acceptance/open-acceptance.ts'
import { openPage } from '#domain/deliver/acceptance/open-page.ts'

export const handle = titled('acceptance.open.title')
export const loader = pageLoader((ctx, { milestoneId }) => openPage(ctx, milestoneId!))
export const action = formAction({
  form: openForm,
  run: (ctx, typed, { milestoneId }) => openAcceptance(ctx, { ...typed, milestoneId: milestoneId! }),
  goTo: ({ id }) => `/desk/acceptances/${id}`,
})

export default function OpenAcceptance() {
  const t = useT()
  const f = useFormat()
  const m = useLoaderData<typeof loader>()
  return (
    <Page
      back={{ to: `/work/${m.contractId}`, label: m.contract.title }}
      eyebrow={m.title}
      title={t('acceptance.open.title')}
      lead={t('acceptance.open.lead', { n: m.required })}
    >
      <Facts
        facts={[
          { term: t('contract.supplier'), text: m.supplier },
          { term: t('milestone.price'), text: f.money(m.price) },
          { term: t('milestone.claim.words'), text: m.claim ?? '' },
          { term: t('milestone.finding'), text: m.finding ?? '' },
          {
            term: t('acceptance.required'),
            text: t('acceptance.required.n', {
              n: m.required,
              people: m.served.people,
              users: m.served.users,
            }),
          },
          { term: t('acceptance.group'), text: t('acceptance.group.who') },
        ]}
      />
      <Section title={t('contract.indicators')}>
        <Readings readings={m.readings} />
      </Section>
      <Form submit={t('acceptance.open.submit')}>
        <Field
          name="ask"
          kind="number"
          short
          label={t('acceptance.ask')}
          hint={t('acceptance.ask.hint', { n: m.required, users: m.served.users })}
          fallback={m.required}
        />
      </Form>
    </Page>
  )
}

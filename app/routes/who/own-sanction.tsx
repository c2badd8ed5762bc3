import { useLoaderData } from '@remix-run/react'
import { Field } from '#app/components/field.tsx'
import { Form } from '#app/components/form.tsx'
import { Page, Section } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { SanctionFacts } from '#app/components/who/sanction-facts.tsx'
import { formAction } from '#app/http/form-action.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { defendForm } from '#domain/who/sanction/forms.ts'
import { readOwnSanction } from '#domain/who/sanction/read-sanctions.ts'
import { defendSanction } from '#domain/who/sanction/report-sanction.ts'

export const handle = titled('sanction.title')
export const loader = pageLoader((ctx, { sanctionId }) => readOwnSanction(ctx, sanctionId!))
export const action = formAction({
  form: defendForm,
  run: (ctx, typed, { sanctionId }) => defendSanction(ctx, { ...typed, sanctionId: sanctionId! }),
  goTo: ({ id }) => `/sanctions/${id}`,
})

export default function OwnSanction() {
  const t = useT()
  const { sanction, may } = useLoaderData<typeof loader>()
  return (
    <Page
      narrow
      back={{ to: '/desk/body', label: t('body.own') }}
      eyebrow={sanction.refNo}
      title={t('sanction.title')}
      lead={t('sanction.own.lead')}
    >
      <SanctionFacts sanction={sanction} />
      {may.defend ? (
        <Section title={t('sanction.defend')}>
          <Form submit={t('sanction.defend.do')}>
            <Field
              name="defence"
              kind="long"
              rows={8}
              label={t('sanction.defence')}
              hint={t('sanction.defence.hint')}
              fallback={sanction.defence ?? ''}
            />
          </Form>
        </Section>
      ) : null}
    </Page>
  )
}

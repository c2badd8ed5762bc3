import { useLoaderData } from '@remix-run/react'
import { FormDetails } from '#app/components/card.tsx'
import { Field } from '#app/components/field.tsx'
import { Form } from '#app/components/form.tsx'
import { Page, Section } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { SanctionFacts } from '#app/components/who/sanction-facts.tsx'
import { formActions, formsOf } from '#app/http/form-action.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { decideSanction, dismissSanction, liftSanction } from '#domain/who/sanction/decide-sanction.ts'
import {
  decideSanctionForm,
  dismissSanctionForm,
  liftSanctionForm,
  serveForm,
} from '#domain/who/sanction/forms.ts'
import { readSanction } from '#domain/who/sanction/read-sanctions.ts'
import { serveSanction } from '#domain/who/sanction/report-sanction.ts'

export const handle = titled('sanction.title')
export const loader = pageLoader((ctx, { sanctionId }) => readSanction(ctx, sanctionId!))
const on = formsOf(
  ({ sanctionId = '' }) => ({ sanctionId }),
  ({ id }: { id: string }) => `/desk/sanctions/${id}`,
)
export const action = formActions({
  serve: on(serveForm, serveSanction),
  decide: on(decideSanctionForm, decideSanction),
  dismiss: on(dismissSanctionForm, dismissSanction),
  lift: on(liftSanctionForm, liftSanction),
})

export default function SanctionPage() {
  const t = useT()
  const { sanction, may } = useLoaderData<typeof loader>()
  return (
    <Page
      narrow
      back={{ to: '/desk/sanctions', label: t('sanctions.title') }}
      eyebrow={sanction.refNo}
      title={t('sanction.title')}
      lead={t('sanction.lead')}
    >
      <SanctionFacts sanction={sanction} />
      {may.serve ? (
        <Section title={t('sanction.serve')} aside={t('sanction.serve.hint')}>
          <Form name="serve" submit={t('sanction.serve.do')} />
        </Section>
      ) : null}
      {may.decide ? (
        <Section title={t('sanction.decide')}>
          <Form name="decide" submit={t('sanction.decide.do')}>
            <Field
              name="years"
              kind="number"
              short
              label={t('sanction.years')}
              hint={t('sanction.years.hint')}
            />
            <Field
              name="decision"
              kind="long"
              rows={6}
              label={t('sanction.decision')}
              hint={t('sanction.decision.hint')}
            />
          </Form>
        </Section>
      ) : null}
      {may.dismiss ? (
        <FormDetails form="dismiss" summary={t('sanction.dismiss')}>
          <Form name="dismiss" look="second" submit={t('sanction.dismiss')}>
            <Field name="decision" kind="long" rows={4} label={t('sanction.decision')} />
          </Form>
        </FormDetails>
      ) : null}
      {may.lift ? (
        <FormDetails form="lift" summary={t('sanction.lift')}>
          <Form name="lift" look="second" submit={t('sanction.lift')}>
            <Field name="ground" kind="long" rows={4} label={t('standing.ground')} />
          </Form>
        </FormDetails>
      ) : null}
    </Page>
  )
}

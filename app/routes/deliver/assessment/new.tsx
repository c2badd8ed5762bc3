import { useLoaderData } from '@remix-run/react'
import { Choices } from '#app/components/choices.tsx'
import { AssessmentSheet } from '#app/components/deliver/assessment-sheet.tsx'
import { Links } from '#app/components/entry.tsx'
import { Form } from '#app/components/form.tsx'
import { Page, Section } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { formAction } from '#app/http/form-action.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { newAssessmentPage } from '#domain/deliver/supervision/assessment/assessment-page.ts'
import { openAssessmentForm } from '#domain/deliver/supervision/assessment/forms.ts'
import { openAssessment } from '#domain/deliver/supervision/assessment/open-assessment.ts'

export const handle = titled('assessment.new.title')
export const loader = pageLoader((ctx, { contractId }) => newAssessmentPage(ctx, contractId!))
export const action = formAction({
  form: openAssessmentForm,
  run: (ctx, typed, { contractId }) => openAssessment(ctx, { ...typed, contractId: contractId! }),
  goTo: ({ id }) => `/desk/assessments/${id}`,
})

export default function NewAssessment() {
  const t = useT()
  const page = useLoaderData<typeof loader>()
  return (
    <Page
      narrow
      back={{ to: `/work/${page.id}`, label: page.title }}
      title={t('assessment.new.title')}
      lead={t('assessment.new.lead')}
    >
      <Links
        links={page.made.map((one) => ({
          to: `/desk/assessments/${one.id}`,
          label: t(`assessment.kind.${one.kind}`),
        }))}
      />
      {page.kinds.length === 0 ? (
        <p className="quiet">{t('assessment.new.none')}</p>
      ) : (
        <Form submit={t('assessment.new.submit')}>
          <Choices
            name="kind"
            legend={t('assessment.kind')}
            options={page.kinds.map((value) => ({ value, label: t(`assessment.kind.${value}`) }))}
          />
        </Form>
      )}
      {page.sheets.map((sheet) => (
        <Section key={sheet.kind} title={t(`assessment.kind.${sheet.kind}`)}>
          <AssessmentSheet items={sheet.items} />
          <p className="quiet small">{sheet.source}</p>
        </Section>
      ))}
    </Page>
  )
}

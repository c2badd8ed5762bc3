import { useLoaderData } from '@remix-run/react'
import { NeedProof } from '#app/components/ask/need-proof.tsx'
import { Empty } from '#app/components/card.tsx'
import { Choices } from '#app/components/choices.tsx'
import { Form } from '#app/components/form.tsx'
import { useFormat } from '#app/components/format.ts'
import { Page, Section } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { formAction } from '#app/http/form-action.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { citeSurvey } from '#domain/ask/need/cite-evidence.ts'
import { citeSurveyForm } from '#domain/ask/need/forms.ts'
import { readForWriting } from '#domain/ask/need/read-need.ts'

export const handle = titled('need.cite.title')
export const loader = pageLoader((ctx, { id = '' }) => readForWriting(ctx, id))
export const action = formAction({
  form: citeSurveyForm,
  run: (ctx, { surveyId }, { id = '' }) => citeSurvey(ctx, { needId: id, surveyId }),
  goTo: ({ id }) => `/desk/needs/${id}`,
})

export default function Evidence() {
  const t = useT()
  const f = useFormat()
  const { need, surveys, evidence } = useLoaderData<typeof loader>()
  return (
    <Page
      narrow
      back={{ to: `/desk/needs/${need?.id}` }}
      eyebrow={need?.title}
      title={t('need.cite.title')}
      lead={t('need.cite.lead')}
    >
      {surveys.length === 0 ? (
        <Empty action={{ to: '/desk/surveys', label: t('surveys.title') }}>{t('need.cite.none')}</Empty>
      ) : (
        <Form submit={t('need.cite')}>
          <Choices
            name="surveyId"
            legend={t('need.cite.which')}
            options={surveys.map((s) => ({
              value: s.id,
              label: s.name,
              note: t('need.cite.note', { refNo: s.refNo, date: f.day(new Date(s.closesAt.getTime() - 1)) }),
            }))}
          />
        </Form>
      )}
      {evidence.length > 0 ? (
        <Section title={t('need.cited')}>
          <NeedProof evidence={evidence} />
        </Section>
      ) : null}
    </Page>
  )
}

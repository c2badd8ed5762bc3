import { useLoaderData } from '@remix-run/react'
import { Facts } from '#app/components/check-answers.tsx'
import { AssessmentSheet, GradeRule } from '#app/components/deliver/assessment-sheet.tsx'
import { Links } from '#app/components/entry.tsx'
import { Field } from '#app/components/field.tsx'
import { Form } from '#app/components/form.tsx'
import { useFormat } from '#app/components/format.ts'
import { Page, Section } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { Table } from '#app/components/table.tsx'
import { formActions, formsOf } from '#app/http/form-action.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { assessmentDesk } from '#domain/deliver/supervision/assessment/assessment-page.ts'
import { publishForm, redrawForm } from '#domain/deliver/supervision/assessment/forms.ts'
import { publishAssessment } from '#domain/deliver/supervision/assessment/publish-assessment.ts'
import { redrawAssessors } from '#domain/deliver/supervision/assessment/redraw-assessors.ts'

export const handle = titled('assessment.title')
export const loader = pageLoader((ctx, { assessmentId }) => assessmentDesk(ctx, assessmentId!))
const on = formsOf(
  ({ assessmentId = '' }) => ({ assessmentId }),
  ({ id }: { id: string }) => `/desk/assessments/${id}`,
)
export const action = formActions({
  publish: on(publishForm, publishAssessment),
  redraw: on(redrawForm, redrawAssessors),
})

export default function AssessmentDesk() {
  const t = useT()
  const f = useFormat()
  const a = useLoaderData<typeof loader>()
  const open = a.state === 'opened'
  const stands = a.waiting > 0 ? t('assessment.waiting', { n: a.waiting }) : t('assessment.ready')
  return (
    <Page
      back={{ to: `/work/${a.contractId}`, label: a.title }}
      eyebrow={a.supplier}
      title={t(`assessment.kind.${a.kind}`)}
      lead={open ? stands : t('assessment.result', { score: a.score ?? 0, grade: a.grade ?? '' })}
    >
      <Section title={t('assessment.assessors')}>
        <Table
          caption={t('assessment.assessors')}
          captionHidden
          columns={[{ head: t('assessment.assessor') }, { head: t('assessment.state') }]}
          rows={a.seats.map((s) => ({
            key: String(s.ordinal),
            cells: [
              `${s.ordinal} ${s.name}`,
              <span key="state">
                {t(`assessor.state.${s.state}`)}
                {s.reason ? <span className="small quiet block">{s.reason}</span> : null}
              </span>,
            ],
          }))}
        />
        <Facts
          facts={[
            { term: t('assessment.seed'), text: <span className="hash">{a.seed}</span> },
            { term: t('assessment.list'), text: <span className="hash">{a.listHash}</span> },
            { term: t('assessment.opened'), text: f.date(a.openedAt) },
            ...(a.scoredBy ? [{ term: t('assessment.scored-by'), text: f.day(a.scoredBy) }] : []),
          ]}
        />
      </Section>
      {a.mayRedraw ? (
        <Form name="redraw" submit={t('assessment.redraw.submit')} look="second">
          <p>{t('assessment.redraw.says')}</p>
        </Form>
      ) : null}
      {a.mayPublish ? (
        <Form name="publish" submit={t('assessment.publish.submit')}>
          <Field
            name="words"
            kind="long"
            rows={4}
            label={t('assessment.publish.words')}
            hint={t('assessment.publish.hint')}
          />
        </Form>
      ) : null}
      <Section title={t('assessment.sheet')}>
        <AssessmentSheet items={a.items} />
        <GradeRule grades={a.grades} source={a.source} />
      </Section>
      {open ? null : (
        <Links
          links={[
            { to: `/assessments/${a.id}`, label: t('assessment.public') },
            ...(a.findingId ? [{ to: `/desk/findings/${a.findingId}`, label: t('finding.one') }] : []),
          ]}
        />
      )}
    </Page>
  )
}

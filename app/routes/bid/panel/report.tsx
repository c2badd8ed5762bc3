import { useLoaderData } from '@remix-run/react'
import { ReopenForm } from '#app/components/bid/reopen-form.tsx'
import { ReportAnnexes } from '#app/components/bid/report-annexes.tsx'
import { Averages, MemberScores, Ranking } from '#app/components/bid/report-table.tsx'
import { Details, Note } from '#app/components/card.tsx'
import { Field } from '#app/components/field.tsx'
import { Form } from '#app/components/form.tsx'
import { useFormat } from '#app/components/format.ts'
import { Page, Section } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { TaskList } from '#app/components/task-list.tsx'
import { formActions, oneForm } from '#app/http/form-action.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { reopenForm } from '#domain/buy/evaluation/ask-forms.ts'
import { signForm } from '#domain/buy/evaluation/forms.ts'
import { readReport } from '#domain/buy/evaluation/read-report.ts'
import { reopenEvaluation } from '#domain/buy/evaluation/reopen-evaluation.ts'
import { signReport } from '#domain/buy/evaluation/report.ts'

export const handle = titled('panel.step.report')
export const loader = pageLoader((ctx, { tenderId }) => readReport(ctx, tenderId!))
export const action = formActions({
  sign: oneForm({
    form: signForm,
    run: (ctx, input, { tenderId }) => signReport(ctx, { ...input, tenderId: tenderId! }),
    goTo: ({ id }) => `/panel/${id}/report`,
  }),
  reopen: oneForm({
    form: reopenForm,
    run: (ctx, input, { tenderId }) => reopenEvaluation(ctx, { ...input, tenderId: tenderId! }),
    goTo: ({ id }) => `/tenders/${id}`,
  }),
})

export default function ReportPage() {
  const t = useT()
  const f = useFormat()
  const { call, report, mine, signed, mayReopen } = useLoaderData<typeof loader>()
  const back = mine ? `/panel/${call.id}` : `/desk/tenders/${call.id}/award`
  return (
    <Page
      back={{ to: back, label: call.title }}
      eyebrow={t('report.eyebrow', { at: f.dateTime(call.reportAt), no: call.refNo })}
      title={t('panel.step.report')}
      lead={t('report.standing', { n: signed.filter((s) => s.signedAt).length, of: signed.length })}
    >
      <Ranking report={report} />
      <Section title={t('report.averages.title')}>
        <Averages report={report} />
        <Details summary={t('report.each')}>
          <MemberScores report={report} />
        </Details>
      </Section>
      {report.annexes ? (
        <Section plain title={t('report.annex')}>
          <ReportAnnexes report={report} />
        </Section>
      ) : null}
      <Section title={t('report.signatures')}>
        <TaskList
          tasks={signed.map((s) => ({
            title: t('panel.number', { n: s.ordinal }),
            state: t(s.signedAt ? 'panel.state.signed' : 'report.unsigned'),
            kind: s.signedAt ? 'done' : 'wait',
            note: s.dissent ? t('report.dissent.said', { words: s.dissent }) : undefined,
          }))}
        />
        <p className="small quiet">
          {t('report.hash')} <span className="hash">{call.reportHash}</span>
        </p>
      </Section>
      {mine?.signedAt ? (
        <Note kind="done">{t('report.signed', { at: f.dateTime(mine.signedAt) })}</Note>
      ) : null}
      {mine && !mine.signedAt ? (
        <Form name="sign" submit={t('report.sign')} hidden={{ hash: call.reportHash }}>
          <Field
            name="dissent"
            kind="long"
            rows={3}
            optional
            label={t('report.dissent')}
            hint={t('report.dissent.hint')}
          />
        </Form>
      ) : null}
      {mayReopen ? <ReopenForm sources={mayReopen} /> : null}
    </Page>
  )
}

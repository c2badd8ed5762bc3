import { useLoaderData } from '@remix-run/react'
import { useAlias } from '#app/components/bid/use-alias.ts'
import { Note } from '#app/components/card.tsx'
import { Field } from '#app/components/field.tsx'
import { Form } from '#app/components/form.tsx'
import { Page, Section } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { formActions, formsOf } from '#app/http/form-action.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { explainForm, nothingForm } from '#domain/buy/evaluation/forms.ts'
import { readDifferences } from '#domain/buy/evaluation/read-proposals.ts'
import { drawUpReport } from '#domain/buy/evaluation/report.ts'
import { returnSheet } from '#domain/buy/evaluation/return-sheet.ts'
import { explainScore } from '#domain/buy/evaluation/score.ts'

export const handle = titled('panel.step.differences')
export const loader = pageLoader((ctx, { tenderId }) => readDifferences(ctx, tenderId!))
const on = formsOf(
  ({ tenderId = '' }) => ({ tenderId }),
  ({ id }: { id: string }) => `/panel/${id}/differences`,
)
export const action = formActions({
  explain: on(explainForm, explainScore),
  return: on(nothingForm, returnSheet, { goTo: ({ id }) => `/panel/${id}` }),
  report: on(nothingForm, drawUpReport, { goTo: ({ id }) => `/panel/${id}/report` }),
})

export default function Differences() {
  const t = useT()
  const alias = useAlias()
  const { call, ready, differ, wide } = useLoaderData<typeof loader>()
  return (
    <Page
      narrow
      back={{ to: `/panel/${call.id}`, label: call.title }}
      title={t('panel.step.differences')}
      lead={t(ready ? 'panel.differences.lead' : 'panel.differences.wait')}
    >
      {differ.length > 0 ? (
        <Section title={t('panel.differ')} aside={t('panel.differ.hint')}>
          <ul>
            {differ.map((d) => (
              <li key={d.proposalId + d.criterionId}>
                {t('panel.differ.one', {
                  alias: alias(d.alias),
                  name: d.name,
                  low: d.low,
                  high: d.high,
                  mine: d.mine?.points ?? 0,
                })}
              </li>
            ))}
          </ul>
          <Form name="return" look="second" submit={t('panel.differ.return')} />
        </Section>
      ) : null}
      {wide.length > 0 ? (
        <Section title={t('panel.wide')} aside={t('panel.wide.hint')}>
          {wide.map((w) => (
            <div key={w.proposalId + w.criterionId} className="card mb-4">
              <p>
                {t('panel.differ.one', {
                  alias: alias(w.alias),
                  name: w.name,
                  low: w.low,
                  high: w.high,
                  mine: w.mine?.points ?? 0,
                })}
              </p>
              {(w.mine?.comment ?? '').length >= 10 ? (
                <Note kind="done">{w.mine!.comment}</Note>
              ) : (
                <Form
                  name="explain"
                  look="second"
                  submit={t('panel.wide.do')}
                  hidden={{ proposalId: w.proposalId, criterionId: w.criterionId }}
                >
                  <Field name="comment" kind="long" rows={3} label={t('panel.wide.why')} />
                </Form>
              )}
            </div>
          ))}
        </Section>
      ) : null}
      {ready && differ.length === 0 && !call.reportHash ? (
        <Section title={t('panel.report.draw')}>
          <p>{t('panel.report.draw.text')}</p>
          <Form name="report" submit={t('panel.report.draw.do')} />
        </Section>
      ) : null}
    </Page>
  )
}

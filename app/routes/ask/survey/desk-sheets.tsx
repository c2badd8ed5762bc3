import { useLoaderData } from '@remix-run/react'
import { Empty } from '#app/components/card.tsx'
import { ExcelLink } from '#app/components/excel-link.tsx'
import { Field } from '#app/components/field.tsx'
import { Form } from '#app/components/form.tsx'
import { useFormat } from '#app/components/format.ts'
import { Page, Section } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { Table } from '#app/components/table.tsx'
import { formAction } from '#app/http/form-action.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { printSheetsForm } from '#domain/ask/survey/forms.ts'
import { printSheets, readCoverage } from '#domain/ask/survey/print-sheets.ts'
import { gridsOfCommunity } from '#domain/where/bodies-of-community.ts'

export const handle = titled('survey.sheets')
export const loader = pageLoader(async (ctx, { id = '' }) => {
  const read = await readCoverage(ctx, id)
  return { ...read, grids: await gridsOfCommunity(ctx.db, read.survey.communityId) }
})
export const action = formAction({
  form: printSheetsForm,
  run: (ctx, input, { id = '' }) => printSheets(ctx, { ...input, surveyId: id }),
  goTo: ({ surveyId, batchId }) => `/desk/surveys/${surveyId}/sheets/${batchId}`,
})

export default function Sheets() {
  const t = useT()
  const f = useFormat()
  const { survey, batches, grids, rollRef, unsent } = useLoaderData<typeof loader>()
  const here = `/desk/surveys/${survey.id}`
  return (
    <Page
      back={{ to: here, label: survey.name }}
      eyebrow={survey.refNo}
      title={t('survey.sheets')}
      lead={t('survey.sheets.lead')}
    >
      {batches.length === 0 ? (
        <Empty>{t('survey.sheets.none')}</Empty>
      ) : (
        <Table
          caption={t('survey.sheets.caption')}
          columns={[
            { head: t('survey.sheets.building') },
            { head: t('ask.grid') },
            { head: t('report.households') },
            ...(rollRef ? [{ head: t('report.roll.households') }] : []),
            { head: t('survey.sheets.printed') },
            { head: t('survey.sheets.back') },
            { head: t('survey.sheets.ratio') },
            { head: t('survey.paper') },
          ]}
          rows={batches.map((b) => ({
            key: b.id,
            cells: [
              b.building,
              b.grid ?? '',
              f.number(b.households),
              ...(rollRef ? [b.onRoll === null ? t('report.roll.off') : f.number(b.onRoll)] : []),
              f.number(b.sheets),
              f.number(b.back),
              f.percent(b.back / b.households),
              <a key="print" href={`${here}/sheets/${b.id}`}>
                {t('survey.sheets.print')}
              </a>,
            ],
          }))}
        />
      )}
      {unsent.length > 0 ? (
        <Section title={t('survey.sheets.unsent', { n: unsent.length })}>
          <p className="quiet">{t('survey.sheets.unsent.say', { ref: rollRef ?? '' })}</p>
          <p>
            {unsent
              .map((b) => t('survey.sheets.unsent.one', { building: b.building, n: b.households }))
              .join(t('ask.comma'))}
          </p>
        </Section>
      ) : null}
      <ExcelLink to={`${here}/coverage.xlsx`} />
      {survey.state === 'draft' || survey.state === 'published' ? (
        <Section title={t('survey.sheets.new')}>
          <Form submit={t('survey.sheets.submit')}>
            <Field
              name="building"
              label={t('survey.sheets.building')}
              hint={t('survey.sheets.building.hint')}
            />
            <Field
              name="gridId"
              kind="select"
              label={t('ask.grid')}
              optional
              options={grids.map((g) => ({ value: g.id, label: g.name }))}
            />
            <Field name="households" kind="number" label={t('survey.sheets.households')} />
            <Field name="sheets" kind="number" label={t('survey.sheets.count')} />
          </Form>
        </Section>
      ) : null}
    </Page>
  )
}

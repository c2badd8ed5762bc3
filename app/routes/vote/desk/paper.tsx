import { useLoaderData } from '@remix-run/react'
import { Empty } from '#app/components/card.tsx'
import { ExcelLink } from '#app/components/excel-link.tsx'
import { Field } from '#app/components/field.tsx'
import { Form } from '#app/components/form.tsx'
import { Page, Section } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { Table } from '#app/components/table.tsx'
import { formAction } from '#app/http/form-action.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { issueForm } from '#domain/ask/vote/channel-forms.ts'
import { issueBatch } from '#domain/ask/vote/sheets/issue-batch.ts'
import { readBatches } from '#domain/ask/vote/sheets/read-batches.ts'

export const handle = titled('paper.title')
export const loader = pageLoader((ctx, { roundId = '' }) => readBatches(ctx, roundId))
export const action = formAction({
  form: issueForm,
  run: (ctx, input, { roundId = '' }) => issueBatch(ctx, { ...input, roundId }),
  goTo: ({ id, roundId }) => `/desk/rounds/${roundId}/paper/${id}`,
})
type Batch = Awaited<ReturnType<typeof readBatches>>['batches'][number]

const Batches = ({ batches, roundId }: { batches: readonly Batch[]; roundId: string }) => {
  const t = useT()
  const back = ({ used, unused, size }: Batch) =>
    used === null || unused === null
      ? t('paper.out')
      : t('paper.back', { used, unused, missing: size - used - unused })
  return (
    <Table
      caption={t('paper.title')}
      captionHidden
      columns={['batch.head', 'size', 'carrier', 'state', 'read'].map((head) => ({
        head: t(`paper.${head as 'size'}`),
      }))}
      rows={batches.map((batch) => ({
        key: batch.id,
        cells: [
          <a key="b" href={`/desk/rounds/${roundId}/paper/${batch.id}`}>
            {t('paper.batch', { n: batch.ordinal, building: batch.building })}
          </a>,
          String(batch.size),
          batch.carrier,
          back(batch),
          t('paper.read.n', batch.counts),
        ],
      }))}
    />
  )
}

export default function Paper() {
  const t = useT()
  const { round, batches, carriers, mayIssue, prints } = useLoaderData<typeof loader>()
  const issues = mayIssue && (round.phase === 'waiting' || round.phase === 'open')
  return (
    <Page back={{ to: '/desk' }} eyebrow={round.name} title={t('paper.title')} lead={t('paper.lead')}>
      {batches.length === 0 ? (
        <Empty>{t('paper.none')}</Empty>
      ) : (
        <Batches batches={batches} roundId={round.id} />
      )}
      {prints ? (
        <p className="links">
          <a href={`/desk/rounds/${round.id}/letters`}>{t('letters.link')}</a>
        </p>
      ) : null}
      {issues ? (
        <Section title={t('paper.issue.title')}>
          <Form submit={t('paper.issue.do')}>
            <Field name="building" label={t('paper.issue.building')} />
            <Field name="size" kind="number" label={t('paper.issue.size')} />
            <Field
              name="carrierId"
              kind="select"
              label={t('paper.issue.carrier')}
              options={carriers.map(({ id, name, body }) => ({ value: id, label: `${name} · ${body}` }))}
            />
          </Form>
        </Section>
      ) : null}
      <ExcelLink to={`/desk/rounds/${round.id}/paper.xlsx`} />
    </Page>
  )
}

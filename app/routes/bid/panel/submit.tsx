import { useLoaderData } from '@remix-run/react'
import { useAlias } from '#app/components/bid/use-alias.ts'
import { Note } from '#app/components/card.tsx'
import { Tick } from '#app/components/choices.tsx'
import { Form } from '#app/components/form.tsx'
import { Page } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { Table } from '#app/components/table.tsx'
import { formAction } from '#app/http/form-action.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { lockForm } from '#domain/buy/evaluation/forms.ts'
import { readMyPanel } from '#domain/buy/evaluation/read-panel.ts'
import { submitSheet } from '#domain/buy/evaluation/score.ts'

export const handle = titled('panel.step.submit')
export const loader = pageLoader((ctx, { tenderId }) => readMyPanel(ctx, tenderId!))
export const action = formAction({
  form: lockForm,
  run: (ctx, _, { tenderId }) => submitSheet(ctx, { tenderId: tenderId! }),
  goTo: ({ id }) => `/panel/${id}`,
})

export default function SubmitSheet() {
  const t = useT()
  const alias = useAlias()
  const { call, proposals, own, left, sheet } = useLoaderData<typeof loader>()
  const judged = call.criteria.filter((c) => c.kind !== 'formula')
  const points = (proposalId: string, criterionId: string) =>
    own.find((s) => s.proposalId === proposalId && s.criterionId === criterionId)?.points
  return (
    <Page
      back={{ to: `/panel/${call.id}`, label: call.title }}
      title={t('panel.step.submit')}
      lead={t('panel.submit.lead')}
    >
      {left.length > 0 ? <Note kind="wait">{t('refusal.sheet-incomplete', { n: left.length })}</Note> : null}
      <Table
        caption={t('panel.submit.caption')}
        columns={[
          { head: t('panel.submit.item') },
          ...proposals.map((p) => ({ head: alias(p.alias), money: true })),
        ]}
        rows={judged.map((c) => ({
          key: c.id,
          cells: [
            t('panel.score.max', { name: c.name, max: c.max }),
            ...proposals.map((p) => points(p.id, c.id) ?? t('panel.score.none')),
          ],
        }))}
      />
      <p className="small quiet">{t('panel.commit')}</p>
      {sheet === 'submitted' ? (
        <Note kind="done">{t('panel.submit.done')}</Note>
      ) : (
        <Form submit={t('panel.submit.do')}>
          <Tick name="sure">{t('panel.submit.sure')}</Tick>
        </Form>
      )}
    </Page>
  )
}

import { useLoaderData } from '@remix-run/react'
import { ColumnScore } from '#app/components/bid/column-score.tsx'
import { ColumnSteps } from '#app/components/bid/column-steps.tsx'
import { Form } from '#app/components/form.tsx'
import { Page } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { formAction } from '#app/http/form-action.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { columnForm } from '#domain/buy/evaluation/forms.ts'
import { nextColumn } from '#domain/buy/evaluation/next-to-score.ts'
import { readColumn } from '#domain/buy/evaluation/read-part.ts'
import { saveColumn } from '#domain/buy/evaluation/score.ts'

export const handle = titled('panel.column')
export const loader = pageLoader((ctx, { tenderId, code }) => readColumn(ctx, tenderId!, code!))
export const action = formAction({
  form: columnForm,
  run: async (ctx, input, { tenderId, code }) => {
    await saveColumn(ctx, { ...input, tenderId: tenderId!, code: code! })
    return nextColumn(ctx, { tenderId: tenderId!, code: code! })
  },
  goTo: ({ tenderId, code }) => (code ? `/panel/${tenderId}/column/${code}` : `/panel/${tenderId}`),
})

const wide = ['', '', 'md:grid-cols-2', 'md:grid-cols-3'] as const

/** 横向打分: one criterion at a time; side by side where there is room, one below the other on a phone. */
export default function Column() {
  const t = useT()
  const { call, criterion, columns, steps } = useLoaderData<typeof loader>()
  const open = columns.some((c) => !c.locked)
  return (
    <Page
      back={{ to: `/panel/${call.id}`, label: call.title }}
      eyebrow={t('panel.column.of', { n: columns.length, given: columns.filter((c) => c.mine).length })}
      title={t('panel.column.title', { name: criterion.name, max: criterion.max })}
      lead={criterion.guidance}
    >
      <ColumnSteps call={call} code={criterion.code} steps={steps} of={columns.length} />
      <Form
        submit={open ? t('panel.column.save') : undefined}
        hidden={Object.fromEntries(columns.map((c, at) => [`scores[${at}].proposalId`, c.facts.id]))}
      >
        <div className={`grid gap-6 ${wide[columns.length] ?? 'md:grid-cols-3'}`}>
          {columns.map((column, at) => (
            <ColumnScore
              key={column.facts.id}
              column={column}
              at={at}
              criterion={criterion}
              tenderId={call.id}
            />
          ))}
        </div>
      </Form>
      <p className="small quiet mt-4">{t('panel.score.draft')}</p>
      <p className="small quiet">{t('panel.commit')}</p>
      <p className="links screen">
        <a href={`/panel/${call.id}/score/${columns[0]!.facts.id}/${criterion.code}`}>
          {t('panel.column.one')}
        </a>
        <a href={`/panel/${call.id}/signals`}>{t('signals')}</a>
        <a href={`/panel/${call.id}`}>{t('panel.score.recognised')}</a>
      </p>
    </Page>
  )
}

import { useLoaderData } from '@remix-run/react'
import { ProposalPage } from '#app/components/bid/proposal-page.tsx'
import { Details } from '#app/components/card.tsx'
import { Field } from '#app/components/field.tsx'
import { Form } from '#app/components/form.tsx'
import { useFormat } from '#app/components/format.ts'
import { useReply } from '#app/components/reply.ts'
import { titled } from '#app/components/shell/title.ts'
import { formAction } from '#app/http/form-action.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { budgetForm } from '#domain/buy/proposal/forms.ts'
import { type Own, readOwn } from '#domain/buy/proposal/read-own.ts'
import { budgetKinds } from '#domain/buy/proposal/sections.ts'
import { writeBudget } from '#domain/buy/proposal/write-sections.ts'

export const handle = titled('bid.section.budget')
export const loader = pageLoader((ctx, { tenderId }) => readOwn(ctx, tenderId!))
export const action = formAction({
  form: budgetForm,
  run: (ctx, input, { tenderId }) => writeBudget(ctx, { ...input, tenderId: tenderId! }),
  goTo: ({ id }) => `/tenders/${id}/proposal`,
})
const yuan = (fen: number | undefined) => (fen === undefined ? '' : (fen / 100).toFixed(2))
const first = [0, 1, 2, 3]
const more = [4, 5, 6, 7, 8, 9, 10, 11]

const Line = ({ at, own }: { at: number; own: Own }) => {
  const t = useT()
  const line = own.body.budget?.lines[at]
  const name = (part: string) => `lines[${at}].${part}`
  return (
    <fieldset className="card mb-4">
      <legend className="small quiet">{t('bid.budget.line', { n: at + 1 })}</legend>
      <div className="grid gap-x-4 md:grid-cols-3">
        <Field
          name={name('kind')}
          kind="select"
          label={t('bid.budget.kind')}
          fallback={line?.kind ?? budgetKinds[at] ?? 'staff'}
          options={budgetKinds.map((kind) => ({ value: kind, label: t(`bid.kind.${kind}`) }))}
        />
        <Field name={name('label')} label={t('bid.budget.label')} fallback={line?.label} />
        <Field
          name={name('amount')}
          kind="money"
          label={t('bid.budget.amount')}
          fallback={yuan(line?.amount)}
        />
      </div>
    </fieldset>
  )
}

export default function Budget() {
  const t = useT()
  const f = useFormat()
  const { sent } = useReply()
  const own = useLoaderData<typeof loader>()
  return (
    <ProposalPage
      own={own}
      title={t('bid.section.budget')}
      lead={t('bid.budget.lead', { ceiling: f.money(own.call.ceiling) })}
    >
      <Form submit={t('bid.save')}>
        <Field
          name="price"
          kind="money"
          label={t(own.call.noPrice ? 'bid.budget.grant' : 'bid.budget.price')}
          hint={t('bid.budget.price.hint')}
          fallback={yuan(own.body.budget?.price)}
        />
        <h2 className="mt-8">{t('bid.budget.lines')}</h2>
        <p className="quiet">{t('bid.budget.lines.hint')}</p>
        {first.map((at) => (
          <Line key={at} at={at} own={own} />
        ))}
        <Details
          summary={t('bid.budget.more')}
          open={sent || (own.body.budget?.lines.length ?? 0) > first.length}
        >
          {more.map((at) => (
            <Line key={at} at={at} own={own} />
          ))}
        </Details>
      </Form>
    </ProposalPage>
  )
}

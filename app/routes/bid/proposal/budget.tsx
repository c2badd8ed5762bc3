import { useActionData, useLoaderData } from '@remix-run/react'
import { BudgetLines, Caps, typedYuan } from '#app/components/bid/budget-fields.tsx'
import { PartSaved } from '#app/components/bid/part-saved.tsx'
import { ProposalPage } from '#app/components/bid/proposal-page.tsx'
import { ButtonLink } from '#app/components/button.tsx'
import { FormDetails, Note } from '#app/components/card.tsx'
import { Field } from '#app/components/field.tsx'
import { Form } from '#app/components/form.tsx'
import { useFormat } from '#app/components/format.ts'
import { titled } from '#app/components/shell/title.ts'
import { budgetAction } from '#app/http/budget-sheet.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { type Own, readOwn } from '#domain/buy/proposal/read-own.ts'

export const handle = titled('bid.section.budget')
export const loader = pageLoader((ctx, { tenderId }) => readOwn(ctx, tenderId!))
export const action = budgetAction

/** 用 Excel 填: a template to fill at leisure, tried row by row before anything is taken. */
const InExcel = ({ own }: { own: Own }) => {
  const t = useT()
  return (
    <FormDetails form="sheet" summary={t('sheet.title')}>
      <p>{t('sheet.lead')}</p>
      <ButtonLink look="second" to={`/tenders/${own.call.id}/proposal/budget.xlsx`}>
        {t('sheet.template')}
      </ButtonLink>
      <div className="h-4" />
      <Form name="sheet" files look="second" submit={t('sheet.check')}>
        <Field name="sheet" kind="file" accept=".xlsx" label={t('sheet.file')} hint={t('sheet.file.hint')} />
      </Form>
    </FormDetails>
  )
}

export default function Budget() {
  const t = useT()
  const f = useFormat()
  const own = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const good = answer && 'good' in answer ? answer.good : null
  return (
    <ProposalPage
      own={own}
      title={t('bid.section.budget')}
      lead={t('bid.budget.lead', { ceiling: f.money(own.call.ceiling) })}
    >
      <PartSaved own={own} part="budget" brought={own.offer.lines.length > 0 && !own.body.budget} />
      <Caps own={own} />
      <InExcel own={own} />
      {good ? <Note kind="done">{t('sheet.good', { n: good.n, sum: f.money(good.sum) })}</Note> : null}
      <Form submit={t('bid.save')} hidden={{ seen: own.stamps.budget ?? '' }}>
        <Field
          name="price"
          kind="money"
          label={t(own.call.noPrice ? 'bid.budget.grant' : 'bid.budget.price')}
          hint={t('bid.budget.price.hint')}
          fallback={typedYuan(own.body.budget?.price)}
        />
        <h2 className="mt-8">{t('bid.budget.lines')}</h2>
        <p className="quiet">{t('bid.budget.lines.hint')}</p>
        <BudgetLines own={own} typed={good?.n ?? 0} />
      </Form>
    </ProposalPage>
  )
}

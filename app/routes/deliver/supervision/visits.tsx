import { useLoaderData } from '@remix-run/react'
import { Details } from '#app/components/card.tsx'
import { Facts } from '#app/components/check-answers.tsx'
import { VisitFormula, VisitTable, VoucherTable } from '#app/components/deliver/visit-plan.tsx'
import { Links } from '#app/components/entry.tsx'
import { Form } from '#app/components/form.tsx'
import { Page, Section } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { formAction } from '#app/http/form-action.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { nothingForm } from '#domain/deliver/contract/forms.ts'
import { planVisits } from '#domain/deliver/supervision/visit/plan-visits.ts'
import { visitsPage } from '#domain/deliver/supervision/visit/visit-page.ts'

export const handle = titled('inspection.plans.title')
export const loader = pageLoader((ctx, _, url) => visitsPage(ctx, url.searchParams.get('month')))
export const action = formAction({
  form: nothingForm,
  run: (ctx) => planVisits(ctx),
  goTo: () => '/desk/visits',
})

export default function Visits() {
  const t = useT()
  const { plan, ...page } = useLoaderData<typeof loader>()
  return (
    <Page back={{ to: '/desk' }} title={t('inspection.plans.title')} lead={t('inspection.plans.lead')}>
      {page.mayPlan && page.running > 0 ? (
        <Form submit={t('inspection.plan.submit')}>
          <p>{t('inspection.plan.submit.lead', { n: page.running })}</p>
        </Form>
      ) : null}
      {plan ? (
        <>
          <Section title={t('inspection.month', { month: plan.month })}>
            <VisitTable rows={plan.rows} />
          </Section>
          <Section title={t('inspection.vouchers')}>
            <VoucherTable checks={plan.checks} />
          </Section>
          <Details summary={t('inspection.formula')}>
            <VisitFormula points={page.points} figures={plan.figures} />
            <Facts
              facts={[{ term: t('inspection.seed'), text: <span className="hash">{plan.seed}</span> }]}
            />
            <p className="quiet small">{t('inspection.seed.says')}</p>
          </Details>
        </>
      ) : (
        <p className="quiet">{t('inspection.plan.none', { month: page.month })}</p>
      )}
      {page.others.length > 0 ? (
        <Section title={t('inspection.others')}>
          <Links links={page.others.map((month) => ({ to: `/desk/visits?month=${month}`, label: month }))} />
        </Section>
      ) : null}
    </Page>
  )
}

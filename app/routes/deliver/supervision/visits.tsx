import { useLoaderData } from '@remix-run/react'
import { Details } from '#app/components/card.tsx'
import { Facts } from '#app/components/check-answers.tsx'
import { AddVisit, ExtraVisits } from '#app/components/deliver/extra-visits.tsx'
import { VisitFormula, VisitTable, VoucherTable } from '#app/components/deliver/visit-plan.tsx'
import { Links } from '#app/components/entry.tsx'
import { Form } from '#app/components/form.tsx'
import { Page, Section } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { formActions, oneForm } from '#app/http/form-action.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { nothingForm } from '#domain/deliver/contract/forms.ts'
import { addVisit } from '#domain/deliver/supervision/visit/add-visit.ts'
import { addVisitForm } from '#domain/deliver/supervision/visit/forms.ts'
import { planVisits } from '#domain/deliver/supervision/visit/plan-visits.ts'
import { visitsPage } from '#domain/deliver/supervision/visit/visit-page.ts'

export const handle = titled('inspection.plans.title')
export const loader = pageLoader((ctx, _, url) => visitsPage(ctx, url.searchParams.get('month')))
const plan = oneForm({ form: nothingForm, run: (ctx) => planVisits(ctx), goTo: () => '/desk/visits' })
const add = oneForm({ form: addVisitForm, run: addVisit, goTo: ({ id }) => `/desk/visits/${id}` })
export const action = formActions({ plan, add })

export default function Visits() {
  const t = useT()
  const { plan, ...page } = useLoaderData<typeof loader>()
  return (
    <Page back={{ to: '/desk' }} title={t('inspection.plans.title')} lead={t('inspection.plans.lead')}>
      {page.mayPlan && page.running.length > 0 ? (
        <Form name="plan" submit={t('inspection.plan.submit')}>
          <p>{t('inspection.plan.submit.lead', { n: page.running.length })}</p>
        </Form>
      ) : null}
      {plan ? (
        <>
          <Section title={t('inspection.month', { month: plan.month })}>
            <VisitTable rows={plan.rows} />
          </Section>
          <Section title={t('inspection.extra')}>
            <ExtraVisits visits={plan.extra} />
            {page.running.length > 0 ? <AddVisit running={page.running} /> : null}
          </Section>
          <Section title={t('inspection.vouchers')}>
            <VoucherTable checks={plan.checks} papers={plan.papers} />
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

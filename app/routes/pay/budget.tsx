import { useLoaderData } from '@remix-run/react'
import { Empty } from '#app/components/card.tsx'
import { Page, Section } from '#app/components/page.tsx'
import { ApprovePoolForm, LineForm, PoolForm } from '#app/components/pay/budget-forms.tsx'
import { Doubles } from '#app/components/pay/doubles.tsx'
import { PoolRules } from '#app/components/pay/pool-rules.tsx'
import { PoolTable } from '#app/components/pay/pool-table.tsx'
import { titled } from '#app/components/shell/title.ts'
import { formActions, oneForm } from '#app/http/form-action.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { approvePool } from '#domain/treasury/approve-pool.ts'
import { budgetPage } from '#domain/treasury/budget-page.ts'
import { approvePoolForm, lineForm, poolForm, tellApartForm } from '#domain/treasury/forms.ts'
import { setUpLine } from '#domain/treasury/set-up-line.ts'
import { setUpPool } from '#domain/treasury/set-up-pool.ts'
import { tellApart } from '#domain/treasury/tell-apart.ts'

export const handle = titled('budget.title')
export const loader = pageLoader((ctx) => budgetPage(ctx))
const goTo = () => '/desk/budget'
export const action = formActions({
  pool: oneForm({
    form: poolForm,
    run: (ctx, input) => setUpPool(ctx, { ...input, ownerId: ctx.actor.seat?.partyId ?? '' }),
    goTo,
  }),
  approve: oneForm({ form: approvePoolForm, run: approvePool, goTo }),
  line: oneForm({ form: lineForm, run: setUpLine, goTo }),
  apart: oneForm({ form: tellApartForm, run: tellApart, goTo }),
})

export default function Budget() {
  const t = useT()
  const { pools, buyers, rules, doubles, sets, approves } = useLoaderData<typeof loader>()
  const waiting = pools.filter((pool) => !pool.approvedOn)
  return (
    <Page title={t('budget.title')} lead={t('budget.lead')}>
      {pools.length === 0 ? <Empty>{t('budget.none')}</Empty> : null}
      {pools.map((pool) => (
        <Section key={pool.id} title={pool.name}>
          <PoolTable pool={pool} />
        </Section>
      ))}
      {doubles.length > 0 ? (
        <Section title={t('double.title')} aside={t('double.aside')}>
          <Doubles pairs={doubles} />
        </Section>
      ) : null}
      {approves && waiting.length > 0 ? (
        <Section title={t('budget.approve')} aside={t('budget.approve.hint')}>
          <ApprovePoolForm pools={waiting} />
        </Section>
      ) : null}
      {sets && pools.length > 0 ? (
        <Section title={t('budget.line')}>
          <LineForm pools={pools} buyers={buyers} />
        </Section>
      ) : null}
      {sets ? (
        <Section title={t('budget.pool')}>
          <PoolForm />
        </Section>
      ) : null}
      <Section title={t('pool-rule.title')}>
        <PoolRules rules={rules} />
      </Section>
    </Page>
  )
}

import { useLoaderData } from '@remix-run/react'
import { Acts, ButtonLink } from '#app/components/button.tsx'
import { lineName } from '#app/components/buy/line-name.ts'
import { useNamed } from '#app/components/buy/use-named.ts'
import { Empty } from '#app/components/card.tsx'
import { useFormat } from '#app/components/format.ts'
import { Matters } from '#app/components/matters.tsx'
import { Money } from '#app/components/money.tsx'
import { Page, Section } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { Table } from '#app/components/table.tsx'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { plansPage } from '#domain/buy/plan/plan-pages.ts'

export const handle = titled('plans.title')
export const loader = pageLoader((ctx) => plansPage(ctx))

export default function Plans() {
  const t = useT()
  const f = useFormat()
  const named = useNamed()
  const { plans, needs, lines, drafts } = useLoaderData<typeof loader>()
  return (
    <Page back={{ to: '/desk' }} title={t('plans.title')} lead={t('plans.lead')}>
      <Acts>
        {drafts ? <ButtonLink to="/desk/plans/new">{t('plan.new')}</ButtonLink> : null}
        <a href="/desk/approval-chain">{t('chain.title')}</a>
        <a href="/rules">{t('rules.title')}</a>
        <a href="/catalogue">{t('catalogue.title')}</a>
      </Acts>
      <Section plain title={t('plans.list')}>
        {plans.length === 0 ? <Empty>{t('plans.none')}</Empty> : null}
        <Matters
          matters={plans.map(({ plan, method, line }) => ({
            key: plan.id,
            kind: named(method),
            title: plan.title,
            to: `/desk/plans/${plan.id}`,
            left: t(`plan.state.${plan.state}`),
            until: f.money(plan.amount),
            say: t('plans.say', { line, no: plan.refNo }),
          }))}
        />
      </Section>
      {drafts && needs.length > 0 ? (
        <Section plain title={t('plans.needs')} aside={t('plans.needs.hint')}>
          <Matters
            matters={needs.map((need) => ({
              key: need.id,
              kind: need.refNo,
              title: need.title,
              to: `/needs/${need.id}`,
              left: f.money(need.estimate),
              action: { to: `/desk/plans/new?needIds=${need.id}`, label: t('plan.new.from') },
            }))}
          />
        </Section>
      ) : null}
      <Section plain title={t('plans.lines')}>
        <Table
          caption={t('plans.lines.hint')}
          columns={[
            { head: t('plan.line') },
            { head: t('plans.lines.total'), money: true },
            { head: t('plans.lines.reserved'), money: true },
            { head: t('plans.lines.free'), money: true },
          ]}
          rows={lines.map(({ line, pool, balances }) => ({
            key: line.id,
            cells: [
              `${lineName(pool, line)}${pool.approvedOn ? '' : t('plan.line.draft')}`,
              <Money key="total" fen={line.amount} />,
              <Money key="reserved" fen={balances.reserved} />,
              <Money key="free" fen={balances.appropriation} />,
            ],
          }))}
        />
      </Section>
    </Page>
  )
}

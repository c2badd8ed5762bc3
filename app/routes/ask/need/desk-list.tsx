import { useLoaderData } from '@remix-run/react'
import { needPoint } from '#app/components/ask/need-road.ts'
import { ButtonLink } from '#app/components/button.tsx'
import { Empty } from '#app/components/card.tsx'
import { Due } from '#app/components/due.tsx'
import { Links } from '#app/components/entry.tsx'
import { ExcelLink } from '#app/components/excel-link.tsx'
import { useFormat } from '#app/components/format.ts'
import { Matters } from '#app/components/matters.tsx'
import { Page, Section } from '#app/components/page.tsx'
import { Road } from '#app/components/road.tsx'
import { Rows } from '#app/components/rows.tsx'
import { titled } from '#app/components/shell/title.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { readNeeds } from '#domain/ask/need/read-needs.ts'

export const handle = titled('needs.desk.title')
export const loader = pageLoader((ctx) => readNeeds(ctx))

export default function NeedsDesk() {
  const t = useT()
  const f = useFormat()
  const { party, own, toDecide, ready, writes, buys } = useLoaderData<typeof loader>()
  return (
    <Page
      back={{ to: '/desk' }}
      eyebrow={party}
      title={t('needs.desk.title')}
      lead={t(buys ? 'needs.desk.lead.street' : 'needs.desk.lead')}
    >
      {writes ? <ButtonLink to="/desk/needs/new">{t('need.new.title')}</ButtonLink> : null}
      {toDecide.length > 0 ? (
        <Section plain title={t('needs.to-decide')}>
          <Rows
            rows={toDecide.map((n) => ({
              key: n.id,
              title: t('need.do.decide', { title: n.title }),
              to: `/desk/needs/${n.id}`,
              of: [n.communityName, f.money(n.estimate)].join(t('ask.comma')),
              due: n.dueAt ? (
                <Due on={new Date(n.dueAt.getTime() - 1)} left={n.left ?? undefined} mark="local" />
              ) : undefined,
              action: { to: `/desk/needs/${n.id}`, label: t('desk.go') },
            }))}
          />
        </Section>
      ) : null}
      {ready.length > 0 ? (
        <Section title={t('needs.ready')}>
          <Matters
            matters={ready.map((n) => ({
              key: n.id,
              kind: n.communityName,
              title: n.title,
              to: `/needs/${n.id}`,
              left: f.wan(n.estimate),
              until: t(`need.state.${n.state}`),
              say: n.outcome,
            }))}
          />
        </Section>
      ) : null}
      {own.length > 0 ? (
        <Matters
          matters={own.map((n) => ({
            key: n.id,
            kind: t(`need.state.${n.state}`),
            title: n.title,
            to: `/desk/needs/${n.id}`,
            left: f.wan(n.estimate),
            until: n.refNo,
            road: <Road size="mini" at={needPoint[n.state].at} here={needPoint[n.state].here} />,
          }))}
        />
      ) : null}
      {own.length + toDecide.length + ready.length === 0 ? (
        <Empty>{t(buys ? 'needs.desk.none.street' : 'needs.desk.none')}</Empty>
      ) : null}
      <Links
        links={[
          { to: '/gaps', label: t('gaps.title') },
          { to: '/showcase', label: t('showcase.title') },
        ]}
      />
      <ExcelLink to="/desk/needs.xlsx" />
    </Page>
  )
}

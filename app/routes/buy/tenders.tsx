import { useLoaderData } from '@remix-run/react'
import { useNamed } from '#app/components/buy/use-named.ts'
import { isSoon, useTimeLeft } from '#app/components/buy/use-time-left.ts'
import { Empty } from '#app/components/card.tsx'
import { useFormat } from '#app/components/format.ts'
import { Matters } from '#app/components/matters.tsx'
import { Page, Section } from '#app/components/page.tsx'
import { useShell } from '#app/components/shell/shell.ts'
import { titled } from '#app/components/shell/title.ts'
import { publicLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { type ShownTender, tenderList } from '#domain/buy/tender/tender-list.ts'

export const handle = titled('tenders.title')
export { publicHeaders as headers } from '#app/http/public-headers.ts'
export const loader = publicLoader((ctx) => tenderList(ctx))

const Open = ({ open, now }: { open: readonly ShownTender[]; now: Date }) => {
  const t = useT()
  const f = useFormat()
  const named = useNamed()
  const left = useTimeLeft()
  if (open.length === 0)
    return <Empty action={{ to: '/needs', label: t('tenders.see-needs') }}>{t('tenders.none')}</Empty>
  return (
    <Matters
      matters={open.map((tender) => ({
        key: tender.id,
        kind: named(tender.method),
        title: tender.title,
        to: `/tenders/${tender.id}`,
        left: left(tender.deadline, now),
        until: t('tenders.until', { at: `${f.short(tender.deadline)} ${f.time(tender.deadline)}` }),
        soon: isSoon(tender.deadline, now),
        say: t('tenders.say', {
          buyer: named(tender.buyer),
          quantity: tender.quantity,
          ceiling: f.money(tender.ceiling),
        }),
        action: { to: `/tenders/${tender.id}`, label: t('tenders.look') },
      }))}
    />
  )
}

export default function Tenders() {
  const t = useT()
  const f = useFormat()
  const named = useNamed()
  const { viewer } = useShell()
  const { now, open, closed, ahead } = useLoaderData<typeof loader>()
  return (
    <Page title={t('tenders.title')} lead={t('tenders.lead', { n: open.length })}>
      <p className="print:hidden">
        <a className="hit" href={viewer ? '/tenders/searches' : '/sign-in?to=/tenders/searches'}>
          {t('search.link')}
        </a>
      </p>
      <Section plain title={t('tenders.open')}>
        <Open open={open} now={now} />
      </Section>
      {ahead.length > 0 ? (
        <Section plain title={t('tenders.ahead')} aside={t('tenders.ahead.hint')}>
          <Matters
            matters={ahead.map((plan) => ({
              key: plan.id,
              kind: named(plan.method),
              title: <span id={plan.refNo}>{plan.title}</span>,
              to: `/projects/${plan.id}`,
              left: f.money(plan.amount),
              until: t('tenders.announced', { on: f.day(plan.on) }),
              say: t('tenders.ahead.say', {
                buyer: named(plan.buyer),
                quantity: plan.quantity,
                from: f.day(plan.from),
              }),
            }))}
          />
        </Section>
      ) : null}
      {closed.length > 0 ? (
        <Section plain title={t('tenders.closed')}>
          <Matters
            matters={closed.map((tender) => ({
              key: tender.id,
              kind: named(tender.method),
              title: tender.title,
              to: `/tenders/${tender.id}`,
              left: t(`tender.over.${tender.state}`),
              until: t('tenders.closed.at', { at: f.day(tender.deadline) }),
              say: tender.endReason ?? named(tender.buyer),
            }))}
          />
        </Section>
      ) : null}
    </Page>
  )
}

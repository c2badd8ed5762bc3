import { useLoaderData } from '@remix-run/react'
import { Empty } from '#app/components/card.tsx'
import { Links } from '#app/components/entry.tsx'
import { useFormat } from '#app/components/format.ts'
import { DeskLinks } from '#app/components/open/desk-links.tsx'
import { deskRows } from '#app/components/open/desk-rows.tsx'
import { Page, Section } from '#app/components/page.tsx'
import { ConcentrationMeter } from '#app/components/rate/concentration-meter.tsx'
import { Rows } from '#app/components/rows.tsx'
import { useShell } from '#app/components/shell/shell.ts'
import { titled } from '#app/components/shell/title.ts'
import { ClosedPosts } from '#app/components/who/closed-posts.tsx'
import { NoticeRows } from '#app/components/who/notice-rows.tsx'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { deskOf } from '#domain/open/desk.ts'

export const handle = titled('desk.title')

export const loader = pageLoader((ctx) => deskOf(ctx))

export default function Desk() {
  const t = useT()
  const f = useFormat()
  const { viewer } = useShell()
  const { late, act, wait, news, now, money, closed } = useLoaderData<typeof loader>()
  const waiting = late.length + act.length
  return (
    <Page
      title={waiting ? t('desk.waiting', { n: waiting }) : t('desk.nothing')}
      lead={t(late.length ? 'desk.today.late' : 'desk.today', { date: f.date(now), n: late.length })}
    >
      <DeskLinks role={viewer?.seat?.role ?? null} />
      {closed ? <ClosedPosts closed={closed} /> : null}
      {late.length ? (
        <Section plain title={t('desk.late')}>
          <Rows overdue rows={deskRows(late, t)} />
        </Section>
      ) : null}
      {act.length ? (
        <Section plain title={t('desk.act')} aside={t('desk.act.order')}>
          <Rows rows={deskRows(act, t)} />
        </Section>
      ) : null}
      {waiting === 0 ? (
        <Empty action={{ to: '/me/notices', label: t('me.notices') }}>{t('desk.none')}</Empty>
      ) : null}
      {news.n ? (
        <Section plain title={t('desk.new')} aside={t('desk.new.count', { n: news.n })}>
          <NoticeRows notices={news.newest} />
          <Links links={[{ to: '/me/notices', label: t('desk.new.all') }]} />
        </Section>
      ) : null}
      {wait.length ? (
        <Section plain title={t('desk.wait')}>
          <Rows rows={deskRows(wait, t)} />
        </Section>
      ) : null}
      {money.length ? (
        <Section plain title={t('desk.concentration')}>
          {money.map((c) => (
            <ConcentrationMeter key={c.buyerId} of={c} />
          ))}
        </Section>
      ) : null}
    </Page>
  )
}

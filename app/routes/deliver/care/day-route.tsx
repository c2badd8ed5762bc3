import { useLoaderData } from '@remix-run/react'
import { Empty } from '#app/components/card.tsx'
import { useFormat } from '#app/components/format.ts'
import { Matters } from '#app/components/matters.tsx'
import { Page } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { routePage } from '#domain/deliver/care/visit-page.ts'

export const handle = titled('visit.route')
export const loader = pageLoader((ctx, _, url) => routePage(ctx, url.searchParams.get('day')))

/** 今天的上门: an aide's day on his phone, in the order of the hours. */
export default function DayRoute() {
  const t = useT()
  const f = useFormat()
  const { on, today, before, after, visits } = useLoaderData<typeof loader>()
  return (
    <Page
      narrow
      back={{ to: '/desk' }}
      eyebrow={on === today ? undefined : f.day(on)}
      title={on === today ? t('visit.route') : f.shortDate(on)}
      lead={t('visit.route.lead')}
    >
      {visits.length === 0 ? <Empty>{t('visit.route.none')}</Empty> : null}
      <Matters
        matters={visits.map((v) => ({
          key: v.id,
          kind: v.hour,
          title: `${v.person} ${v.item} ${v.quantity} ${v.unit}`,
          to: `/care/visits/${v.id}`,
          left: t(`visit.state.${v.state === 'accepted' && v.came ? 'here' : v.state}`),
        }))}
      />
      <nav className="links">
        <a className="hit" href={`/care/route?day=${before}`}>
          {t('visit.route.before')}
        </a>
        {on === today ? null : (
          <a className="hit" href="/care/route">
            {t('visit.route.today')}
          </a>
        )}
        <a className="hit" href={`/care/route?day=${after}`}>
          {t('visit.route.after')}
        </a>
      </nav>
    </Page>
  )
}

import { useLoaderData } from '@remix-run/react'
import { heatName } from '#app/components/ask/heat-name.ts'
import { Empty } from '#app/components/card.tsx'
import { ExcelLink } from '#app/components/excel-link.tsx'
import { useFormat } from '#app/components/format.ts'
import { Matters } from '#app/components/matters.tsx'
import { Page, Section } from '#app/components/page.tsx'
import { Rows } from '#app/components/rows.tsx'
import { titled } from '#app/components/shell/title.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { readHeat } from '#domain/ask/suggestion/read-heat.ts'

export const handle = titled('topics.title')
export const loader = pageLoader((ctx) => readHeat(ctx))

export default function Topics() {
  const t = useT()
  const f = useFormat()
  const { communityName, days, least, hot, decided } = useLoaderData<typeof loader>()
  return (
    <Page
      back={{ to: '/desk' }}
      eyebrow={communityName}
      title={t('topics.title')}
      lead={t('topics.lead', { days, n: least })}
    >
      {hot.length === 0 ? (
        <Empty>{t('topics.none')}</Empty>
      ) : (
        <Rows
          rows={hot.map((h) => ({
            key: h.key,
            title: heatName(t, h),
            to: `/desk/topics/${h.key}`,
            of: [t('topics.count', { n: h.ids.length }), t('topics.since', { date: f.day(h.since) })].join(
              t('ask.comma'),
            ),
            why: h.kind === 'grid_event' ? t('topics.suggests') : undefined,
            action: { to: `/desk/topics/${h.key}`, label: t('topics.decide') },
          }))}
        />
      )}
      {decided.length > 0 ? (
        <Section title={t('topics.decided')}>
          <Matters
            matters={decided.map((d) => ({
              key: d.id,
              kind: f.day(d.decidedAt),
              title: t(`topic.decision.${d.decision}`),
              to: d.needId ? `/desk/needs/${d.needId}` : '/desk/topics',
              left: t('topics.decided.asks', { n: d.asks }),
              say: d.reason,
            }))}
          />
        </Section>
      ) : null}
      <ExcelLink to="/desk/topics.xlsx" />
    </Page>
  )
}

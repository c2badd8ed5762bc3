import { useLoaderData } from '@remix-run/react'
import { Acts, ButtonLink } from '#app/components/button.tsx'
import { Empty } from '#app/components/card.tsx'
import { Links } from '#app/components/entry.tsx'
import { useFormat } from '#app/components/format.ts'
import { Matters } from '#app/components/matters.tsx'
import { PlaceLinks } from '#app/components/open/place-links.tsx'
import { Page, Section } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { publicLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { listMeetings } from '#domain/ask/deliberation/read-meeting.ts'
import { listTopics } from '#domain/ask/deliberation/read-topic.ts'
import { communities } from '#domain/where/bodies-of-community.ts'

export { publicHeaders as headers } from '#app/http/public-headers.ts'
export const handle = titled('hall.title')

export const loader = publicLoader(async (ctx, _params, url) => {
  const places = await communities(ctx.db)
  const chosen = places.find((p) => p.id === url.searchParams.get('c'))?.id ?? null
  const meetings = await listMeetings(ctx.db, chosen, ctx.clock.now())
  return { ...meetings, topics: await listTopics(ctx, chosen), places, chosen }
})

export default function Meetings() {
  const t = useT()
  const f = useFormat()
  const { ahead, past, topics, places, chosen } = useLoaderData<typeof loader>()
  const rows = (list: typeof ahead) =>
    list.map((m) => ({
      key: m.id,
      kind: m.communityName,
      title: m.title,
      to: `/meetings/${m.id}`,
      left: f.shortDate(m.startsAt),
      until: f.time(m.startsAt),
      say: [m.bodyName, t(`meeting.state.${m.state}`)].join(t('ask.comma')),
    }))
  return (
    <Page title={t('hall.title')} lead={t('hall.lead')}>
      <PlaceLinks to="/meetings" communities={places} chosen={chosen} />
      {chosen ? <Links links={[{ to: `/communities/${chosen}`, label: t('community.ladder') }]} /> : null}
      <Section title={t('hall.ahead')}>
        {ahead.length > 0 ? <Matters matters={rows(ahead)} /> : <Empty>{t('hall.none')}</Empty>}
      </Section>
      <Section title={t('hall.topics')}>
        {topics.open.length > 0 ? (
          <Matters
            matters={topics.open.map((o) => ({
              key: o.id,
              kind: o.communityName,
              title: o.title,
              to: `/meetings/topics/${o.id}`,
              left: t('hall.behind', { n: o.behind }),
              until: o.least === null ? undefined : t('hall.behind.of', { n: o.least }),
              say: t(`hall.topic.source.${o.source}`),
            }))}
          />
        ) : (
          <p className="quiet">{t('hall.topics.none')}</p>
        )}
        {topics.waiting > 0 ? (
          <p className="small">
            {t('hall.topics.waiting', { n: topics.waiting })}
            {topics.late > 0 ? t('hall.topics.late', { n: topics.late }) : ''}
          </p>
        ) : null}
        <Acts>
          <ButtonLink to="/meetings/topics/new">{t('hall.topic.raise')}</ButtonLink>
          <ButtonLink look="second" to={chosen ? `/meetings/rules?c=${chosen}` : '/meetings/rules'}>
            {t('hall.rules')}
          </ButtonLink>
        </Acts>
      </Section>
      {past.length > 0 ? (
        <Section title={t('hall.past')}>
          <Matters matters={rows(past)} />
        </Section>
      ) : null}
    </Page>
  )
}

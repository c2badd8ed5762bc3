import { useLoaderData } from '@remix-run/react'
import { NewestReports } from '#app/components/ask/newest-reports.tsx'
import { ButtonLink } from '#app/components/button.tsx'
import { Details, Empty } from '#app/components/card.tsx'
import { useFormat } from '#app/components/format.ts'
import { Matters } from '#app/components/matters.tsx'
import { Page, Section } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { Table } from '#app/components/table.tsx'
import { publicLoader } from '#app/http/page-loader.server.ts'
import { useLang, useT } from '#app/i18n/use-t.ts'
import { listMeetings } from '#domain/ask/deliberation/read-meeting.ts'
import { newestReports } from '#domain/ask/survey/find-survey.ts'
import { ladderOf } from '#domain/open/ladder.ts'
import { communityPlace } from '#domain/where/bodies-of-community.ts'

export { publicHeaders as headers } from '#app/http/public-headers.ts'
export const handle = titled<{ place: { name: string } }>((_t, data) => data.place.name)

export const loader = publicLoader(async ({ db, clock }, { id = '' }) => {
  const place = await communityPlace(db, id)
  const { ahead, past } = await listMeetings(db, id, clock.now())
  const years = await ladderOf(db, id, clock.now())
  return { place, meetings: [...ahead, ...past].slice(0, 5), years, reports: await newestReports(db, id) }
})

const rungs = ['told', 'asked', 'proposed', 'decided', 'ran'] as const

export default function Community() {
  const t = useT()
  const f = useFormat()
  const lang = useLang()
  const { place, meetings, years, reports } = useLoaderData<typeof loader>()
  const any = years.some((y) => rungs.some((r) => y[r] > 0))
  return (
    <Page
      title={lang === 'en' ? (place.nameEn ?? place.name) : place.name}
      lead={t('community.lead', {
        households: f.number(place.households ?? 0),
        kind: t(`community.kind.${place.communityKind ?? 'residents_committee'}`),
      })}
    >
      <Section title={t('community.ladder')}>
        <p className="quiet">{t('community.ladder.lead')}</p>
        {any ? (
          <Table
            caption={t('community.ladder')}
            captionHidden
            columns={[
              { head: t('community.ladder.year') },
              ...rungs.map((r) => ({ head: t(`community.ladder.${r}`) })),
            ]}
            rows={years.map((y) => ({
              key: String(y.year),
              cells: [
                String(y.year),
                ...rungs.map((r) => (
                  <span key={r} className="num">
                    {f.number(y[r])}
                  </span>
                )),
              ],
            }))}
          />
        ) : (
          <p>{t('community.ladder.none')}</p>
        )}
        <Details summary={t('community.ladder.how')}>
          <ul>
            {rungs.map((r) => (
              <li key={r}>{t(`community.ladder.how.${r}`)}</li>
            ))}
          </ul>
        </Details>
      </Section>
      <Section title={t('community.meetings')}>
        {meetings.length > 0 ? (
          <Matters
            matters={meetings.map((m) => ({
              key: m.id,
              kind: t(`meeting.state.${m.state}`),
              title: m.title,
              to: `/meetings/${m.id}`,
              left: f.short(m.startsAt),
              until: f.time(m.startsAt),
              say: m.bodyName,
            }))}
          />
        ) : (
          <Empty>{t('hall.none')}</Empty>
        )}
        <ButtonLink look="second" to={`/meetings?c=${place.id}`}>
          {t('community.meetings.go')}
        </ButtonLink>{' '}
        <ButtonLink look="second" to={`/communities/${place.id}/books`}>
          {t('book.public.title')}
        </ButtonLink>{' '}
        <ButtonLink look="second" to="/oversight">
          {t('oversight.public.title')}
        </ButtonLink>
      </Section>
      <NewestReports reports={reports} streetId={place.parentId} />
    </Page>
  )
}

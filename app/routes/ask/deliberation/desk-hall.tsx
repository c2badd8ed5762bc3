import { useLoaderData } from '@remix-run/react'
import { Acts, ButtonLink } from '#app/components/button.tsx'
import { Empty } from '#app/components/card.tsx'
import { ExcelLink } from '#app/components/excel-link.tsx'
import { useFormat } from '#app/components/format.ts'
import { Page, Section } from '#app/components/page.tsx'
import { Rows } from '#app/components/rows.tsx'
import { titled } from '#app/components/shell/title.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { readHall } from '#domain/ask/deliberation/read-desk.ts'

export const handle = titled('hall.title')
export const loader = pageLoader((ctx) => readHall(ctx))

export default function Hall() {
  const t = useT()
  const f = useFormat()
  const { community, meetings, topics, drafts } = useLoaderData<typeof loader>()
  return (
    <Page back={{ to: '/desk' }} eyebrow={community} title={t('hall.title')} lead={t('hall.desk.lead')}>
      {drafts ? (
        <Acts>
          <ButtonLink to="/desk/meetings/new">{t('hall.desk.new')}</ButtonLink>
          <ButtonLink look="second" to="/desk/meetings/topics/new">
            {t('hall.desk.topic')}
          </ButtonLink>
          <ButtonLink look="second" to="/desk/meetings/bodies">
            {t('hall.bodies')}
          </ButtonLink>
        </Acts>
      ) : null}
      {topics.length > 0 ? (
        <Section title={t('hall.desk.topics')}>
          <Rows
            rows={topics.map((o) => ({
              key: o.id,
              title: o.title,
              to: `/desk/meetings/topics/${o.id}`,
              of: [o.refNo, t(`hall.topic.source.${o.source}`), t(`hall.topic.state.${o.state}`)].join(
                t('ask.comma'),
              ),
              action: { to: `/desk/meetings/topics/${o.id}`, label: t('desk.go') },
            }))}
          />
          <ExcelLink to="/desk/meetings/topics.xlsx" label={t('sheet.topics')} />
        </Section>
      ) : null}
      <Section title={t('hall.desk.meetings')}>
        {meetings.length > 0 ? (
          <Rows
            rows={meetings.map((m) => ({
              key: m.id,
              title: m.title,
              to: `/desk/meetings/${m.id}`,
              of: [m.refNo, m.bodyName, f.dateTime(m.startsAt), t(`meeting.state.${m.state}`)].join(
                t('ask.comma'),
              ),
              action: { to: `/desk/meetings/${m.id}`, label: t('desk.go') },
            }))}
          />
        ) : (
          <Empty>{t('hall.desk.none')}</Empty>
        )}
      </Section>
      <ExcelLink to="/desk/meetings.xlsx" />
    </Page>
  )
}

import { useLoaderData } from '@remix-run/react'
import { Agenda, MeetingFacts, Resolutions } from '#app/components/ask/hall/meeting-parts.tsx'
import { Official } from '#app/components/open/official.tsx'
import { SignLines } from '#app/components/open/sign-lines.tsx'
import { Page, Section } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { issueAction, paperAt } from '#app/http/official-paper.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { readMeeting } from '#domain/ask/deliberation/read-meeting.ts'
import { dateOf } from '#domain/dates.ts'

export const handle = titled('genuine.kind.minutes')
export const loader = pageLoader(async (ctx, { id = '' }, url) => ({
  page: await readMeeting(ctx, id),
  today: dateOf(ctx.clock.now()),
  paper: await paperAt(ctx, 'minutes', id, url),
}))
export const action = issueAction('minutes', 'id', ({ id }) => `/meetings/${id}/print`)

/** 会议纪要, on A4: who met, what was decided by how many votes, and room for the chair and the committee. */
export default function PrintMinutes() {
  const t = useT()
  const { page, today, paper } = useLoaderData<typeof loader>()
  const { meeting: m } = page
  return (
    <Page
      back={{ to: `/meetings/${m.id}`, label: m.title }}
      eyebrow={`${m.communityName} ${t('genuine.kind.minutes')} ${m.refNo}`}
      title={m.title}
    >
      <Official paper={paper}>
        <MeetingFacts page={page} />
        <Agenda items={page.items} />
        {m.state === 'no_quorum' ? (
          <p>{t('refusal.no-quorum-decides-nothing')}</p>
        ) : (
          <Section title={t(m.rule.effect === 'decision' ? 'meeting.resolutions' : 'meeting.opinions')}>
            <Resolutions page={page} today={today} />
          </Section>
        )}
        {m.minutes ? (
          <Section title={t('meeting.minutes')}>
            <p className="whitespace-pre-line">{m.minutes}</p>
          </Section>
        ) : null}
        <SignLines who={[m.chair, m.committeeName]} />
      </Official>
    </Page>
  )
}

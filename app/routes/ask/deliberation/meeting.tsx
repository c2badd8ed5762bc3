import { useLoaderData } from '@remix-run/react'
import { Agenda, MeetingFacts, Resolutions, RollAndNotices } from '#app/components/ask/hall/meeting-parts.tsx'
import { RuleTable } from '#app/components/ask/hall/rule-table.tsx'
import { Acts, ButtonLink } from '#app/components/button.tsx'
import { Details, Note } from '#app/components/card.tsx'
import { Links } from '#app/components/entry.tsx'
import { useFormat } from '#app/components/format.ts'
import { Page, Section } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { publicLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { readMeeting } from '#domain/ask/deliberation/read-meeting.ts'
import { dateOf } from '#domain/dates.ts'
import { parameter } from '#domain/parameters.ts'

export { publicHeaders as headers } from '#app/http/public-headers.ts'
export const handle = titled<{ meeting: { title: string } }>((_t, data) => data.meeting.title)

export const loader = publicLoader(async (ctx, { id = '' }) => {
  const today = dateOf(ctx.clock.now())
  const { value: within } = await parameter(ctx.db, 'MEETING_MINUTES', today)
  return { ...(await readMeeting(ctx, id)), today, within }
})

export default function Meeting() {
  const t = useT()
  const f = useFormat()
  const page = useLoaderData<typeof loader>()
  const { meeting: m, quorum, questions, papers, next, first } = page
  const lead = t(`meeting.lead.${m.state as 'called'}`, {
    when: f.dateTime(m.startsAt),
    place: m.place,
    n: m.state === 'held' ? page.within : (m.present ?? 0),
    quorum: quorum ?? 0,
    reason: m.reason ?? '',
  })
  return (
    <Page
      back={{ to: '/meetings', label: t('hall.title') }}
      eyebrow={`${m.communityName} ${m.refNo}`}
      title={m.title}
      lead={lead}
    >
      {m.state === 'called' && m.reason ? (
        <Note kind="wait">{t('meeting.postponed', { reason: m.reason })}</Note>
      ) : null}
      {m.state === 'no_quorum' ? <Note kind="late">{t('refusal.no-quorum-decides-nothing')}</Note> : null}
      {next ? (
        <Links
          links={[
            { to: `/meetings/${next.id}`, label: t('meeting.again', { date: f.dateTime(next.startsAt) }) },
          ]}
        />
      ) : null}
      {first ? (
        <Links
          links={[
            {
              to: `/meetings/${first.id}`,
              label: t('meeting.again.of', { date: f.dateTime(first.startsAt) }),
            },
          ]}
        />
      ) : null}
      <MeetingFacts page={page} />
      <Acts>
        {page.asksUntil ? <ButtonLink to={`/meetings/${m.id}/ask`}>{t('meeting.ask')}</ButtonLink> : null}
        <ButtonLink look="second" to={`/meetings/${m.id}/notice`}>
          {t('meeting.notice.print')}
        </ButtonLink>
      </Acts>
      <Agenda items={page.items} />
      {m.publishedAt && m.state !== 'no_quorum' ? (
        <Section
          title={t(m.rule.effect === 'decision' ? 'meeting.resolutions' : 'meeting.opinions')}
          aside={f.day(m.publishedAt)}
        >
          <Resolutions page={page} today={page.today} />
        </Section>
      ) : null}
      {m.report ? (
        <Section title={t('meeting.report')} aside={m.reportedAt ? f.day(m.reportedAt) : undefined}>
          <p>{m.report}</p>
        </Section>
      ) : null}
      {m.minutes ? (
        <Section title={t('meeting.minutes')}>
          <p className="whitespace-pre-line">{m.minutes}</p>
          <Links links={[{ to: `/meetings/${m.id}/print`, label: t('genuine.print') }]} />
        </Section>
      ) : null}
      {questions.length > 0 ? (
        <Section title={t('meeting.questions')}>
          <dl className="grid gap-3">
            {questions.map((q) => [
              <dt key={q.words} className="font-bold">
                {q.words}
              </dt>,
              <dd key={`${q.words}:`} className="m-0">
                {q.answer}
              </dd>,
            ])}
          </dl>
        </Section>
      ) : page.asked > 0 ? (
        <p className="quiet">{t('meeting.asked', { n: page.asked })}</p>
      ) : null}
      {papers.length > 0 ? (
        <Section title={t('meeting.papers')}>
          <Links links={papers.map((p) => ({ to: `/meetings/${m.id}/files/${p.id}`, label: p.name }))} />
        </Section>
      ) : null}
      <RollAndNotices page={page} />
      <Details summary={t('meeting.rule')}>
        <RuleTable rule={m.rule} />
      </Details>
    </Page>
  )
}

import { useT } from '#app/i18n/use-t.ts'
import type { readMeeting } from '#domain/ask/deliberation/read-meeting.ts'
import { Details } from '../../card.tsx'
import { Facts } from '../../check-answers.tsx'
import { Entry } from '../../entry.tsx'
import { useFormat } from '../../format.ts'
import { Section } from '../../page.tsx'
import { Sealed } from '../../seal.tsx'
import { Tag } from '../../tag.tsx'
import { useRuleName, womenSays } from './rule-table.tsx'

export type MeetingPage = Awaited<ReturnType<typeof readMeeting>>

/** When, where, who meets, how many must come. */
export const MeetingFacts = ({ page }: { page: MeetingPage }) => {
  const t = useT()
  const f = useFormat()
  const name = useRuleName()
  const { meeting: m, quorum, women, members, womenLeast } = page
  const share = members.length > 0 ? f.percent(Math.round((women / members.length) * 100) / 100) : ''
  const womenOf = womenLeast ? womenSays(t, womenLeast) : t('meeting.women', { n: women, share })
  return (
    <Facts
      facts={[
        { term: t('meeting.when'), text: `${f.date(m.startsAt)} ${f.time(m.startsAt)}` },
        { term: t('meeting.where'), text: m.place },
        {
          term: t('meeting.body'),
          text: `${m.bodyName}${m.bodyName.includes(m.rule.name) ? '' : ` · ${name(m.rule)}`}`,
        },
        { term: t('meeting.chair'), text: m.chair },
        ...(m.size && quorum
          ? [{ term: t('meeting.size'), text: t('meeting.size.n', { n: m.size, quorum }) }]
          : []),
        ...(members.length > 0 ? [{ term: t('meeting.members'), text: womenOf }] : []),
        ...(m.noticedAt ? [{ term: t('meeting.noticed'), text: f.dateTime(m.noticedAt) }] : []),
        ...(page.came
          ? [
              {
                term: t('meeting.came'),
                text: [
                  t('meeting.came.n', {
                    n: page.came.total,
                    here: page.came.inPerson,
                    remote: page.came.remote,
                    proxy: page.came.proxy,
                  }),
                  t(m.state === 'no_quorum' ? 'meeting.came.short' : 'meeting.came.enough', {
                    quorum: quorum ?? 0,
                  }),
                ].join(t('ask.comma')),
              },
            ]
          : []),
      ]}
    />
  )
}

export const Agenda = ({ items }: { items: MeetingPage['items'] }) => {
  const t = useT()
  return (
    <Section title={t('meeting.agenda')}>
      <ol className="steps">
        {items.map((item) => (
          <li key={item.id}>
            <span>
              {item.title}
              {item.need ? (
                <a className="hit block small" href={`/needs/${item.need.id}`}>
                  {t('meeting.agenda.need', { title: item.need.title })}
                </a>
              ) : null}
            </span>
          </li>
        ))}
      </ol>
    </Section>
  )
}

/** Every vote with its three counts and what became of it: step, body, day, and how it was done. */
export const Resolutions = ({ page, today }: { page: MeetingPage; today: string }) => {
  const t = useT()
  const f = useFormat()
  const { meeting: m, resolutions, majority } = page
  if (resolutions.length === 0) return <p className="quiet">{t('meeting.resolutions.none')}</p>
  return resolutions.map((r) => (
    <Entry
      key={r.id}
      title={r.words}
      seal={
        r.passed && m.rule.effect === 'decision' && m.publishedAt ? (
          <Sealed
            words={[t('seal.meeting.1'), t('seal.meeting.2')]}
            number={m.refNo}
            date={f.day(m.publishedAt)}
          />
        ) : undefined
      }
      proof={[
        {
          term: t('meeting.came'),
          text: t('meeting.votes.of', { n: m.present ?? 0, majority: majority ?? 0 }),
        },
      ]}
    >
      <p>
        <Tag kind={r.passed ? 'done' : 'plain'}>{t(r.passed ? 'meeting.passed' : 'meeting.rejected')}</Tag>{' '}
        <span className="num">
          {t('meeting.votes', { yes: r.inFavour, no: r.against, none: r.abstained })}
        </span>
      </p>
      {r.votes.map(({ id, name: voteName }) => (
        <a key={id} className="hit block" href={`/votes/${id}`}>
          {t('meeting.resolution.vote', { name: voteName })}
        </a>
      ))}
      {r.steps.length > 0 ? (
        <ul className="grid gap-3">
          {r.steps.map((s) => (
            <li key={s.id}>
              <b>{s.words}</b>
              <span className="small quiet block">
                {t(!s.doneAt && s.dueOn < today ? 'meeting.step.late' : 'meeting.step.due', {
                  party: s.partyName,
                  date: f.day(s.dueOn),
                })}
              </span>
              {s.doneAt ? (
                <span className="small block">
                  {t('meeting.step.done', { date: f.day(s.doneAt), words: s.done ?? '' })}
                </span>
              ) : null}
            </li>
          ))}
        </ul>
      ) : null}
    </Entry>
  ))
}

/** The roll it was called with, and the notices as they were posted. */
export const RollAndNotices = ({ page }: { page: MeetingPage }) => {
  const t = useT()
  const f = useFormat()
  const { members, notices } = page
  return (
    <>
      {members.length > 0 ? (
        <Details summary={t('meeting.members.head', { n: members.length })}>
          <ul className="grid gap-1 md:grid-cols-3">
            {members.map((m, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a roll is fixed in its order
              <li key={at}>
                {m.name} <span className="quiet small">{m.sector}</span>
              </li>
            ))}
          </ul>
        </Details>
      ) : null}
      <Details summary={t('meeting.notices')}>
        <ul className="grid gap-2">
          {notices.map((n) => (
            <li key={n.id}>
              {t(`meeting.notices.${n.kind as 'call'}`, {
                date: f.dateTime(n.at),
                when: f.dateTime(n.startsAt),
                place: n.place,
                reason: n.reason ?? '',
              })}
            </li>
          ))}
        </ul>
      </Details>
    </>
  )
}

import { useT } from '#app/i18n/use-t.ts'
import type { calendarPage, tryCalendar } from '#domain/open/calendar-page.ts'
import { Note } from '../card.tsx'
import { Facts } from '../check-answers.tsx'
import { Form } from '../form.tsx'
import { useFormat } from '../format.ts'
import { Section } from '../page.tsx'
import { Table } from '../table.tsx'

type Tried = Awaited<ReturnType<typeof tryCalendar>>
type Wanting = Awaited<ReturnType<typeof calendarPage>>['wanting']

/** The year that is wanting, and the running deadlines that lie in it. */
export const WantingYears = ({ wanting }: { wanting: Wanting }) => {
  const t = useT()
  const f = useFormat()
  return wanting.years.map((year) => {
    if (!wanting.live)
      return (
        <Note key={year} kind="wait">
          <b>{t('calendar.wanting', { year })}</b>
          <p>{t('calendar.wanting.ask')}</p>
        </Note>
      )
    const live = wanting.live.filter(({ on }) => on.startsWith(String(year)))
    return (
      <Note key={year} kind="late">
        <b>{t('calendar.wanting', { year })}</b>
        <p>{live.length > 0 ? t('calendar.wanting.live', { n: live.length }) : t('calendar.wanting.none')}</p>
        <ul>
          {live.slice(0, 12).map(({ kind, title, on, link }) => (
            <li key={`${kind}${link}`}>
              <a className="hit" href={link}>
                {title}
              </a>{' '}
              {t(`calendar.live.${kind}` as 'calendar.live.plan')} {f.day(on)}
            </li>
          ))}
        </ul>
      </Note>
    )
  })
}

const Moves = ({ moves }: Pick<Tried, 'moves'>) => {
  const t = useT()
  if (moves.length === 0) return <p className="quiet">{t('calendar.moves.none')}</p>
  return (
    <Table
      caption={t('calendar.moves')}
      columns={[
        { head: t('calendar.moves.what') },
        { head: t('calendar.moves.from') },
        { head: t('calendar.moves.was') },
        { head: t('calendar.moves.now') },
      ]}
      rows={moves.map((m) => ({
        key: m.code,
        cells: [m.article, m.from, m.was ?? t('calendar.unknown'), m.now ?? t('calendar.unknown')],
      }))}
    />
  )
}

/** 试算结果: what was read, what looks wrong, what would move; and the button that enters it. */
export const TriedCalendar = ({ tried }: { tried: Tried }) => {
  const t = useT()
  const stops = tried.doubts.some((d) => d.how === 'stop')
  const list = (dates: string[]) => dates.join(' ') || t('calendar.read.none')
  return (
    <Section title={`${t('calendar.read')} ${tried.year}`}>
      {tried.doubts.map((d) => (
        <Note key={d.key} kind={d.how === 'stop' ? 'late' : 'wait'}>
          {t(`calendar.doubt.${d.key}` as 'calendar.doubt.both', { dates: d.dates.join(' ') })}
        </Note>
      ))}
      <Facts
        facts={[
          { term: t('calendar.holidays'), text: list(tried.holidays) },
          { term: t('calendar.workdays'), text: list(tried.workdays) },
          { term: t('calendar.source'), text: tried.source },
        ]}
      />
      {stops ? null : (
        <>
          <Moves moves={tried.moves} />
          <Form
            name="enter"
            submit={t('calendar.enter')}
            hidden={{
              year: tried.year,
              holidays: tried.holidays.join('\n'),
              workdays: tried.workdays.join('\n'),
              source: tried.source,
            }}
          />
        </>
      )}
    </Section>
  )
}

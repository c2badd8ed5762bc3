import { useT } from '#app/i18n/use-t.ts'
import { Bar } from '../bar.tsx'
import { Facts } from '../check-answers.tsx'
import { useFormat } from '../format.ts'
import { Table } from '../table.tsx'

export type Served = {
  entries: number
  personTimes: number
  people: number
  minutes: number
  users: number
  lastOn: string | null
}

/** What the diary adds up to: person-times, and beside them how many different people. */
export const ServedFacts = ({ served }: { served: Served }) => {
  const t = useT()
  const f = useFormat()
  return (
    <Facts
      facts={[
        { term: t('diary.entries'), text: t('diary.entries.n', { n: served.entries }) },
        { term: t('diary.person-times'), text: t('diary.person-times.n', { n: served.personTimes }) },
        { term: t('diary.people'), text: t('diary.people.n', { n: served.people, users: served.users }) },
        { term: t('diary.hours'), text: t('diary.hours.n', { n: Math.round(served.minutes / 6) / 10 }) },
        ...(served.lastOn ? [{ term: t('diary.last'), text: f.day(served.lastOn) }] : []),
      ]}
    />
  )
}

export type Reading = {
  id: string
  name: string
  unit: string
  target: number
  value: number | null
  looked?: number
  asClaimed?: number
}

/** Each indicator against what the contract promised. */
export const Readings = ({ readings }: { readings: readonly Reading[] }) => {
  const t = useT()
  const f = useFormat()
  if (readings.length === 0) return <p className="quiet">{t('indicator.none')}</p>
  return (
    <Table
      caption={t('indicator.caption')}
      captionHidden
      columns={[
        { head: t('indicator.name') },
        { head: t('indicator.now') },
        { head: t('indicator.target') },
        { head: t('indicator.share') },
      ]}
      rows={readings.map((r) => ({
        key: r.id,
        cells: [
          r.name,
          <span key="now">
            {r.value === null ? t('indicator.unread') : `${f.number(r.value)} ${r.unit}`}
            {r.looked ? (
              <span className="small quiet block">
                {t('acceptance.item.found', { n: r.asClaimed ?? 0, of: r.looked })}
              </span>
            ) : null}
          </span>,
          `${f.number(r.target)} ${r.unit}`,
          r.value === null || r.target <= 0 ? (
            ''
          ) : (
            <Bar key="bar" share={Math.min(1, r.value / r.target)} label={f.percent(r.value / r.target)} />
          ),
        ],
      }))}
    />
  )
}

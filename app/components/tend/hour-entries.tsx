import { useT } from '#app/i18n/use-t.ts'
import type { statementOf } from '#domain/tend/hours/my-hours.ts'
import { useFormat } from '../format.ts'
import { Table } from '../table.tsx'
import { useMinutes } from './minutes.ts'

type Entries = Awaited<ReturnType<typeof statementOf>>['entries']

/** The entries of one account, with what stood there after each. */
export const HourEntries = ({ entries, caption }: { entries: Entries; caption: string }) => {
  const t = useT()
  const f = useFormat()
  const minutes = useMinutes()
  return (
    <Table
      caption={caption}
      captionHidden
      columns={[
        { head: t('hours.entry.at') },
        { head: t('hours.entry.kind') },
        { head: t('hours.entry.of') },
        { head: t('hours.entry.minutes') },
        { head: t('hours.entry.stands') },
      ]}
      rows={entries.map((e) => ({
        key: e.id,
        cells: [
          f.day(e.at),
          t(`hours.kind.${e.kind}`),
          e.task
            ? [t(`hours.task.${e.task}`), e.host, e.on && f.short(e.on), e.refNo].filter(Boolean).join(' · ')
            : '—',
          minutes(e.minutes, true),
          minutes(e.stands),
        ],
      }))}
    />
  )
}

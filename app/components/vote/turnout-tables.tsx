import { useFormat } from '#app/components/format.ts'
import { Table } from '#app/components/table.tsx'
import { bandName } from '#app/i18n/age-band.ts'
import { useT } from '#app/i18n/use-t.ts'
import type { turnoutTables } from '#domain/ask/vote/turnout.ts'

type Tables = Awaited<ReturnType<typeof turnoutTables>>

/** 大家是怎么投的: by channel and by age; what is too few to show says so. */
export const TurnoutTables = ({ tables, voters }: { tables: Tables; voters: number }) => {
  const t = useT()
  const f = useFormat()
  const shown = (n: number | null) => (n === null ? t('turnout.hidden', { n: tables.least }) : f.number(n))
  const columns = (head: string) => [{ head }, { head: t('turnout.count') }]
  const total = { key: 'all', sum: true, cells: [t('turnout.all'), f.number(voters)] }
  return (
    <div className="grid gap-4 md:grid-cols-2">
      <Table
        caption={t('turnout.by-channel')}
        columns={columns(t('turnout.channel'))}
        rows={[
          ...tables.channels.map(({ key, n }) => ({ key, cells: [t(`vote.channel.${key}`), shown(n)] })),
          total,
        ]}
      />
      <Table
        caption={t('turnout.by-age')}
        columns={columns(t('turnout.age'))}
        rows={[
          ...tables.ages.map(({ key, n }) => ({
            key: key ?? 'none',
            cells: [bandName(t, key), shown(n)],
          })),
          total,
        ]}
      />
    </div>
  )
}

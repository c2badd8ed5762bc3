import { useT } from '#app/i18n/use-t.ts'
import { Section } from '../page.tsx'
import { Table } from '../table.tsx'

type Year = { year: number; source: string; holidays: readonly string[]; workdays: readonly string[] }

/** 工作日日历: the years whose holidays are entered, for anybody; deadlines reach no further than these. */
export const KnownYears = ({ years }: { years: readonly Year[] }) => {
  const t = useT()
  return (
    <Section plain title={t('calendar.title')} id="calendar">
      <p className="quiet">{t('calendar.lead')}</p>
      <Table
        caption={t('calendar.known')}
        captionHidden
        columns={[
          { head: t('calendar.year') },
          { head: t('calendar.holidays') },
          { head: t('calendar.source') },
        ]}
        rows={years.map(({ year, source, holidays, workdays }) => ({
          key: String(year),
          cells: [String(year), t('calendar.count', { h: holidays.length, w: workdays.length }), source],
        }))}
      />
    </Section>
  )
}

import { useT } from '#app/i18n/use-t.ts'
import type { GridBar } from '#domain/ask/survey/bars.ts'
import { useFormat } from '../format.ts'
import { Section } from '../page.tsx'
import { Table } from '../table.tsx'

/** How many answers came from each grid against the households it has; small ones hidden like any other cell. */
export const GridTable = ({ grids }: { grids: readonly GridBar[] }) => {
  const t = useT()
  const f = useFormat()
  if (grids.length === 0) return null
  return (
    <Section title={t('report.grids')}>
      <Table
        caption={t('report.grids')}
        captionHidden
        columns={[
          { head: t('report.by.grid') },
          { head: t('report.households') },
          { head: t('report.coverage') },
          { head: t('report.count'), money: true },
        ]}
        rows={grids.map(({ label, households, coverage, count }) => ({
          key: label,
          cells: [
            label || t('report.grid.none'),
            households === null ? '' : f.number(households),
            coverage === null ? '' : f.percent(coverage),
            count === null ? t('report.hidden') : f.number(count),
          ],
        }))}
      />
    </Section>
  )
}

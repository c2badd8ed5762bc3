import { useT } from '#app/i18n/use-t.ts'
import type { GridBar } from '#domain/ask/survey/bars.ts'
import type { BuildingCover } from '#domain/ask/survey/cover-buildings.ts'
import { useFormat } from '../format.ts'
import { Section } from '../page.tsx'
import { Table } from '../table.tsx'

/** How many answers came from each grid against the households it has; small ones hidden like any other cell. */
export const GridTable = ({ grids }: { grids: readonly GridBar[] }) => {
  const t = useT()
  const f = useFormat()
  if (grids.length === 0) return null
  const rolled = grids.some(({ onRoll }) => onRoll !== null)
  return (
    <Section title={t('report.grids')}>
      <Table
        caption={t('report.grids')}
        captionHidden
        columns={[
          { head: t('report.by.grid') },
          { head: t('report.households') },
          { head: t('report.coverage') },
          ...(rolled ? [{ head: t('report.roll.households') }, { head: t('report.roll.coverage') }] : []),
          { head: t('report.count'), money: true },
        ]}
        rows={grids.map(({ label, households, coverage, onRoll, rollCoverage, count }) => ({
          key: label,
          cells: [
            label || t('report.grid.none'),
            households === null ? '' : f.number(households),
            coverage === null ? '' : f.percent(coverage),
            ...(rolled
              ? [
                  onRoll === null ? '' : f.number(onRoll),
                  rollCoverage === null ? '' : f.percent(rollCoverage),
                ]
              : []),
            count === null ? t('report.hidden') : f.number(count),
          ],
        }))}
      />
    </Section>
  )
}

/** Which part of each building's households sent a sheet back, in quarters; a building of few is not told. */
export const BuildingTable = ({
  buildings,
  least,
}: {
  buildings: readonly BuildingCover[]
  least: number
}) => {
  const t = useT()
  const f = useFormat()
  if (buildings.length === 0) return null
  return (
    <Section title={t('report.buildings')}>
      <p className="quiet">{t('report.buildings.say', { n: least })}</p>
      <Table
        caption={t('report.buildings')}
        captionHidden
        columns={[
          { head: t('report.building') },
          { head: t('report.households') },
          { head: t('report.coverage') },
        ]}
        rows={buildings.map(({ building, households, from, onRoll, sent }) => ({
          key: building,
          cells: [
            building,
            onRoll ? t('report.roll.n', { n: households }) : f.number(households),
            !sent ? t('report.roll.unsent') : from === null ? t('report.hidden') : t(`report.cover.${from}`),
          ],
        }))}
      />
    </Section>
  )
}

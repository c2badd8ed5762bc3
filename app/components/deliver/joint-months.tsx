import { useT } from '#app/i18n/use-t.ts'
import type { Sector } from '#domain/deliver/contract/joint-log/read-joint-log.ts'
import { Note } from '../card.tsx'
import { useFormat } from '../format.ts'
import { Table } from '../table.tsx'

type Month = { month: string; sides: ReadonlyArray<{ sector: Sector; at: Date | null }> }

/** “两张皮”: the sides that have said nothing of working with the others for so many days. */
export const SilentSides = ({ silent, n }: { silent: readonly Sector[]; n: number }) => {
  const t = useT()
  if (silent.length === 0) return null
  const sides = silent.map((side) => t(`joint-log.side.${side}`)).join(t('list.comma'))
  return <Note kind="late">{t('joint-log.silent', { sides, n })}</Note>
}

/** Which side wrote in which month of the term. */
export const JointMonths = ({ months }: { months: readonly Month[] }) => {
  const t = useT()
  const f = useFormat()
  if (months.length === 0) return <p className="quiet">{t('joint-log.not-begun')}</p>
  const sides = months[0]!.sides.map(({ sector }) => ({ head: t(`joint-log.side.${sector}`) }))
  return (
    <Table
      caption={t('joint-log.months')}
      captionHidden
      columns={[{ head: t('joint-log.month') }, ...sides]}
      rows={months.map(({ month, sides: of }) => ({
        key: month,
        cells: [month, ...of.map(({ at }) => (at ? f.short(at) : t('joint-log.not-written')))],
      }))}
    />
  )
}

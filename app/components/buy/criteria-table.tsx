import { useT } from '#app/i18n/use-t.ts'
import { useFormat } from '../format.ts'
import { Table } from '../table.tsx'

type Criterion = {
  id: string
  name: string
  max: number
  guidance: string
  bands?: Record<string, number> | null
  levels?: Record<string, string> | null
}
type Band = 'A' | 'B' | 'C' | 'D'

/** How points are given: in a sentence, and band by band where a member judges. */
const How = ({ guidance, bands, levels }: Pick<Criterion, 'guidance' | 'bands' | 'levels'>) => {
  const t = useT()
  const f = useFormat()
  const told = Object.entries(levels ?? {}).filter(([band, words]) => words && bands?.[band] !== undefined)
  if (told.length === 0) return guidance
  return (
    <>
      {guidance}
      <ul className="small quiet mt-1">
        {told.map(([band, words]) => (
          <li key={band}>
            {t('document.level', { band: t(`criteria.band.${band as Band}`), n: f.number(bands![band]!) })}{' '}
            {words}
          </li>
        ))}
      </ul>
    </>
  )
}

/** 怎么评: every factor with how its points are given; what is not on it may not be judged. */
export const CriteriaTable = ({ criteria, caption }: { criteria: readonly Criterion[]; caption: string }) => {
  const t = useT()
  const f = useFormat()
  const rows = criteria.map((c) => ({
    key: c.id,
    cells: [c.name, <How key={c.id} {...c} />, f.number(c.max)],
  }))
  const total = Math.round(criteria.reduce((sum, c) => sum + c.max * 100, 0)) / 100
  return (
    <Table
      caption={caption}
      columns={[
        { head: t('criteria.what') },
        { head: t('criteria.how') },
        { head: t('criteria.points'), money: true },
      ]}
      rows={[...rows, { key: 'sum', sum: true, cells: [t('criteria.sum'), '', f.number(total)] }]}
    />
  )
}

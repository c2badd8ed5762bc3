import { useT } from '#app/i18n/use-t.ts'
import { useFormat } from '../format.ts'
import { Table } from '../table.tsx'

type Criterion = { id: string; name: string; max: number; guidance: string }

/** 怎么评: every factor with how its points are given; what is not on it may not be judged. */
export const CriteriaTable = ({ criteria, caption }: { criteria: readonly Criterion[]; caption: string }) => {
  const t = useT()
  const f = useFormat()
  const rows = criteria.map((c) => ({ key: c.id, cells: [c.name, c.guidance, f.number(c.max)] }))
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

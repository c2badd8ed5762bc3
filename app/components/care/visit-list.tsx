import { useT } from '#app/i18n/use-t.ts'
import { Empty } from '../card.tsx'
import { useFormat } from '../format.ts'
import { Matters } from '../matters.tsx'

type Visit = {
  id: string
  on: string
  hour: string
  item: string
  unit: string
  quantity: number
  came: boolean
  /** Whether its own page is open to who reads the list. */
  opens: boolean
  state: 'placed' | 'accepted' | 'done' | 'confirmed' | 'refused' | 'cancelled'
}

/** Visits as rows: what, when, and where each stands. */
export const VisitList = ({ visits }: { visits: readonly Visit[] }) => {
  const t = useT()
  const f = useFormat()
  if (visits.length === 0) return <Empty>{t('care.visits.none')}</Empty>
  return (
    <Matters
      matters={visits.map((v) => ({
        key: v.id,
        title: `${v.item} ${v.quantity} ${v.unit}`,
        to: v.opens ? `/care/visits/${v.id}` : undefined,
        left: t(`visit.state.${v.state === 'accepted' && v.came ? 'here' : v.state}`),
        until: t('visit.when.say', { on: f.shortDate(v.on), hour: v.hour }),
      }))}
    />
  )
}

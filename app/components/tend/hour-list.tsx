import { useT } from '#app/i18n/use-t.ts'
import type { hourServiceStates, hourTasks } from '#db/vocabulary.ts'
import { Empty } from '../card.tsx'
import { useFormat } from '../format.ts'
import { Matters } from '../matters.tsx'
import { useMinutes } from './minutes.ts'

type Service = {
  id: string
  refNo: string
  task: (typeof hourTasks)[number]
  state: (typeof hourServiceStates)[number]
  on: string
  minutes: number
  asked?: boolean
}

/** Services as rows: what, when, how long, and where each stands. */
export const ServiceList = ({ services }: { services: readonly Service[] }) => {
  const t = useT()
  const f = useFormat()
  const minutes = useMinutes()
  if (services.length === 0) return <Empty>{t('hours.services.none')}</Empty>
  return (
    <Matters
      matters={services.map((s) => ({
        key: s.id,
        kind: s.refNo,
        title: t(`hours.task.${s.task}`),
        to: `/hours/services/${s.id}`,
        left: t(`hours.state.${s.state}`),
        until: f.shortDate(s.on),
        say: s.asked
          ? t('hours.services.asked', { amount: minutes(s.minutes) })
          : t('hours.services.served', { amount: minutes(s.minutes) }),
      }))}
    />
  )
}

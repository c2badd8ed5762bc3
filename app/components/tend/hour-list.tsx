import { useT } from '#app/i18n/use-t.ts'
import type { hourServiceStates, hourTasks } from '#db/vocabulary.ts'
import { Details, Empty } from '../card.tsx'
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

/** Services as rows: what, when, how long, and where each stands; the latest first; those before it may be one tap away. */
export const ServiceList = ({ services, latest }: { services: readonly Service[]; latest?: number }) => {
  const t = useT()
  const before = latest === undefined ? [] : services.slice(latest)
  if (services.length === 0) return <Empty>{t('hours.services.none')}</Empty>
  return (
    <>
      <Services services={services.slice(0, latest)} />
      {before.length > 0 ? (
        <Details summary={t('hours.services.before', { n: before.length })}>
          <Services services={before} />
        </Details>
      ) : null}
    </>
  )
}
const Services = ({ services }: { services: readonly Service[] }) => {
  const t = useT()
  const f = useFormat()
  const minutes = useMinutes()
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

import { useT } from '#app/i18n/use-t.ts'
import type { UnitCost } from '#domain/deliver/diary/unit-cost.ts'
import { useFormat } from '../format.ts'

/** 单位成本: what was paid by the people reached, with person-times beside it. */
export const ProjectCost = ({ cost }: { cost: UnitCost | null }) => {
  const t = useT()
  const f = useFormat()
  if (!cost || cost.perPerson === null || cost.perTime === null) return null
  const { paid, people, personTimes, perPerson, perTime } = cost
  return (
    <p className="quiet" id="cost">
      {t('unit-cost.say', {
        ...{ paid: f.money(paid), people: f.number(people), personTimes: f.number(personTimes) },
        ...{ perPerson: f.money(perPerson), perTime: f.money(perTime) },
      })}
    </p>
  )
}

import { useT } from '#app/i18n/use-t.ts'
import type { visitPage } from '#domain/deliver/care/visit-page.ts'
import { useFormat } from '../format.ts'

type Shown = Awaited<ReturnType<typeof visitPage>>

/** What stands in a visit: for whom, when, where, who comes, when he came and left, who said it was done. */
export function useVisitFacts({ visit, person, address, aide }: Shown) {
  const t = useT()
  const f = useFormat()
  return [
    { term: t('visit.when'), text: t('visit.when.say', { on: f.day(visit.wishedOn), hour: visit.hour }) },
    { term: t('order.for'), text: person },
    { term: t('visit.where'), text: address },
    { term: t('order.service'), text: `${visit.item} ${visit.quantity} ${visit.unit}` },
    { term: t('order.by'), text: visit.supplier },
    ...(aide ? [{ term: t('visit.aide'), text: aide }] : []),
    ...(visit.checkedInAt ? [{ term: t('visit.came'), text: f.dateTime(visit.checkedInAt) }] : []),
    ...(visit.leftAt ? [{ term: t('visit.left'), text: f.dateTime(visit.leftAt) }] : []),
    ...(visit.confirmedVia ? [{ term: t('visit.via'), text: t(`visit.via.${visit.confirmedVia}`) }] : []),
  ]
}

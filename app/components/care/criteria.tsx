import { useT } from '#app/i18n/use-t.ts'
import type { careHome } from '#domain/deliver/care/care-page.ts'

type Criteria = Awaited<ReturnType<typeof careHome>>['criteria']

/** Whom this place serves, with the rule it rests on. */
export const CareCriteria = ({ criteria: { from, veryOld, least } }: { criteria: Criteria }) => {
  const t = useT()
  return (
    <>
      <p>{t('care.criteria', { from: from.value, old: veryOld.value, n: least.value })}</p>
      <p className="quiet small">{t('care.criteria.source', { source: least.source })}</p>
    </>
  )
}

import { useLang, useT } from '#app/i18n/use-t.ts'
import type { carePage } from '#domain/deliver/care/care-page.ts'
import { useFormat } from '../format.ts'
import { useAmount } from './amount.tsx'

type Shown = Awaited<ReturnType<typeof carePage>>

/** What stands in a person's care: what was asked, what was found, what is given. */
export function useCareFacts({ care, person, framework, level, assessed, address }: Shown) {
  const t = useT()
  const f = useFormat()
  const lang = useLang()
  const amount = useAmount()
  const stated = [
    ...(care.livesAlone ? [t('care.apply.alone')] : []),
    ...(care.lowIncome ? [t('care.apply.poor')] : []),
  ]
  const found = level
    ? t('care.level.points', { level: lang === 'en' ? level.en : level.zh, n: care.points ?? 0 })
    : t('care.level.none', { n: care.points ?? 0 })
  const term = care.from && care.to
  return [
    { term: t('care.ref'), text: care.refNo },
    { term: t('care.person'), text: person.name },
    ...(person.ageBand ? [{ term: t('care.age'), text: t(`care.age.${person.ageBand}`) }] : []),
    { term: t('care.conditions'), text: stated.join(t('list.comma')) || t('care.conditions.none') },
    { term: t('care.framework'), text: <a href={`/frameworks/${framework.id}`}>{framework.title}</a> },
    { term: t('care.asked-on'), text: f.day(care.appliedAt) },
    ...(address ? [{ term: t('care.address'), text: address }] : []),
    ...(assessed ? [{ term: t('care.level'), text: found }] : []),
    ...(care.monthly ? [{ term: t('care.monthly'), text: amount(care.unit, care.monthly) }] : []),
    ...(term
      ? [{ term: t('care.term'), text: t('care.term.say', { from: f.day(care.from!), to: f.day(care.to!) }) }]
      : []),
  ]
}

import { useT } from '#app/i18n/use-t.ts'
import type { certLevels } from '#db/vocabulary.ts'
import { Facts } from '../check-answers.tsx'
import { useFormat } from '../format.ts'

export type Practice = {
  id: string
  name: string
  level: (typeof certLevels)[number]
  certNo: string
  until: string
  supervisor: string | null
  caseload: number
  cpd: { since: string; hours: number; needed: number; source: string }
}

/** A certified social worker as his register, his hours and his cases stand: how many, never which. */
export const PracticeFacts = ({ practice }: { practice: Practice }) => {
  const t = useT()
  const f = useFormat()
  const { cpd } = practice
  const said = { hours: cpd.hours, needed: cpd.needed, since: f.day(cpd.since) }
  return (
    <Facts
      facts={[
        { term: t('practice.level'), text: t(`practice.level.${practice.level}`) },
        { term: t('practice.cert'), text: practice.certNo },
        { term: t('practice.until'), text: f.date(practice.until) },
        { term: t('practice.supervisor'), text: practice.supervisor ?? t('practice.supervisor.none') },
        { term: t('practice.caseload'), text: t('practice.caseload.n', { n: practice.caseload }) },
        {
          term: t('practice.cpd'),
          text: (
            <>
              {t('practice.cpd.say', said)}
              <small className="quiet block">{t('practice.cpd.source', { source: cpd.source })}</small>
            </>
          ),
        },
      ]}
    />
  )
}

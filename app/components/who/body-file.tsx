import { useT } from '#app/i18n/use-t.ts'
import type { readBodyFile } from '#domain/who/standing/read-body.ts'
import { Facts } from '../check-answers.tsx'
import { useFormat } from '../format.ts'

type File = Awaited<ReturnType<typeof readBodyFile>>

/** What is registered of a body, in the words of its certificate. */
export const BodyFile = ({ party, reconfirmBy }: Pick<File, 'party' | 'reconfirmBy'>) => {
  const t = useT()
  const f = useFormat()
  const known = (term: string, text: string | number | null | undefined) =>
    text ? [{ term, text: String(text) }] : []
  const day = (term: string, date: string | null) => known(term, date && f.day(date))
  return (
    <Facts
      facts={[
        { term: t('orgs.kind'), text: t(`org.kind.${party.kind as 'organisation'}`) },
        ...known(t('org.form'), party.form && t(`org.form.${party.form}`)),
        ...known(t('org.uscc'), party.uscc),
        ...known(t('body.uscc-override'), party.usccOverride),
        ...known(t('body.registration'), party.registration && t(`body.registration.${party.registration}`)),
        ...known(t('body.supervisor'), party.supervisorName),
        ...day(t('body.decoupled'), party.decoupledOn),
        ...day(t('body.certificate'), party.certificateUntil),
        ...day(t('body.deregistered'), party.deregisteredOn),
        ...known(t('body.filed-with'), party.filedWith),
        ...day(t('body.filed-on'), party.filedOn),
        ...known(t('body.custodian'), party.custodian),
        ...known(
          t('org.grade'),
          party.grade &&
            (party.gradeUntil
              ? t('org.grade.until', { grade: party.grade, date: f.day(party.gradeUntil) })
              : party.grade),
        ),
        ...day(t('body.reconfirmed'), party.reconfirmedOn),
        { term: t('body.reconfirm-by'), text: f.date(reconfirmBy) },
      ]}
    />
  )
}

import { useT } from '#app/i18n/use-t.ts'
import type { newestReports } from '#domain/ask/survey/find-survey.ts'
import { ButtonLink } from '../button.tsx'
import { useFormat } from '../format.ts'
import { Section } from '../page.tsx'

type Reports = Awaited<ReturnType<typeof newestReports>>

/** What residents of a community said they want, and the way to what of it is missing in their street. */
export const NewestReports = ({ reports, streetId }: { reports: Reports; streetId: string | null }) => {
  const t = useT()
  const f = useFormat()
  return (
    <Section title={t('community.surveys')}>
      {reports.length > 0 ? (
        <ul className="grid gap-3">
          {reports.map((s) => (
            <li key={s.id}>
              <a className="hit" href={`/surveys/${s.id}`}>
                {s.name}
              </a>{' '}
              <span className="quiet small">{f.day(s.reportedAt ?? s.closesAt)}</span>
            </li>
          ))}
        </ul>
      ) : (
        <p>{t('community.surveys.none')}</p>
      )}
      <p className="mt-4">
        <ButtonLink look="second" to={streetId ? `/gaps?street=${streetId}` : '/gaps'}>
          {t('gaps.title')}
        </ButtonLink>
      </p>
    </Section>
  )
}

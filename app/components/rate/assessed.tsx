import { useT } from '#app/i18n/use-t.ts'
import type { assessedIn } from '#domain/rate/record/assessed-in.ts'
import { Links } from '../entry.tsx'
import { Section } from '../page.tsx'

type Result = Awaited<ReturnType<typeof assessedIn>>[number]

/** What evaluations came to, each a link to its sheet. */
export const Assessed = ({ results, lead }: { results: readonly Result[]; lead?: string }) => {
  const t = useT()
  if (results.length === 0) return null
  return (
    <Section title={t('assessment.title')}>
      {lead ? <p className="quiet">{lead}</p> : null}
      <Links
        links={results.map((one) => ({
          to: `/assessments/${one.id}`,
          label: t('assessment.of-record', {
            title: one.title,
            kind: t(`assessment.kind.${one.kind}`),
            score: one.score ?? 0,
            grade: one.grade ?? '',
          }),
        }))}
      />
    </Section>
  )
}

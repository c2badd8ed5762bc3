import { useT } from '#app/i18n/use-t.ts'
import type { Project } from '#domain/open/project.ts'
import { LinkageCard } from '../linkage-card.tsx'
import { Section } from '../page.tsx'

/** 联动卡 of the project: who is who, what each does and brings. */
export const ProjectCard = ({ project: { linkage, plan } }: { project: Project }) => {
  const t = useT()
  if (linkage.length === 0) return null
  return (
    <Section title={t('project.linkage')}>
      <LinkageCard
        goal={plan.goals}
        sides={linkage.map((side) => ({
          sector: side.sector,
          body: side.body ?? side.person ?? '',
          person: side.body && side.sector === 'social_worker' ? side.person : undefined,
          does: side.duty,
          brings: side.contribution,
        }))}
      />
    </Section>
  )
}

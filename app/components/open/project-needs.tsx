import { useT } from '#app/i18n/use-t.ts'
import type { Project } from '#domain/open/project.ts'
import { useFormat } from '../format.ts'
import { Matters } from '../matters.tsx'
import { Section } from '../page.tsx'
import { wayPage } from './way-words.ts'

/** Whence it came: the needs, and the calls to the market. */
export const ProjectNeeds = ({ project: { needs, tenders, way } }: { project: Project }) => {
  const t = useT()
  const f = useFormat()
  return (
    <Section title={t('project.needs')}>
      <Matters
        matters={[
          ...needs.map((n) => ({
            key: n.id,
            kind: t('project.need'),
            title: n.title,
            to: `/needs/${n.id}`,
            left: n.refNo,
            say: t('project.need.say', { place: n.community, group: n.targetGroup, n: n.beneficiaries }),
          })),
          ...tenders.map((x) => ({
            key: x.id,
            kind: t('project.tender'),
            title: x.refNo,
            to: x.state === 'published' ? `/tenders/${x.id}` : `/tenders/${x.id}/result`,
            left: t(`tender.state.${x.state}`),
            say: x.publishedAt
              ? t('project.tender.say', { at: f.day(x.publishedAt), until: f.dateTime(x.deadline) })
              : undefined,
          })),
          ...(way
            ? [
                {
                  key: way.id,
                  kind: t(`project.way.${way.kind}`),
                  title: way.refNo,
                  to: wayPage(way),
                  left:
                    way.kind === 'minor' ? t(`minor.state.${way.state}`) : t(`framework.state.${way.state}`),
                },
              ]
            : []),
        ]}
      />
    </Section>
  )
}

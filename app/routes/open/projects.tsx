import { useLoaderData } from '@remix-run/react'
import { Empty } from '#app/components/card.tsx'
import { Links } from '#app/components/entry.tsx'
import { useFormat } from '#app/components/format.ts'
import { Trips } from '#app/components/matters.tsx'
import { PlaceLinks } from '#app/components/open/place-links.tsx'
import { projectTrips } from '#app/components/open/project-trips.tsx'
import { Page } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { publicLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { dateOf } from '#domain/dates.ts'
import { communitiesOf } from '#domain/open/front-page.ts'
import { listProjects } from '#domain/open/projects.ts'

export { publicHeaders as headers } from '#app/http/public-headers.ts'
export const handle = titled('projects.title')

export const loader = publicLoader(async ({ db, clock }, _params, url) => {
  const communityId = url.searchParams.get('c')
  return {
    communityId,
    communities: await communitiesOf(db),
    projects: await listProjects(db, dateOf(clock.now()), { communityId }),
  }
})

export default function Projects() {
  const t = useT()
  const f = useFormat()
  const { projects, communities, communityId } = useLoaderData<typeof loader>()
  return (
    <Page title={t('projects.title')} lead={t('projects.lead', { n: projects.length })}>
      <PlaceLinks to="/projects" communities={communities} chosen={communityId} />
      <Links
        links={[
          { to: '/showcase', label: t('showcase.title') },
          { to: '/gaps', label: t('gaps.title') },
        ]}
      />
      {projects.length === 0 ? (
        <Empty action={{ to: '/needs', label: t('projects.needs') }}>{t('projects.none')}</Empty>
      ) : (
        <Trips trips={projectTrips(projects, t, f)} />
      )}
    </Page>
  )
}

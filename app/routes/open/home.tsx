import { useLoaderData } from '@remix-run/react'
import { useFormat } from '#app/components/format.ts'
import { HomePage } from '#app/components/open/home-page.tsx'
import { openMatters } from '#app/components/open/open-matters.tsx'
import { projectTrips } from '#app/components/open/project-trips.tsx'
import { publicLoader } from '#app/http/page-loader.server.ts'
import { useLang, useT } from '#app/i18n/use-t.ts'
import { dateOf } from '#domain/dates.ts'
import { frontPage } from '#domain/open/front-page.ts'
import { districtPlace } from '#domain/where/help-of.ts'

export { publicHeaders as headers } from '#app/http/public-headers.ts'

export const loader = publicLoader(async ({ db, clock, actor }, _params, url) => {
  const now = clock.now()
  const page = await frontPage(db, now, url.searchParams.get('c') ?? actor.communityId)
  return { ...page, now, today: dateOf(now), district: await districtPlace(db) }
})

export default function Home() {
  const t = useT()
  const f = useFormat()
  const lang = useLang()
  const data = useLoaderData<typeof loader>()
  const { district } = data
  const here = (lang === 'en' && district?.nameEn) || district?.name
  const first = data.rounds[0]
  return (
    <HomePage
      place={data.place?.name ?? here ?? t('brand')}
      today={data.today}
      voting={first ? t('open.voting', { place: first.community, until: f.lastDay(first.closesAt) }) : null}
      open={openMatters(data, t, f)}
      trips={projectTrips(data.projects, t, f)}
      communities={data.communities}
      chosen={data.place?.id ?? null}
    />
  )
}

import { useLoaderData } from '@remix-run/react'
import { RuleTable, useRuleName } from '#app/components/ask/hall/rule-table.tsx'
import { Details } from '#app/components/card.tsx'
import { PlaceLinks } from '#app/components/open/place-links.tsx'
import { Page } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { publicLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { rulesOf } from '#domain/ask/deliberation/find-rule.ts'
import { dateOf } from '#domain/dates.ts'
import { communities } from '#domain/where/bodies-of-community.ts'

export { publicHeaders as headers } from '#app/http/public-headers.ts'
export const handle = titled('hall.rules')

export const loader = publicLoader(async ({ db, clock }, _params, url) => {
  const places = await communities(db)
  const place = places.find((p) => p.id === url.searchParams.get('c')) ?? null
  const rules = await rulesOf(db, { communityId: place?.id ?? '*', on: dateOf(clock.now()) })
  return { rules, places, place }
})

export default function Rules() {
  const t = useT()
  const name = useRuleName()
  const { rules, places, place } = useLoaderData<typeof loader>()
  return (
    <Page
      back={{ to: '/meetings', label: t('hall.title') }}
      title={place ? t('hall.rules.of', { place: place.name }) : t('hall.rules')}
      lead={t('hall.rules.lead')}
    >
      <PlaceLinks to="/meetings/rules" communities={places} chosen={place?.id ?? null} />
      {rules.map((rule) => (
        <Details key={rule.id} summary={name(rule)}>
          <RuleTable rule={rule} />
        </Details>
      ))}
    </Page>
  )
}

import { useLoaderData } from '@remix-run/react'
import { Acts, Button, ButtonLink } from '#app/components/button.tsx'
import { Card, Empty } from '#app/components/card.tsx'
import { Links } from '#app/components/entry.tsx'
import { Field } from '#app/components/field.tsx'
import { useNameOf } from '#app/components/open/gap-tables.tsx'
import { ShownService, usePlaces, useTitleOf } from '#app/components/open/shown-service.tsx'
import { Page } from '#app/components/page.tsx'
import { Pagination } from '#app/components/pagination.tsx'
import { titled } from '#app/components/shell/title.ts'
import { publicLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { categories } from '#db/vocabulary.ts'
import { type Shown, showcase } from '#domain/open/gaps/showcase.ts'
import { communities, streets } from '#domain/where/bodies-of-community.ts'

export { publicHeaders as headers } from '#app/http/public-headers.ts'
export const handle = titled('showcase.title')
export const loader = publicLoader(async ({ db, clock }, _params, url) => {
  const { place, category, org, page } = Object.fromEntries(url.searchParams)
  const sought = { place, category, org, page: Number(page) || 1 }
  const all = [...(await streets(db)), ...(await communities(db))]
  return { place, org, places: all, ...(await showcase(db, sought, clock.now())) }
})

const One = ({ shown, least }: { shown: Shown; least: number }) => {
  const t = useT()
  const titleOf = useTitleOf()
  const placesOf = usePlaces()
  const kinds = shown.kinds.map((c) => t(`category.${c}`)).join(t('ask.comma'))
  return (
    <li className="mt-6">
      <Card title={titleOf(shown.plan)}>
        <p className="quiet small">{[placesOf(shown.communities), kinds].join(' · ')}</p>
        <ShownService shown={shown} least={least} />
        <Acts>
          <ButtonLink to={`/showcase/${shown.planId}`}>{t('showcase.want')}</ButtonLink>
          <ButtonLink look="second" to={`/projects/${shown.planId}`}>
            {t('showcase.project')}
          </ButtonLink>
        </Acts>
      </Card>
    </li>
  )
}

type Seeking = Pick<ReturnType<typeof useLoaderData<typeof loader>>, 'places' | 'place' | 'category'>
const Seek = ({ places, place, category }: Seeking) => {
  const t = useT()
  const nameOf = useNameOf()
  return (
    <form method="get" className="screen grid gap-4 md:grid-cols-3">
      <Field
        name="category"
        kind="select"
        optional
        label={t('need.category')}
        fallback={category ?? ''}
        options={categories.map((c) => ({ value: c, label: t(`category.${c}`) }))}
      />
      <Field
        name="place"
        kind="select"
        optional
        label={t('showcase.place')}
        fallback={place ?? ''}
        options={places.map((p) => ({ value: p.id, label: nameOf(p) }))}
      />
      <p className="self-end">
        <Button look="second">{t('showcase.filter')}</Button>
      </p>
    </form>
  )
}

/** 好服务: across communities, for others to take up. */
export default function Showcase() {
  const t = useT()
  const { services, found, least, page, pages, ...sought } = useLoaderData<typeof loader>()
  const { place, org, category } = sought
  const kept = { ...(place ? { place } : {}), ...(org ? { org } : {}), ...(category ? { category } : {}) }
  return (
    <Page
      back={{ to: '/projects', label: t('projects.title') }}
      title={t('showcase.title')}
      lead={t('showcase.lead')}
    >
      <Seek {...sought} />
      <p className="small quiet">{t('showcase.found', { n: found })}</p>
      {services.length === 0 ? (
        <Empty action={{ to: '/showcase', label: t('showcase.title') }}>{t('showcase.none')}</Empty>
      ) : (
        <ul className="m-0 list-none p-0">
          {services.map((shown) => (
            <One key={shown.id} shown={shown} least={least} />
          ))}
        </ul>
      )}
      <Pagination
        page={page}
        pages={pages}
        to={(n) => `/showcase?${new URLSearchParams({ ...kept, page: String(n) })}`}
      />
      <Links links={[{ to: '/gaps', label: t('gaps.title') }]} />
    </Page>
  )
}

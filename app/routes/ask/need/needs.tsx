import { useLoaderData } from '@remix-run/react'
import { needPoint } from '#app/components/ask/need-road.ts'
import { Button, ButtonLink } from '#app/components/button.tsx'
import { Empty } from '#app/components/card.tsx'
import { Links } from '#app/components/entry.tsx'
import { Field } from '#app/components/field.tsx'
import { useFormat } from '#app/components/format.ts'
import { Matters } from '#app/components/matters.tsx'
import { Page } from '#app/components/page.tsx'
import { Road } from '#app/components/road.tsx'
import { titled } from '#app/components/shell/title.ts'
import { publicLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { categories } from '#db/vocabulary.ts'
import { listNeeds } from '#domain/ask/need/list-needs.ts'
import { communities } from '#domain/where/bodies-of-community.ts'

export { publicHeaders as headers } from '#app/http/public-headers.ts'
export const handle = titled('needs.title')

export const loader = publicLoader(async ({ db }, _params, url) => {
  const communityId = url.searchParams.get('community') || undefined
  const category = categories.find((c) => c === url.searchParams.get('category'))
  const after = url.searchParams.get('after') ?? undefined
  const words = (url.searchParams.get('words') ?? '').trim().slice(0, 40) || undefined
  const page = await listNeeds(db, { communityId, category, after, words })
  return { ...page, words, places: await communities(db), communityId, category, first: after === undefined }
})

const FoundCount = ({ found, most }: { found: number | null; most: number }) => {
  const t = useT()
  if (!found) return null
  const key = found > most ? 'needs.found.many' : 'needs.found'
  return <p className="small quiet">{t(key, { n: Math.min(found, most) })}</p>
}

export default function Needs() {
  const t = useT()
  const f = useFormat()
  const { needs, found, most, words, next, places, communityId, category, first } =
    useLoaderData<typeof loader>()
  const sought = new URLSearchParams([
    ...(communityId ? [['community', communityId]] : []),
    ...(category ? [['category', category]] : []),
  ])
  const to = (after?: string) =>
    `/needs?${new URLSearchParams([...sought, ...(after ? [['after', after]] : [])])}`
  return (
    <Page title={t('needs.title')} lead={t('needs.lead')}>
      <form method="get" className="screen grid gap-4 md:grid-cols-2">
        <div>
          <Field name="words" label={t('needs.search')} hint={t('needs.search.hint')} fallback={words} />
        </div>
        <div>
          <Field
            name="community"
            kind="select"
            label={t('ask.community')}
            fallback={communityId}
            options={places.map(({ id, name }) => ({ value: id, label: name }))}
          />
        </div>
        <div>
          <Field
            name="category"
            kind="select"
            label={t('need.category')}
            fallback={category}
            options={categories.map((c) => ({ value: c, label: t(`category.${c}`) }))}
          />
        </div>
        <p className="self-end">
          <Button look="second">{t('needs.filter')}</Button>
        </p>
      </form>
      <FoundCount found={found} most={most} />
      {needs.length === 0 && words ? <Empty>{t('needs.found.none', { words })}</Empty> : null}
      {needs.length === 0 && words ? null : needs.length === 0 ? (
        <Empty action={{ to: '/ask/new', label: t('ask.go') }}>{t('needs.none')}</Empty>
      ) : (
        <Matters
          matters={needs.map((n) => ({
            key: n.id,
            kind: n.communityName,
            title: n.title,
            to: `/needs/${n.id}`,
            left: n.also > 0 ? t('need.also.n', { n: n.also }) : undefined,
            until: t(`need.state.${n.state}`),
            say: t('needs.say', { group: n.targetGroup, n: n.beneficiaries, sum: f.wan(n.estimate) }),
            road: <Road size="mini" at={needPoint[n.state].at} here={needPoint[n.state].here} />,
          }))}
        />
      )}
      <nav className="pages" aria-label={t('pages.label')}>
        {first ? null : (
          <a className="hit" href={to()}>
            {t('needs.first-page')}
          </a>
        )}
        {next ? (
          <a className="hit" href={to(next)} rel="next">
            {t('pages.older')}
          </a>
        ) : null}
      </nav>
      <Links
        links={[
          { to: '/gaps', label: t('gaps.title') },
          { to: '/showcase', label: t('showcase.title') },
          { to: '/per-head', label: t('needs.per-head') },
          { to: '/burden', label: t('burden.title') },
          { to: '/replies', label: t('needs.replies') },
        ]}
      />
      <ButtonLink to="/ask/new" look="second">
        {t('ask.go')}
      </ButtonLink>
    </Page>
  )
}

import { useLoaderData } from '@remix-run/react'
import { Note } from '#app/components/card.tsx'
import { Links } from '#app/components/entry.tsx'
import { KindTable, PlaceSection, PlaceTable, useNameOf } from '#app/components/open/gap-tables.tsx'
import { GapTiles } from '#app/components/open/gap-tiles.tsx'
import { Page, Section } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { publicLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { type GapMap, gapMap } from '#domain/open/gaps/gap-map.ts'

export { publicHeaders as headers } from '#app/http/public-headers.ts'
export const handle = titled('gaps.title')
export const loader = publicLoader(({ db, clock }, _params, url) =>
  gapMap(db, Object.fromEntries(url.searchParams), clock.now()),
)

const Choose = ({ map: { streets, street, category, byStreet } }: { map: GapMap }) => {
  const t = useT()
  const nameOf = useNameOf()
  const kind = category ? `category=${category}` : ''
  const to = (more: string) => `/gaps?${[kind, more].filter(Boolean).join('&')}`
  const widest = byStreet
    ? { to: to('by=community'), label: t('gaps.every-community') }
    : { to: to(''), label: t(street ? 'gaps.all-streets' : 'gaps.streets') }
  const each = streets.map((s) => ({ to: to(`street=${s.id}`), label: nameOf(s) }))
  return streets.length > 1 ? <Links links={[widest, ...each]} /> : null
}

/** 服务缺口图: what is wanted where, and what is there, by what is on record. */
export default function Gaps() {
  const t = useT()
  const map = useLoaderData<typeof loader>()
  const { category, rows, street, year } = map
  const asked = new URLSearchParams({
    ...(street ? { street } : {}),
    ...(map.byStreet ? {} : { by: 'community' }),
  })
  return (
    <Page
      back={category ? { to: '/gaps', label: t('gaps.title') } : { to: '/needs', label: t('needs.title') }}
      title={category ? `${t('gaps.title')} · ${t(`category.${category}`)}` : t('gaps.title')}
      lead={t('gaps.lead', { year })}
    >
      <Note>{t('gaps.facts')}</Note>
      <Choose map={map} />
      {category ? (
        <PlaceTable rows={rows} category={category} />
      ) : (
        <>
          <Section title={t('gaps.map')} aside={t('gaps.map.say')}>
            <GapTiles rows={rows} />
          </Section>
          <Section title={t('gaps.kinds')}>
            <KindTable kinds={map.kinds} street={street} />
            <p className="small quiet">{t('gaps.unsaid', { bodies: map.bodies, n: map.unsaid })}</p>
          </Section>
          {rows.map((row) => (
            <PlaceSection key={row.id} row={row} />
          ))}
        </>
      )}
      <Links
        links={[
          { to: '/showcase', label: t('showcase.title') },
          { to: '/per-head', label: t('per-head.title') },
          { to: `/gaps.xlsx?${asked}`, label: t('sheet.excel') },
          { to: `/gaps.csv?${asked}`, label: t('gaps.csv') },
        ]}
      />
    </Page>
  )
}

import { useLoaderData } from '@remix-run/react'
import { Links } from '#app/components/entry.tsx'
import { ExcelLink } from '#app/components/excel-link.tsx'
import { useFormat } from '#app/components/format.ts'
import { Money } from '#app/components/money.tsx'
import { Page, Section } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { Table } from '#app/components/table.tsx'
import { publicLoader } from '#app/http/page-loader.server.ts'
import { useLang, useT } from '#app/i18n/use-t.ts'
import { readPerHead } from '#domain/ask/need/read-per-head.ts'
import { dateOf, yearOf } from '#domain/dates.ts'

export { publicHeaders as headers } from '#app/http/public-headers.ts'
export const handle = titled('per-head.title')
export const loader = publicLoader(async ({ db, clock }, _params, url) => {
  const asked = url.searchParams.get('year') ?? ''
  const now = yearOf(dateOf(clock.now()))
  return { now, ...(await readPerHead(db, /^20\d\d$/.test(asked) ? Number(asked) : now)) }
})

export default function PerHead() {
  const t = useT()
  const f = useFormat()
  const lang = useLang()
  const { now, year, communities, kinds } = useLoaderData<typeof loader>()
  const head = (perHead: number | null) =>
    perHead === null ? t('per-head.unknown') : <Money fen={perHead} />
  const kindOf = (kind: string | null) =>
    t(kind === 'village_committee' ? 'per-head.kind.village_committee' : 'per-head.kind.residents_committee')
  const years = [year - 1, year, year + 1].filter((y) => y <= now)
  return (
    <Page
      back={{ to: '/needs', label: t('needs.title') }}
      title={t('per-head.title')}
      lead={t('per-head.lead', { year })}
    >
      <Links links={years.map((y) => ({ to: `/per-head?year=${y}`, label: `${t('per-head.year')} ${y}` }))} />
      <Section title={t('per-head.kinds')}>
        <Table
          captionHidden
          caption={t('per-head.kinds')}
          columns={[
            { head: t('per-head.kind') },
            { head: t('per-head.communities') },
            { head: t('per-head.people') },
            { head: t('per-head.posted') },
            { head: t('per-head.contracted'), money: true },
            { head: t('per-head.per-head'), money: true },
          ]}
          rows={kinds.map((k) => ({
            key: k.kind,
            cells: [
              kindOf(k.kind),
              k.communities,
              f.number(k.people),
              k.posted,
              <Money key="money" fen={k.contracted} />,
              head(k.perHead),
            ],
          }))}
        />
      </Section>
      <Section title={t('per-head.list')}>
        <Table
          captionHidden
          caption={t('per-head.list')}
          columns={[
            { head: t('per-head.community') },
            { head: t('per-head.kind') },
            { head: t('per-head.people') },
            { head: t('per-head.posted') },
            { head: t('per-head.per-thousand') },
            { head: t('per-head.estimate'), money: true },
            { head: t('per-head.contracted'), money: true },
            { head: t('per-head.per-head'), money: true },
          ]}
          rows={communities.map((c) => ({
            key: c.id,
            cells: [
              <a key="name" href={`/needs?community=${c.id}`}>
                {lang === 'en' ? (c.nameEn ?? c.name) : c.name}
              </a>,
              kindOf(c.communityKind),
              c.population === null ? t('per-head.unknown') : f.number(c.population),
              c.posted,
              c.needsPerThousand ?? t('per-head.unknown'),
              <Money key="estimate" fen={c.estimate} />,
              <Money key="contracted" fen={c.contracted} />,
              head(c.perHead),
            ],
          }))}
        />
        <p className="small quiet">{t('per-head.say')}</p>
      </Section>
      <ExcelLink to={`/per-head.xlsx?year=${year}`} />
    </Page>
  )
}

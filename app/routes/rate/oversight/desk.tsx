import { useLoaderData } from '@remix-run/react'
import { useFormat } from '#app/components/format.ts'
import { Money } from '#app/components/money.tsx'
import { Page, Section } from '#app/components/page.tsx'
import { Pagination } from '#app/components/pagination.tsx'
import { ObjectionTable } from '#app/components/rate/objections.tsx'
import { titled } from '#app/components/shell/title.ts'
import { Table } from '#app/components/table.tsx'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { oversightPage } from '#domain/rate/oversight/oversight-page.ts'

export const handle = titled('oversight.title')
export const loader = pageLoader((ctx, _, { searchParams }) =>
  oversightPage(ctx, searchParams.get('matter'), Number(searchParams.get('page')) || 1),
)

type Shown = ReturnType<typeof useLoaderData<typeof loader>>

const Matters = ({ page: { kind, matters, raises } }: { page: Shown }) => {
  const t = useT()
  const f = useFormat()
  const title = t(`oversight.matter.${kind}`)
  return (
    <Table
      caption={title}
      captionHidden
      columns={[
        { head: t('oversight.matter') },
        { head: t('oversight.when') },
        { head: t('oversight.amount'), money: true },
        { head: t('oversight.act') },
      ]}
      rows={matters.map((m) => ({
        key: m.id,
        cells: [
          m.href ? (
            <a key="t" className="hit" href={m.href}>
              {m.title}
            </a>
          ) : (
            m.title
          ),
          f.day(m.at),
          m.amount === null ? '—' : <Money key="a" fen={m.amount} />,
          raises ? (
            <a key="r" className="hit" href={`/desk/oversight/${kind}/${m.id}`}>
              {t('oversight.raise')}
            </a>
          ) : (
            '—'
          ),
        ],
      }))}
    />
  )
}

/** 居务监督: what the community decided, bought and paid, and every objection to it. */
export default function OversightDesk() {
  const t = useT()
  const page = useLoaderData<typeof loader>()
  const { committee, kind, kinds, objections } = page
  const lead = committee ? t('oversight.lead', { committee }) : t('oversight.lead.ruler')
  return (
    <Page title={t('oversight.title')} lead={lead} back={{ to: '/desk' }}>
      <Section title={t('oversight.all')} aside={String(objections.length)}>
        <ObjectionTable objections={objections} />
      </Section>
      {committee ? (
        <Section title={t(`oversight.matter.${kind}`)} aside={String(page.count)}>
          <nav aria-label={t('oversight.kinds')} className="links">
            {kinds.map((one) => (
              <a
                key={one}
                className="hit"
                aria-current={one === kind ? 'page' : undefined}
                href={`/desk/oversight?matter=${one}`}
              >
                {t(`oversight.matter.${one}`)}
              </a>
            ))}
          </nav>
          {page.count ? <Matters page={page} /> : <p className="quiet">{t('oversight.none')}</p>}
          <Pagination
            page={page.page}
            pages={page.pages}
            to={(n) => `/desk/oversight?matter=${kind}&page=${n}`}
          />
        </Section>
      ) : null}
    </Page>
  )
}

import { useLoaderData } from '@remix-run/react'
import { BurdenByCommunity, BurdenByOffice } from '#app/components/ask/burden-tables.tsx'
import { Empty } from '#app/components/card.tsx'
import { Links } from '#app/components/entry.tsx'
import { ExcelLink } from '#app/components/excel-link.tsx'
import { Page, Section } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { publicLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { readBurden } from '#domain/ask/suggestion/burden/read-burden.ts'

export { publicHeaders as headers } from '#app/http/public-headers.ts'
export const handle = titled('burden.title')
export const loader = publicLoader((ctx, _params, url) =>
  readBurden(ctx, { street: url.searchParams.get('street'), month: url.searchParams.get('month') }),
)

/** 社区负担表: what was asked of each community of a street in a month. */
export default function Burden() {
  const t = useT()
  const { streets, street, months, month, rows, offices } = useLoaderData<typeof loader>()
  const at = (more: { street?: string; month?: string }) =>
    `/burden?${new URLSearchParams({ street: street.id, month, ...more })}`
  return (
    <Page
      back={{ to: '/needs', label: t('needs.title') }}
      eyebrow={t('burden.eyebrow', { street: street.name, month })}
      title={t('burden.title')}
      lead={t('burden.lead')}
    >
      {streets.length > 1 ? (
        <Section plain title={t('replies.street')}>
          <Links links={streets.map(({ id, name }) => ({ to: at({ street: id }), label: name }))} />
        </Section>
      ) : null}
      <Section plain title={t('burden.months')}>
        <Links links={months.map((m) => ({ to: at({ month: m }), label: m }))} />
      </Section>
      <Section title={t('burden.communities')}>
        <BurdenByCommunity rows={rows} />
        <p className="small quiet">{t('burden.counted')}</p>
      </Section>
      <Section title={t('burden.offices')}>
        {offices.length === 0 ? (
          <Empty>{t('burden.offices.none')}</Empty>
        ) : (
          <BurdenByOffice offices={offices} />
        )}
        <p className="small quiet">{t('burden.outside.say')}</p>
      </Section>
      <ExcelLink to={at({}).replace('/burden', '/burden.xlsx')} />
    </Page>
  )
}

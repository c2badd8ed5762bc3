import { useLoaderData } from '@remix-run/react'
import { Empty } from '#app/components/card.tsx'
import { Matters } from '#app/components/matters.tsx'
import { Page } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { ratingsPage } from '#domain/rate/rating/ratings-page.ts'

export const handle = titled('ratings.title')
export const loader = pageLoader(async (ctx) => ({ contracts: await ratingsPage(ctx) }))

export default function Ratings() {
  const t = useT()
  const { contracts } = useLoaderData<typeof loader>()
  return (
    <Page title={t('ratings.title')} lead={t('ratings.lead')}>
      {contracts.length === 0 ? (
        <Empty>{t('ratings.none')}</Empty>
      ) : (
        <Matters
          matters={contracts.map(({ id, title, supplier, summary, fixes }) => ({
            key: id,
            kind: supplier,
            title,
            to: `/desk/ratings/${id}`,
            left: t('ratings.count', { n: summary.count }),
            soon: fixes.open > 0,
            say: fixes.all > 0 ? t('org.fixes.n', fixes) : undefined,
          }))}
        />
      )}
    </Page>
  )
}

import { useLoaderData } from '@remix-run/react'
import { Empty } from '#app/components/card.tsx'
import { useFormat } from '#app/components/format.ts'
import { Matters } from '#app/components/matters.tsx'
import { Page } from '#app/components/page.tsx'
import { Pagination } from '#app/components/pagination.tsx'
import { titled } from '#app/components/shell/title.ts'
import { publicLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { noticesAt } from '#domain/open/notices.ts'

export { publicHeaders as headers } from '#app/http/public-headers.ts'
export const handle = titled('notices.title')

export const loader = publicLoader(async ({ db, clock }, _params, url) => ({
  now: clock.now(),
  ...(await noticesAt(db, Number(url.searchParams.get('page') ?? 1))),
}))

export default function Notices() {
  const t = useT()
  const f = useFormat()
  const { notices, now, page, pages } = useLoaderData<typeof loader>()
  return (
    <Page title={t('notices.title')} lead={t('notices.lead')}>
      {notices.length === 0 ? (
        <Empty action={{ to: '/projects', label: t('projects.title') }}>{t('notices.none')}</Empty>
      ) : (
        <Matters
          matters={notices.map((n) => ({
            key: n.key,
            kind: t(`notice.kind.${n.kind}`),
            title: n.title,
            to: n.link,
            left: f.shortDate(n.at),
            until: n.until && n.until > now ? t('open.until', { at: f.end(n.until) }) : undefined,
          }))}
        />
      )}
      <Pagination page={page} pages={pages} to={(n) => `/notices?page=${n}`} />
    </Page>
  )
}

import { useLoaderData } from '@remix-run/react'
import { Empty } from '#app/components/card.tsx'
import { Form } from '#app/components/form.tsx'
import { Page } from '#app/components/page.tsx'
import { Pagination } from '#app/components/pagination.tsx'
import { titled } from '#app/components/shell/title.ts'
import { NoticeRows } from '#app/components/who/notice-rows.tsx'
import { formAction } from '#app/http/form-action.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { noticesPage, readAll, readAllForm } from '#domain/who/my-notices.ts'

export const handle = titled('me.notices')

export const loader = pageLoader((ctx, _params, url) =>
  noticesPage(ctx, Number(url.searchParams.get('page') ?? 1)),
)
export const action = formAction({ form: readAllForm, run: readAll, goTo: () => '/me/notices' })

export default function MyNotices() {
  const t = useT()
  const { notices, unread, page, pages } = useLoaderData<typeof loader>()
  return (
    <Page
      narrow
      back={{ to: '/desk' }}
      title={t('me.notices')}
      lead={unread ? t('notices.mine.unread', { n: unread }) : t('notices.mine.all-read')}
    >
      {notices.length === 0 ? (
        <Empty action={{ to: '/me', label: t('me.title') }}>{t('me.notices.none')}</Empty>
      ) : (
        <NoticeRows notices={notices} />
      )}
      <Pagination page={page} pages={pages} to={(n) => `/me/notices?page=${n}`} />
      {unread ? <Form submit={t('notices.mine.read-all')} look="second" /> : null}
    </Page>
  )
}

import { useLoaderData } from '@remix-run/react'
import { Acts, ButtonLink } from '#app/components/button.tsx'
import { Empty } from '#app/components/card.tsx'
import { DiaryDays } from '#app/components/deliver/diary-days.tsx'
import { ServedFacts } from '#app/components/deliver/evidence.tsx'
import { Page, Section } from '#app/components/page.tsx'
import { Pagination } from '#app/components/pagination.tsx'
import { titled } from '#app/components/shell/title.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { diaryPage } from '#domain/deliver/diary/diary-page.ts'

export const handle = titled('diary.title')
export const loader = pageLoader((ctx, { contractId }, url) =>
  diaryPage(ctx, contractId!, Number(url.searchParams.get('page')) || 1),
)

export default function Diary() {
  const t = useT()
  const page = useLoaderData<typeof loader>()
  const add = `/work/${page.id}/diary/new`
  return (
    <Page
      back={{ to: `/work/${page.id}`, label: page.title }}
      title={t('diary.title')}
      lead={t('diary.lead')}
    >
      <ServedFacts served={page.served} />
      {page.mayRecord ? (
        <Acts>
          <ButtonLink to={add}>{t('diary.new.title')}</ButtonLink>
          <ButtonLink look="second" to={`/work/${page.id}/sessions`}>
            {t('session.title')}
          </ButtonLink>
          <a href={`/work/${page.id}/diary/paper`}>{t('diary.paper')}</a>
        </Acts>
      ) : null}
      <Section plain title={t('diary.all')}>
        {page.entries.length === 0 ? (
          <Empty>{t('diary.none')}</Empty>
        ) : (
          <DiaryDays days={page.entries} contractId={page.id} />
        )}
      </Section>
      <Pagination page={page.page} pages={page.pages} to={(n) => `/work/${page.id}/diary?page=${n}`} />
    </Page>
  )
}

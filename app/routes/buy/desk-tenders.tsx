import { useLoaderData } from '@remix-run/react'
import { Empty } from '#app/components/card.tsx'
import { useFormat } from '#app/components/format.ts'
import { Matters } from '#app/components/matters.tsx'
import { Page } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useLang, useT } from '#app/i18n/use-t.ts'
import { tendersPage } from '#domain/buy/tender/tender-desk.ts'

export const handle = titled('desk-tenders.title')
export const loader = pageLoader((ctx) => tendersPage(ctx))

export default function DeskTenders() {
  const t = useT()
  const f = useFormat()
  const lang = useLang()
  const { tenders, now } = useLoaderData<typeof loader>()
  return (
    <Page back={{ to: '/desk' }} title={t('desk-tenders.title')} lead={t('desk-tenders.lead')}>
      {tenders.length === 0 ? (
        <Empty action={{ to: '/desk/plans', label: t('plans.title') }}>{t('desk-tenders.none')}</Empty>
      ) : null}
      <Matters
        matters={tenders.map(({ tender, method }) => ({
          key: tender.id,
          kind: lang === 'en' ? method.nameEn : method.name,
          title: tender.title,
          to: `/desk/tenders/${tender.id}`,
          left: t(
            tender.state === 'published' && now < tender.deadline
              ? 'tender.state.collecting'
              : `tender.over.${tender.state}`,
          ),
          until: t('tenders.until', { at: f.dateTime(tender.deadline) }),
          say: `${tender.refNo}，${f.money(tender.ceiling)}`,
        }))}
      />
    </Page>
  )
}

import { useLoaderData } from '@remix-run/react'
import { Empty } from '#app/components/card.tsx'
import { useFormat } from '#app/components/format.ts'
import { Matters } from '#app/components/matters.tsx'
import { Page } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { worksPage } from '#domain/buy/minor/work-page.ts'

export const handle = titled('minor.title')
export const loader = pageLoader((ctx) => worksPage(ctx))

/** 民生微实事: its own list, apart from the purchases. */
export default function MinorWorks() {
  const t = useT()
  const f = useFormat()
  const works = useLoaderData<typeof loader>()
  return (
    <Page title={t('minor.title')} lead={t('minor.lead')}>
      {works.length === 0 ? <Empty>{t('minor.none')}</Empty> : null}
      <Matters
        matters={works.map((w) => ({
          key: w.id,
          kind: w.place,
          title: w.title,
          to: `/minor-works/${w.id}`,
          left: t(`minor.state.${w.state}`),
          until: f.money(w.price ?? w.ceiling),
          say: w.refNo,
        }))}
      />
    </Page>
  )
}

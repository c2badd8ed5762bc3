import { useLoaderData } from '@remix-run/react'
import { Acts } from '#app/components/button.tsx'
import { Empty } from '#app/components/card.tsx'
import { useFormat } from '#app/components/format.ts'
import { Matters } from '#app/components/matters.tsx'
import { Page } from '#app/components/page.tsx'
import { useShell } from '#app/components/shell/shell.ts'
import { titled } from '#app/components/shell/title.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { frameworksPage } from '#domain/buy/framework/framework-page.ts'

export const handle = titled('frameworks.title')
export const loader = pageLoader((ctx) => frameworksPage(ctx))

export default function Frameworks() {
  const t = useT()
  const { viewer } = useShell()
  const f = useFormat()
  const all = useLoaderData<typeof loader>()
  return (
    <Page title={t('frameworks.title')} lead={t('frameworks.lead')}>
      <Acts>
        <a href={viewer ? '/orders' : '/sign-in?to=/orders'}>{t('frameworks.mine')}</a>
      </Acts>
      {all.length === 0 ? <Empty>{t('frameworks.none')}</Empty> : null}
      <Matters
        matters={all.map((one) => ({
          key: one.id,
          kind: t('frameworks.for', { who: one.forWhom }),
          title: one.title,
          to: `/frameworks/${one.id}`,
          left:
            one.state === 'closed' || one.state === 'expired'
              ? t(`framework.state.${one.state}`)
              : t('frameworks.serving', { n: one.providers }),
          until: f.shortDate(one.to),
        }))}
      />
    </Page>
  )
}

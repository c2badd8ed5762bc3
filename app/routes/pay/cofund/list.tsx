import { useLoaderData } from '@remix-run/react'
import { PotsTable } from '#app/components/cofund/pots.tsx'
import { Page, Section } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { publicLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { publicPots } from '#domain/deliver/cofund/public-cofund.ts'

export { publicHeaders as headers } from '#app/http/public-headers.ts'
export const handle = titled('cofund.title')
export const loader = publicLoader(async ({ db }) => ({ pots: await publicPots(db) }))

export default function Cofund() {
  const t = useT()
  const { pots } = useLoaderData<typeof loader>()
  return (
    <Page
      back={{ to: '/open-finance', label: t('finance.title') }}
      title={t('cofund.title')}
      lead={t('cofund.lead')}
    >
      <Section title={t('cofund.all')} aside={String(pots.length)}>
        {pots.length ? (
          <PotsTable pots={pots} caption={t('cofund.all')} projects />
        ) : (
          <p className="quiet">{t('cofund.none')}</p>
        )}
      </Section>
    </Page>
  )
}

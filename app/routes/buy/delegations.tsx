import { useLoaderData } from '@remix-run/react'
import { DelegationSection } from '#app/components/buy/delegated.tsx'
import { Page } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { publicLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { listDelegations } from '#domain/buy/plan/delegation/delegations-page.ts'
import { dateOf } from '#domain/dates.ts'

export { publicHeaders as headers } from '#app/http/public-headers.ts'
export const handle = titled('delegation.title')
export const loader = publicLoader(async ({ db, clock }) => ({
  delegations: await listDelegations(db, dateOf(clock.now())),
}))

/** 委托居委会审批: what was delegated to whom, within which bounds, and each plan signed under it. */
export default function Delegations() {
  const t = useT()
  const { delegations } = useLoaderData<typeof loader>()
  return (
    <Page
      narrow
      back={{ to: '/rules', label: t('rules.title') }}
      title={t('delegation.title')}
      lead={t('delegation.lead')}
    >
      {delegations.length === 0 ? <p className="quiet">{t('delegation.none')}</p> : null}
      {delegations.map((one) => (
        <DelegationSection key={one.id} one={one} />
      ))}
    </Page>
  )
}

import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Facts } from '#app/components/check-answers.tsx'
import { Links } from '#app/components/entry.tsx'
import { useFormat } from '#app/components/format.ts'
import { Page, Section } from '#app/components/page.tsx'
import { LedgerTable } from '#app/components/pay/ledger-table.tsx'
import { titled } from '#app/components/shell/title.ts'
import { publicLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { ledgerAccounts, outsideAccounts } from '#db/vocabulary.ts'
import { ledgerPage } from '#domain/deliver/payment/ledger-page.ts'

export { publicHeaders as headers } from '#app/http/public-headers.ts'
export const handle = titled<{ name: string }>((t, { name }) => t('ledger.of', { name }))
export const loader = publicLoader(({ db }, _params, url) => {
  if (!url.searchParams.has('plan') && !url.searchParams.has('line')) throw redirect('/open-finance')
  return ledgerPage(db, url)
})

const shown = ledgerAccounts.filter((account) => !outsideAccounts.includes(account))

export default function Ledger() {
  const t = useT()
  const f = useFormat()
  const { name, planId, query, rows, balances } = useLoaderData<typeof loader>()
  const held = shown.filter((a) => balances[a] !== 0 && !(planId && a === 'appropriation'))
  return (
    <Page
      back={{ to: '/open-finance', label: t('ledger.all') }}
      eyebrow={t('ledger.title')}
      title={name}
      lead={t('ledger.lead')}
    >
      <Section title={t('ledger.balances')} plain>
        {held.length === 0 ? <p className="quiet">{t('ledger.balances.none')}</p> : null}
        <Facts
          facts={held.map((a) => ({
            term: t(`ledger.account.${a}`),
            text: <span className="num">{f.money(balances[a])}</span>,
          }))}
        />
      </Section>
      {rows.length ? <LedgerTable rows={rows} /> : <p className="quiet">{t('ledger.none')}</p>}
      <Links
        links={[
          { to: `/open/ledger/file.csv?${query}`, label: t('ledger.csv') },
          ...(planId ? [{ to: `/projects/${planId}`, label: t('ledger.project') }] : []),
        ]}
      />
    </Page>
  )
}

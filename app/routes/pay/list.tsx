import { useLoaderData } from '@remix-run/react'
import { Empty } from '#app/components/card.tsx'
import { Links } from '#app/components/entry.tsx'
import { Page, Section } from '#app/components/page.tsx'
import { PaymentRows } from '#app/components/pay/payment-rows.tsx'
import { titled } from '#app/components/shell/title.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { paymentsPage } from '#domain/deliver/payment/payment-page.ts'

export const handle = titled('payments.title')
export const loader = pageLoader((ctx) => paymentsPage(ctx))

export default function Payments() {
  const t = useT()
  const { open, done, bank } = useLoaderData<typeof loader>()
  return (
    <Page title={t('payments.title')} lead={t('payments.lead')}>
      <Section title={t('payments.open')} aside={String(open.length)}>
        {open.length ? <PaymentRows payments={open} /> : <Empty>{t('payments.none')}</Empty>}
      </Section>
      <Section title={t('payments.done')} aside={String(done.length)}>
        {done.length ? <PaymentRows payments={done} /> : <p className="quiet">{t('payments.done.none')}</p>}
      </Section>
      {bank ? <Links links={[{ to: '/desk/bank', label: t('bank.title') }]} /> : null}
    </Page>
  )
}

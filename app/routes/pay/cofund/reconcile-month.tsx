import { useLoaderData } from '@remix-run/react'
import { Note } from '#app/components/card.tsx'
import { ComparedDays, Differences } from '#app/components/cofund/differences.tsx'
import { MonthSums } from '#app/components/cofund/month-sums.tsx'
import { useFormat } from '#app/components/format.ts'
import { SignLines } from '#app/components/open/sign-lines.tsx'
import { Page, Section } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { reconcileMonth } from '#domain/deliver/cofund/reconcile-month.ts'

export const handle = titled<{ month: string }>((t, { month }) => t('reconcile.month', { month }))
export const loader = pageLoader((ctx, { month }) => reconcileMonth(ctx, month!))

/** 对账月结: one month of the provider beside the treasury, to print, sign and file. */
export default function ReconciledMonth() {
  const t = useT()
  const f = useFormat()
  const { month, at, books, days, rows, uncompared, over, closes } = useLoaderData<typeof loader>()
  const state = closes ? 'closes' : over ? 'open' : 'running'
  return (
    <Page
      back={{ to: '/desk/reconciliation', label: t('reconcile.title') }}
      eyebrow={t('reconcile.month.printed', { at: f.dateTime(at) })}
      title={t('reconcile.month', { month })}
      lead={t('reconcile.month.lead')}
    >
      <Note kind={closes ? 'done' : 'wait'}>{t(`reconcile.month.${state}`)}</Note>
      <Section title={t('reconcile.sums')}>
        <MonthSums books={books} />
      </Section>
      <Section title={t('reconcile.days')} aside={String(days.length)}>
        {days.length > 0 ? <ComparedDays days={days} /> : <p className="quiet">{t('reconcile.none')}</p>}
        {uncompared.length > 0 ? (
          <Note kind="late">
            {t('reconcile.uncompared', { days: uncompared.map((day) => f.short(day)).join(t('list.comma')) })}
          </Note>
        ) : null}
      </Section>
      <Section title={t('reconcile.rows')} aside={String(rows.length)}>
        {rows.length > 0 ? <Differences rows={rows} /> : <p className="quiet">{t('reconcile.rows.none')}</p>}
      </Section>
      <SignLines who={[t('reconcile.made'), t('reconcile.checked')]} />
    </Page>
  )
}
